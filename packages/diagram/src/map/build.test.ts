import type { JourneyMap, MapStep, OffMapStep } from '@continuo/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AIRLINE_LIVED, AIRLINE_MAP } from '../test/airline-map.ts';
import { EMPTY_MAP, NOBODY_MAP, UNCONNECTED_MAP, WORDY_MAP } from '../test/poor-maps.ts';
import { mapView } from './build.ts';
import { drawMap } from './draw-map.ts';
import { mapSteps } from './map-steps.ts';
import { mapTable } from './map-table.ts';
import type { MapCell, MapView } from './map-view.ts';
import { drawPresent } from './present.ts';

const BOTH = mapView(AIRLINE_MAP);
const cellsOf = <Kind extends MapCell['kind']>(
  view: MapView,
  kind: Kind,
): readonly Extract<MapCell, { kind: Kind }>[] =>
  view.rows.flatMap(({ cells }) => cells.filter((cell) => cell.kind === kind) as Extract<MapCell, { kind: Kind }>[]);
const cellAt = (view: MapView, row: string, column: string): MapCell | undefined =>
  view.rows.find(({ id }) => id === row)?.cells[view.columns.findIndex(({ id }) => id === column)];
const withSteps = (change: (step: MapStep) => Partial<MapStep>): JourneyMap => ({
  ...AIRLINE_LIVED,
  steps: AIRLINE_LIVED.steps.map((step) => ({ ...step, ...change(step) })),
});

describe('columns', () => {
  test('what is not on the map stands after the step where it happens, the commonest first', () => {
    expect(BOTH.columns.map(({ id }) => id)).toEqual([
      ...['step:dream', 'step:book', 'step:seats', 'off:Skip seats at the partner', 'off:Drop bag the evening before'],
      ...['step:check-in', 'step:security', 'step:to-madrid', 'step:madrid', 'step:bag', 'off:Phone us'],
      ...['step:train', 'step:stay', 'step:home'],
    ]);
    expect(BOTH.stages.map(({ words }) => words)).toEqual([
      ...['not known', 'goes well', 'hurts', 'goes well', 'hurts', 'hurts', 'not known', 'goes well'],
    ]);
    for (const { stage } of BOTH.columns) expect(BOTH.stages[stage]).toBeDefined();
  });

  test('at most six, by five people or 2 of 100; the rest is counted in a note', () => {
    const one = AIRLINE_LIVED.offMap[0] as OffMapStep;
    const offMap = Array.from({ length: 9 }, (_, index) => ({
      ...one,
      activity: `A${index}`,
      people: index,
      after: null,
      voices: { unhappy: 0, neutral: 0, happy: 0 },
    }));
    const view = mapView({ ...AIRLINE_MAP, lived: { ...AIRLINE_LIVED, people: 1000, offMap } });
    expect(view.columns.filter(({ kind }) => kind === 'off-map').map(({ title }) => title)).toEqual([
      'A8',
      'A7',
      'A6',
      'A5',
    ]);
    expect(view.notes).toEqual(['5 more things that customers do are not on our map; the list of gaps has them.']);
    const few = mapView({ ...AIRLINE_MAP, lived: { ...AIRLINE_LIVED, people: 40, offMap } });
    expect(few.columns.filter(({ kind }) => kind === 'off-map')).toHaveLength(6);
  });

  test('what nearly all answer with a score is a voice, not a step', () => {
    const one = AIRLINE_LIVED.offMap[0] as OffMapStep;
    const offMap = [{ ...one, activity: 'Answer', people: 38, voices: { unhappy: 21, neutral: 6, happy: 10 } }];
    const view = mapView({ ...AIRLINE_MAP, lived: { ...AIRLINE_LIVED, offMap } });
    expect(view.columns.filter(({ kind }) => kind === 'off-map')).toEqual([]);
    expect(view.notes).toEqual([]);
  });
});

