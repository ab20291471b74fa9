import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, applyEdits } from './apply-edit.ts';
import { blankJourney, blankStep } from './blank.ts';
import type { Block, Card, JourneyContract, Lane, Stage } from './contract.ts';
import type { Edit } from './edit.ts';
import { isWhole } from './edit-blocks.ts';
import { findStep, placedSteps } from './walk.ts';

// Few ids, so that edits meet each other; stages and blocks share theirs.
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const laneId = fc.constantFrom('l1', 'l2', 'l3');
const cardId = fc.constantFrom('k1', 'k2', 'k3', 'k4');
const after = fc.option(id, { nil: null });
const text = fc.constantFrom('', 'one', 'two', 'three');
const card: fc.Arbitrary<Card> = fc.record({ id: cardId, text, evidence: fc.constant({ kind: 'think' as const }) });
const lane: fc.Arbitrary<Lane> = fc.record({ id: laneId, kind: fc.constantFrom('pains', 'gains'), title: text });
const step: fc.Arbitrary<Block> = fc
  .tuple(id, text, fc.dictionary(laneId, fc.array(card, { maxLength: 2 }), { maxKeys: 2 }))
  .map(([name, title, cells]) => ({ ...blankStep(name, title), cells }));
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: step },
  fc.record({
    kind: fc.constantFrom('choice' as const, 'any-order' as const, 'repeat' as const),
    id,
    isOptional: fc.boolean(),
    atMost: fc.constantFrom(null, 3),
    blocks: fc.array(step, { maxLength: 2 }),
  }),
);
const stage: fc.Arbitrary<Stage> = fc.record({ id, title: text, blocks: fc.array(block, { maxLength: 3 }) });
const promise = fc.record({
  id,
  from: id,
  to: id,
  withinMs: fc.constantFrom(1, 2),
  says: fc.constantFrom(null, 'soon'),
});
const rule = fc.record({ id, kind: fc.constantFrom('absent' as const, 'contains' as const), step: id });
const afterLane = fc.option(laneId, { nil: null });
const afterCard = fc.option(cardId, { nil: null });
const where = { step: id, lane: laneId, after: afterCard };

const contract: fc.Arbitrary<JourneyContract> = fc
  .record({ stages: fc.array(stage, { maxLength: 3 }), lanes: fc.array(lane, { maxLength: 3 }) })
  .map((parts) => ({ ...blankJourney('j', 'J'), ...parts }))
  .filter(isWhole);

const is = <Kind extends string>(kind: Kind): fc.Arbitrary<Kind> => fc.constant(kind);
const edit: fc.Arbitrary<Edit> = fc.oneof<fc.Arbitrary<Edit>[]>(
  fc.record({ kind: is('set-journey'), field: is('title'), value: text }),
  fc.record({ kind: is('set-journey'), field: is('leadsTo'), value: fc.array(id, { maxLength: 2 }) }),
  fc.record({ kind: is('set-passage'), field: is('starts'), value: fc.array(id, { maxLength: 2 }) }),
  fc.record({ kind: is('add-stage'), stage, after }),
  fc.record({ kind: is('remove-stage'), id }),
  fc.record({ kind: is('move-stage'), id, after }),
  fc.record({ kind: is('set-stage'), id, field: is('title'), value: text }),
  fc.record({ kind: is('add-block'), block, into: id, after }),
  fc.record({ kind: is('remove-block'), id }),
  fc.record({ kind: is('move-block'), id, into: id, after }),
  fc.record({ kind: is('set-step'), id, field: is('title'), value: text }),
  fc.record({ kind: is('set-step'), id, field: is('isOwed'), value: fc.boolean() }),
  fc.record({ kind: is('set-group'), id, field: is('isOptional'), value: fc.boolean() }),
  fc.record({ kind: is('add-lane'), lane, after: afterLane, cells: fc.dictionary(id, fc.array(card), { maxKeys: 2 }) }),
  fc.record({ kind: is('remove-lane'), id: laneId }),
  fc.record({ kind: is('move-lane'), id: laneId, after: afterLane }),
  fc.record({ kind: is('set-lane'), id: laneId, field: is('title'), value: text }),
  fc.record({ kind: is('add-card'), card, ...where }),
  fc.record({ kind: is('remove-card'), id: cardId }),
  fc.record({ kind: is('move-card'), id: cardId, ...where }),
  fc.record({ kind: is('set-card'), id: cardId, field: is('text'), value: text }),
  fc.record({ kind: is('add-promise'), promise, after }),
  fc.record({ kind: is('remove-promise'), id }),
  fc.record({ kind: is('set-promise'), id, field: is('withinMs'), value: fc.constantFrom(1, 2) }),
  fc.record({ kind: is('add-rule'), rule, after }),
  fc.record({ kind: is('remove-rule'), id }),
  fc.record({ kind: is('set-rule'), rule }),
  fc.record({ kind: is('replace'), contract }),
);

