import { applyEdits, blankJourney, blankStep, type JourneyContract, placedSteps } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { addStage, addStep, remove, rename, unwrap, wrap } from './deeds.ts';
import { gridModel } from './grid-model.ts';
import { firstPlace, nextPlace, placesFor } from './moves.ts';
import { columnOf, keyOf, nextSpot, spotOf, type Way } from './spot.ts';

const card = (id: string) => ({ id, text: `card ${id}`, evidence: { kind: 'think' } }) as const;
const MAP: JourneyContract = {
  ...blankJourney('k', 'I buy'),
  lanes: [
    { id: 'think', kind: 'thoughts', title: 'Thoughts' },
    { id: 'own', kind: 'owner', title: 'Owner' },
  ],
  stages: [
    {
      id: 'one',
      title: 'One',
      blocks: [
        { ...blankStep('a', 'I look'), cells: { think: [card('x'), card('y')] } },
        {
          kind: 'choice',
          id: 'g',
          isOptional: false,
          atMost: null,
          blocks: [blankStep('b', 'Card'), blankStep('c', 'Cash')],
        },
      ],
    },
    { id: 'two', title: 'Two', blocks: [] },
  ],
};
const model = gridModel(MAP);
const steps = (contract: JourneyContract) => placedSteps(contract).map(({ step }) => step.id);
const does = (contract: JourneyContract, deed: { readonly edits: Parameters<typeof applyEdits>[1] } | null) =>
  deed === null ? contract : applyEdits(contract, deed.edits).contract;

describe('the grid of a draft', () => {
  test('steps are columns, groups span theirs, an empty stage has room', () => {
    expect(model.columns.map((one) => (one.kind === 'step' ? one.step.id : `room in ${one.into}`))).toEqual([
      'a',
      'b',
      'c',
      'room in two',
    ]);
    expect(model.groups[0]).toMatchObject([{ from: 1, columns: 2 }]);
    expect(model.stages.map(({ from, columns }) => [from, columns])).toEqual([
      [0, 3],
      [3, 1],
    ]);
  });

  test.each([
    ['stage|one', 'right', 'stage|two'],
    ['stage|one', 'down', 'step|a'],
    ['step|a', 'right', 'step|b'],
    ['step|b', 'up', 'group|g'],
    ['group|g', 'up', 'stage|one'],
    ['step|c', 'right', 'empty|two'],
    ['step|a', 'down', 'cell|a|think|x'],
    ['cell|a|think|x', 'down', 'cell|a|think|y'],
    ['cell|a|think|y', 'down', 'cell|a|own'],
    ['cell|a|own', 'left', 'lane|own'],
    ['lane|own', 'up', 'lane|think'],
    ['cell|b|own', 'row-end', 'empty|two'],
    ['cell|b|own', 'first', 'stage|one'],
    ['step|a', 'left', 'step|a'],
  ] satisfies readonly (readonly [string, Way, string])[])('%s, %s → %s', (from, way, to) => {
    const spot = spotOf(from) ?? expect.fail('no spot');
    expect(keyOf(nextSpot(model, spot, way))).toBe(to);
  });

  test('a step may go to every place but its own, also into a group and an empty stage', () => {
    const places = placesFor(MAP, model, { kind: 'step', id: 'a' });
    expect(places.map(({ words }) => words)).toEqual([
      'first in “One of these”',
      'after “Card”, in “One of these”',
      'after “Cash”, in “One of these”',
      'after “One of these”, in “One”',
      'first in “Two”',
    ]);
    const moved = does(MAP, { edits: [places.at(-1)?.edit ?? expect.fail('no place')] });
    expect(moved.stages[1]?.blocks.map(({ id }) => id)).toEqual(['a']);
  });

  test('a group never goes into itself', () => {
    const places = placesFor(MAP, model, { kind: 'group', id: 'g' });
    expect(places.map(({ words }) => words)).toEqual(['first in “One”', 'first in “Two”']);
  });

  test('arrows choose the places one by one; cards move over cells', () => {
    const spot = { kind: 'step', id: 'a' } as const;
    const places = placesFor(MAP, model, spot);
    const first = firstPlace(places, model, spot, columnOf(model, spot) ?? 0) ?? expect.fail('no place');
    expect(nextPlace(places, first, 'right')).toBe(places[places.indexOf(first) + 1]);
    const one = { kind: 'cell', step: 'a', lane: 'think', card: 'x' } as const;
    const cells = placesFor(MAP, model, one);
    const here = firstPlace(cells, model, one, 0) ?? expect.fail('no place');
    expect(nextPlace(cells, nextPlace(cells, here, 'down'), 'right').words).toBe('“Owner” at “Card”');
  });

  test('things are added beside what is selected', () => {
    expect(steps(does(MAP, addStep(MAP, { kind: 'cell', step: 'b', lane: 'own', card: null })))[2]).toMatch(/^step-/);
    expect(does(MAP, addStep(MAP, { kind: 'empty', id: 'two' })).stages[1]?.blocks).toHaveLength(1);
    expect(does(MAP, addStage(MAP, { kind: 'stage', id: 'one' })).stages.map(({ title }) => title)).toEqual([
      'One',
      'New stage',
      'Two',
    ]);
    const empty = blankJourney('k', 'x');
    expect(does(empty, addStep(empty, null)).stages[0]?.blocks).toHaveLength(1);
  });

  test('an emptied card goes, an emptied title stays', () => {
    const spot = { kind: 'cell', step: 'a', lane: 'think', card: 'x' } as const;
    expect(does(MAP, rename(MAP, spot, ' ')).stages[0]?.blocks[0]).toMatchObject({ cells: { think: [card('y')] } });
    expect(rename(MAP, { kind: 'step', id: 'a' }, ' ')).toBeNull();
    expect(remove(MAP, { kind: 'empty', id: 'two' })).toBeNull();
  });

  test('a group is put around a step and taken away again, the steps stay where they are', () => {
    const around = does(MAP, wrap(MAP, 'a', 'repeat'));
    expect(around.stages[0]?.blocks[0]).toMatchObject({ kind: 'repeat', blocks: [{ id: 'a' }] });
    expect(steps(does(MAP, unwrap(MAP, 'g')))).toEqual(['a', 'b', 'c']);
    expect(gridModel(does(MAP, unwrap(MAP, 'g'))).groups).toEqual([]);
  });
});
