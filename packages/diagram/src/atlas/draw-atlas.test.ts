import { describe, expect, test } from 'vitest';
import { toSvg } from '../scene/svg.ts';
import { type AtlasStage, drawAtlas } from './draw-atlas.ts';

const stage = (id: string, journeys: number, blind: readonly string[] = []): AtlasStage => ({
  id,
  title: `Stage ${id}`,
  blind,
  journeys: Array.from({ length: journeys }, (_, i) => ({
    key: `${id}-${i}`,
    title: `I do ${i} in ${id}`,
    status: i === 0 ? 'alert' : 'none',
    words: i === 0 ? 'hurts · as promised' : 'not connected',
  })),
});

describe('the loop of journeys', () => {
  test('every journey is a stop on its stage, what nobody drew is a hollow one', () => {
    const scene = drawAtlas(
      { title: 'The loop', stages: [stage('a', 2), stage('b', 0, ['Phone us', 'Chat'])] },
      { width: 900 },
    );
    expect(scene.stops.map(({ id }) => id)).toEqual(['journey:a-0', 'journey:a-1', 'blind:b']);
    expect(scene.stops[2]?.label).toContain('2 kinds of events on no map, Stage b: Phone us, Chat');
    expect(scene.stops[0]?.next).toEqual({ down: 'journey:a-1', right: 'blind:b' });
    expect(scene.description).toBe('A loop of 2 stages with 2 journeys: Stage a 2, Stage b 0.');
  });

  test('more than four journeys are counted, and the loop stays round them', () => {
    const few = drawAtlas({ title: 'x', stages: [stage('a', 4)] }, { width: 900 });
    const many = drawAtlas({ title: 'x', stages: [stage('a', 40)] }, { width: 900 });
    expect(many.stops).toHaveLength(4);
    expect(toSvg(many, { theme: 'light' })).toContain('and 36 more');
    expect(many.height - few.height).toBe(36);
  });

  test('nothing drawn yet: a loop without stages, at least 640 wide', () => {
    const scene = drawAtlas({ title: 'x', stages: [] }, { width: 100 });
    expect(scene.width).toBe(640);
    expect(scene.stops).toEqual([]);
  });
});