describe('any edits', () => {
  test('whole data stays whole, whatever the log holds', () => {
    fc.assert(
      fc.property(contract, fc.array(edit, { maxLength: 12 }), (start, edits) => {
        const end = applyEdits(start, edits).contract;
        expect(isWhole(end)).toBe(true);
        expect(end.key).toBe('j');
        expect(JSON.parse(JSON.stringify(end))).toEqual(end);
      }),
      { numRuns: 200 },
    );
  });

  test('a lane that is taken back brings its cells, also one without cards', () => {
    const lane = { id: 'l1', kind: 'pains' as const, title: 'Pains' };
    const blocks = [{ ...blankStep('a', 'A'), cells: { l1: [] } }];
    const start = { ...blankJourney('j', 'J'), lanes: [lane], stages: [{ id: 's', title: 'S', blocks }] };
    const { contract: end, inverse } = applyEdits(start, [{ kind: 'remove-lane', id: 'l1' }]);
    expect(end.stages[0]?.blocks[0]).toMatchObject({ cells: {} });
    expect(applyEdits(end, inverse).contract).toEqual(start);
  });

  test('taking all back, last first, restores what was', () => {
    fc.assert(
      fc.property(contract, fc.array(edit, { maxLength: 12 }), (start, edits) => {
        const { contract: end, inverse } = applyEdits(start, edits);
        expect(applyEdits(end, inverse).contract).toEqual(start);
      }),
      { numRuns: 200 },
    );
  });

  test('an edit says that it changed nothing exactly when it changed nothing; nothing is changed in place', () => {
    fc.assert(
      fc.property(contract, edit, (start, one) => {
        const text = JSON.stringify(start);
        const { contract: end, inverse } = applyEdit(start, one);
        expect(JSON.stringify(start)).toBe(text);
        if (inverse === null) expect(end).toEqual(start);
        else expect(end).not.toEqual(start);
      }),
      { numRuns: 200 },
    );
  });
});

const two: JourneyContract = {
  ...blankJourney('j', 'I buy'),
  lanes: [{ id: 'pains', kind: 'pains', title: 'Pains' }],
  stages: [
    { id: 's1', title: 'Choose', blocks: [blankStep('look', 'I look'), blankStep('pay', 'I pay')] },
    {
      id: 's2',
      title: 'Get',
      blocks: [{ kind: 'choice', id: 'way', isOptional: false, atMost: null, blocks: [blankStep('post', 'By post')] }],
    },
  ],
};
const order = (one: JourneyContract): string[] => placedSteps(one).map(({ step }) => step.id);
const fold = (...edits: Edit[]): JourneyContract => applyEdits(two, edits).contract;

describe('two at once', () => {
  const title: Edit = { kind: 'set-step', id: 'pay', field: 'title', value: 'I pay by card' };
  const owed: Edit = { kind: 'set-step', id: 'pay', field: 'actor', value: 'partner' };

  test('who set different fields both keep theirs, in either order', () => {
    for (const one of [fold(title, owed), fold(owed, title)])
      expect(findStep(one, 'pay')).toMatchObject({ title: 'I pay by card', actor: 'partner' });
  });

  test('who set the same field: the later counts', () => {
    const other: Edit = { ...title, value: 'I pay later' } as Edit;
    expect(findStep(fold(title, other), 'pay')?.title).toBe('I pay later');
    expect(findStep(fold(other, title), 'pay')?.title).toBe('I pay by card');
  });

  test('what was removed meanwhile stays removed', () => {
    const gone: Edit = { kind: 'remove-block', id: 'pay' };
    expect(fold(gone, title, { kind: 'move-block', id: 'pay', into: 's2', after: null })).toEqual(fold(gone));
    expect(order(fold(gone))).toEqual(['look', 'post']);
  });

  test('behind something that is gone means last; into something that is gone means nowhere', () => {
    const step: Edit = { kind: 'add-block', block: blankStep('ask', 'I ask'), into: 's1', after: 'look' };
    expect(order(fold(step))).toEqual(['look', 'ask', 'pay', 'post']);
    expect(order(fold({ kind: 'remove-block', id: 'look' }, step))).toEqual(['pay', 'ask', 'post']);
    expect(order(fold({ kind: 'remove-stage', id: 's1' }, step))).toEqual(['post']);
  });
});

describe('places', () => {
  test.each<[string, Edit, string[]]>([
    ['a step into a group', { kind: 'move-block', id: 'pay', into: 'way', after: null }, ['look', 'pay', 'post']],
    ['a step out of a group', { kind: 'move-block', id: 'post', into: 's1', after: 'look' }, ['look', 'post', 'pay']],
    ['to the front', { kind: 'move-block', id: 'pay', into: 's1', after: null }, ['pay', 'look', 'post']],
    ['a stage', { kind: 'move-stage', id: 's2', after: null }, ['post', 'look', 'pay']],
    ['a group into itself', { kind: 'move-block', id: 'way', into: 'way', after: null }, ['look', 'pay', 'post']],
    ['a step into a step', { kind: 'move-block', id: 'pay', into: 'look', after: null }, ['look', 'pay', 'post']],
  ])('%s', (_, one, expected) => {
    expect(order(fold(one))).toEqual(expected);
  });

  test('an id that is taken is not given twice, neither to a stage nor deep in a group', () => {
    const group: Block = { kind: 'repeat', id: 'g', isOptional: false, atMost: 2, blocks: [blankStep('pay', 'Again')] };
    expect(fold({ kind: 'add-block', block: group, into: 's1', after: null })).toEqual(two);
    expect(fold({ kind: 'add-stage', stage: { id: 'pay', title: 'x', blocks: [] }, after: null })).toEqual(two);
  });

  test('a lane takes its cards along and brings them back', () => {
    const card: Card = { id: 'k', text: 'Too dear', evidence: { kind: 'heard', n: 14, when: '2026-10' } };
    const full = fold({ kind: 'add-card', card, step: 'pay', lane: 'pains', after: null });
    const { contract: bare, inverse } = applyEdit(full, { kind: 'remove-lane', id: 'pains' });
    expect([bare.lanes, findStep(bare, 'pay')?.cells]).toEqual([[], {}]);
    expect(applyEdits(bare, inverse === null ? [] : [inverse]).contract).toEqual(full);
  });
});