describe('layers', () => {
  test('Planned shows nothing lived', () => {
    const view = mapView({ ...AIRLINE_MAP, layer: 'planned' });
    expect(view.people).toBeNull();
    expect([view.facts, view.loop, view.status]).toEqual([[], null, null]);
    expect(view.columns.every(({ kind }) => kind === 'step')).toBe(true);
    for (const kind of ['customers', 'voices', 'count'] as const) expect(cellsOf(view, kind)).toEqual([]);
    expect(cellsOf(view, 'time').every(({ half }) => half === null)).toBe(true);
    expect(cellsOf(view, 'channels').every(({ parts }) => parts.every(({ figure }) => figure === null))).toBe(true);
    expect(JSON.stringify(view)).not.toMatch(/640|171|Phone us/);
  });

  test('Lived shows nothing planned', () => {
    const view = mapView({ ...WORDY_MAP, layer: 'lived' });
    expect(view.columns.every(({ isConnected }) => isConnected === true)).toBe(true);
    expect(cellsOf(view, 'time').every(({ tick, promised }) => tick === null && promised === '')).toBe(true);
    expect(cellsOf(view, 'customers').every(({ planned, anotherWay }) => planned === null && anotherWay === 0)).toBe(
      true,
    );
    expect(view.rows.every(({ id }) => !id.startsWith('lane:') && id !== 'owner')).toBe(true);
    expect(
      cellsOf(view, 'cards')
        .flatMap(({ cards }) => cards)
        .every(({ evidence }) => evidence !== 'think'),
    ).toBe(true);
  });

  test('rows can be chosen and ordered', () => {
    const view = mapView({ ...AIRLINE_MAP, lanes: ['voices', 'no such row', 'steps'] });
    expect(view.rows.map(({ id }) => id)).toEqual(['voices', 'steps']);
  });
});

describe('numbers', () => {
  test('harm, their own way and those still to come are told apart', () => {
    expect(cellAt(BOTH, 'customers', 'step:bag')).toMatchObject({
      ...{ harm: 171 / 640, anotherWay: 0, gap: { text: '171 went wrong', tone: 'alert' } },
    });
    expect(cellAt(BOTH, 'customers', 'step:seats')).toMatchObject({
      ...{ harm: 0, anotherWay: 119 / 640, gap: { text: '119 another way', tone: 'quiet' } },
    });
    expect(cellAt(BOTH, 'customers', 'step:home')).toMatchObject({ gap: { text: '564 not yet' }, harm: 0 });
  });

  test('the people behind a number are as many as it says', () => {
    const gap = cellAt(BOTH, 'customers', 'step:bag');
    const behind = { kind: 'map-step', step: 'bag', which: 'broken', channel: null };
    expect(gap).toMatchObject({ gap: { figure: { n: 171, of: 614, behind } } });
    expect(cellAt(BOTH, 'voices', 'off:Phone us')).toMatchObject({
      voices: {
        unhappy: { n: 8, behind: { kind: 'voice', at: { kind: 'activity', activity: 'Phone us' }, felt: 'unhappy' } },
      },
    });
  });

  test('a few harmed of many are no alarm, and a few of few are not known', () => {
    const calm = mapView({ ...AIRLINE_MAP, lived: withSteps(() => ({ harmed: 4, broken: 4 })) });
    expect(calm.columns.filter(({ kind, status }) => kind === 'step' && status === 'alert')).toEqual([]);
    expect(cellsOf(calm, 'customers').every(({ gap }) => gap?.tone !== 'alert')).toBe(true);
  });

  test('the five facts: status, words, how sure', () => {
    expect(BOTH.facts.map(({ status, value, note }) => [status, value, note])).toEqual([
      ['good', '96 of 100', '614 of 640; was 97 of 100'],
      ['alert', '61 of 100', '390 of 640; was 84 of 100'],
      ['alert', '21 of 38 unhappy', '38 of 640 answered'],
      ['alert', '41 of 100', '262 of 640; was 17 of 100'],
      ['alert', '2 of 7 steps', 'unsteady since Thu 1 Oct'],
    ]);
    expect(BOTH.status).toEqual({ kind: 'alert', words: 'hurts · as promised' });
    expect(BOTH.facts[1]?.figure?.sure).toBe('between 57 and 65 of 100');
    const { days } = AIRLINE_MAP;
    const better = days && { ...days, unsteady: days.unsteady.map((one) => ({ ...one, before: 1, since: 0.1 })) };
    expect(mapView({ ...AIRLINE_MAP, days: better }).facts[4]).toMatchObject({
      ...{ status: 'good', value: '2 of 7 steps', note: 'changed for the better since Thu 1 Oct' },
    });
    for (const input of [UNCONNECTED_MAP, NOBODY_MAP, EMPTY_MAP])
      for (const { value, figure, status } of mapView(input).facts)
        expect([value, figure, status]).toEqual(['not known', null, 'none']);
  });

  test('what is not connected is never 0', () => {
    const off = BOTH.columns.findIndex(({ id }) => id === 'step:security');
    for (const { id, cells } of BOTH.rows)
      if (!['steps', 'know', 'owner'].includes(id)) expect(cells[off]).toMatchObject({ kind: 'nothing', isOff: true });
    const row = mapTable(BOTH).rows[off] ?? [];
    expect(row.filter((value) => typeof value === 'number')).toEqual([]);
  });
});

describe('other forms', () => {
  test('the list for phones and the table have the columns of the map', () => {
    const steps = mapSteps(BOTH).stages.flatMap((stage) => stage.steps);
    expect(steps.map(({ column }) => column.id)).toEqual(BOTH.columns.map(({ id }) => id));
    expect(
      mapSteps(BOTH)
        .stages.map(({ count }) => count)
        .slice(2, 4),
    ).toEqual(['1 step +2', '2 steps']);
    const table = mapTable(BOTH);
    expect(table.rows).toHaveLength(BOTH.columns.length);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    expect(new Set(table.columns.map(({ id }) => id)).size).toBe(table.columns.length);
  });

  test('pages hold every row of every column, and nothing beyond the paper', () => {
    for (const page of ['a4', 'a3'] as const) {
      const scenes = drawMap(mapView(WORDY_MAP), { page });
      const seen = new Set(scenes.flatMap(({ stops }) => stops.map(({ id }) => id)));
      const long = drawMap(mapView(WORDY_MAP)).flatMap(({ stops }) => stops.map(({ id }) => id));
      expect([...long].filter((id) => !seen.has(id))).toEqual([]);
      for (const { stops, width, height } of scenes)
        for (const stop of stops) {
          expect(stop.x + stop.width, stop.id).toBeLessThanOrEqual(width);
          expect(stop.y + stop.height, stop.id).toBeLessThanOrEqual(height);
        }
    }
  });

  test('a stage on a screen has no text under 20 px; a stage that is none is refused', () => {
    for (const index of BOTH.stages.keys()) {
      const scene = drawPresent(BOTH, index, ['steps', 'know', 'time']);
      expect(Math.min(...sizes(scene.nodes, 1))).toBeGreaterThanOrEqual(20);
    }
    expect(() => drawPresent(BOTH, 8)).toThrow(RangeError);
  });
});

function sizes(nodes: ReturnType<typeof drawPresent>['nodes'], scale: number): number[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return sizes(node.children, scale * (node.scale ?? 1));
    return node.kind === 'text' ? [node.size * scale] : [];
  });
}

const count = fc.nat({ max: 700 });
const anyStep = fc.record({
  ...{
    people: count,
    due: count,
    broken: count,
    repeated: count,
    late: count,
    harmed: count,
    isConnected: fc.boolean(),
  },
  voices: fc.record({ unhappy: count, neutral: count, happy: count }),
});

test('whatever the counts, the parts of a column fit into those who set out or were due', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 11, maxLength: 11 }), count, (steps, people) => {
      const lived = { ...withSteps(() => ({})), people };
      const changed = lived.steps.map((step, at) => ({ ...step, ...steps[at] }));
      const view = mapView({ ...AIRLINE_MAP, lived: { ...lived, steps: changed } });
      for (const cell of cellsOf(view, 'customers')) {
        const parts = [cell.lived, cell.harm, cell.anotherWay, cell.notYet];
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(JSON.stringify(view)).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 100 },
  );
});
