import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { alignSequences, alignWith, prepareAligner } from './aligner.ts';
import { EXTRA, type PackedAlignments, SKIP } from './packed-alignments.ts';
import type { ProcessTree } from './process-tree.ts';
import { batchOf } from './sequence-batch.ts';
import { type StepCosts, UNIT_COSTS } from './step-costs.ts';
import { bruteForce } from './test-kit/brute-force.ts';
import { Numbers, readTree } from './test-kit/tree-notation.ts';
import { TreeAligner } from './tree-align.ts';

// A second or two on an idle machine.
vi.setConfig({ testTimeout: 30_000 });

const LETTERS = 'abcdefghij';
const numbers = new Numbers();
for (const letter of LETTERS) numbers.of(letter);
const tree = (text: string): ProcessTree => readTree(text, numbers);
/** `.` is a touch that is not on the map. */
const word = (text: string): number[] => [...text].map((letter) => (letter === '.' ? 0 : numbers.of(letter)));
const name = (step: number): string => (step === 0 ? '.' : (LETTERS[step - 1] as string));

/** Moves as text: `a` in its place, `+a` extra, `-a` skipped. */
const told = (packed: PackedAlignments, index: number): string =>
  [...packed.moves.subarray(packed.from[index], (packed.from[index] as number) + (packed.count[index] as number))]
    .map((move) => (move >= SKIP ? '-' : move >= EXTRA ? '+' : '') + name(move & 0xffff))
    .join(' ');

const byTree = (of: ProcessTree, costs: StepCosts, sequences: readonly (readonly number[])[], isOpen: boolean) =>
  alignWith(new TreeAligner(of, costs), costs, batchOf(sequences), isOpen);

describe('which of several equally cheap alignments is given', () => {
  test.each([
    // tree, touches, moves of a run that ended, moves of a run under way
    ['->(a,b,c)', 'abc', 'a b c', 'a b c'],
    ['->(a,b,c)', 'ac', 'a -b c', 'a -b c'],
    ['->(a,b,c)', 'a', 'a -b -c', 'a'],
    ['->(a,b)', 'ba', '+b a -b', '+b a'],
    ['->(a,b)', 'aab', 'a +a b', 'a +a b'],
    ['->(a,b)', 'a.b', 'a +. b', 'a +. b'],
    ['->(a,b)', '.b', '+. -a b', '+. -a b'],
    ['->(a,b)', 'axb'.replace('x', 'j'), 'a +j b', 'a +j b'],
    ['X(b,a)', '', '-a', ''],
    ['+(c,b,a)', 'b', 'b -a -c', 'b'],
    ['+(->(a,b),->(c,d))', 'cadb', 'c a d b', 'c a d b'],
    ['X(tau,->(a,b))', 'b', '-a b', '-a b'],
    ['*(a,b)', 'aa', 'a -b a', 'a -b a'],
    ['*(->(a,b),c)', 'abab', 'a b -c a b', 'a b -c a b'],
    ['tau', 'a', '+a', '+a'],
    ['tau', '', '', ''],
  ])('%s: %s', (map, touches, ended, open) => {
    const of = tree(map);
    const trie = prepareAligner(of, UNIT_COSTS);
    expect(trie.algorithm).toBe('trie');
    const batch = batchOf([word(touches)]);
    expect([told(trie.align(batch, false), 0), told(trie.align(batch, true), 0)]).toEqual([ended, open]);
    expect([told(byTree(of, {}, [word(touches)], false), 0), told(byTree(of, {}, [word(touches)], true), 0)]).toEqual([
      ended,
      open,
    ]);
  });
});

describe('what an alignment says', () => {
  test('cost, cheapest run, fitness and places of touches', () => {
    const [one] = alignSequences(tree('->(a,b,c)'), UNIT_COSTS, [word('ca.')]);
    expect(one).toEqual({
      cost: 3,
      cheapestRun: 3,
      allExtra: 2,
      fitness: 1 - 3 / 5,
      moves: [
        { kind: 'extra', step: 3, at: 0 },
        { kind: 'sync', step: 1, at: 1 },
        { kind: 'extra', step: 0, at: 2 },
        { kind: 'skip', step: 2, at: null },
        { kind: 'skip', step: 3, at: null },
      ],
    });
  });

  test('touches that are not on the map cost only when the map is closed', () => {
    const cost = (costs: StepCosts) => alignSequences(tree('a'), costs, [word('..a')]).map((one) => one.cost);
    expect(cost({})).toEqual([0]);
    expect(cost({ isClosed: true })).toEqual([2]);
    expect(cost({ isClosed: true, extra: new Map([[0, 3]]) })).toEqual([6]);
  });

  test('a touch may fill the place of its step at a price', () => {
    const costs = { sync: new Map([[1, 1]]), skip: new Map([[1, 1]]) };
    const [one] = alignSequences(tree('->(a,b)'), costs, [word('ab')]);
    expect(one).toMatchObject({ cost: 1, moves: [{ kind: 'sync' }, { kind: 'sync' }] });
  });

  test('a run under way owes nothing after its last touch; an empty one costs nothing', () => {
    expect(alignSequences(tree('->(a,b,c)'), UNIT_COSTS, [word('ac'), []], { isOpen: true })).toMatchObject([
      { cost: 1, cheapestRun: 0, fitness: 0.5 },
      { cost: 0, cheapestRun: 0, fitness: 1 },
    ]);
  });

  test.each([
    [{ kind: 'step', step: 0 }, {}],
    [{ kind: 'sequence', children: [] }, {}],
    [{ kind: 'repeat', body: { kind: 'step', step: 1 }, redo: null, atMost: 0 }, {}],
    [{ kind: 'step', step: 1 }, { skip: new Map([[1, 0]]) }],
    [{ kind: 'step', step: 1 }, { extra: new Map([[1, 0.5]]) }],
  ] as const)('%j with %j is refused', (of, costs) => {
    expect(() => prepareAligner(of, costs)).toThrow(expect.objectContaining({ code: 'input.invalid' }));
  });

  test('a map too wide for an automaton is aligned by its tree; steps shared inside of any order are refused then', () => {
    const wide = tree('+(a,b,c,d)');
    expect(prepareAligner(wide, UNIT_COSTS, 16).algorithm).toBe('trie');
    expect(prepareAligner(wide, UNIT_COSTS, 15).algorithm).toBe('tree');
    expect(() => prepareAligner(tree('+(a,b,c,->(d,a))'), UNIT_COSTS, 3)).toThrow('any-order');
  });
});

/** Random trees over steps 1 … 5; with `isDistinct` every step stands at most once. */
const anyTree = (isDistinct: boolean): fc.Arbitrary<ProcessTree> =>
  fc
    .letrec<{ tree: ProcessTree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }).map((step) => ({ kind: 'step', step }) as const) },
        { weight: 1, arbitrary: fc.constant({ kind: 'nothing' } as const) },
        {
          weight: 4,
          arbitrary: fc.record({
            kind: fc.constantFrom('sequence', 'choice', 'any-order'),
            children: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            kind: fc.constant('repeat' as const),
            body: tie('tree'),
            redo: fc.option(tie('tree')),
            atMost: fc.constantFrom(null, 1, 2, 3),
          }),
        },
      ) as fc.Arbitrary<ProcessTree>,
    }))
    .tree.map((one) => (isDistinct ? distinct(one, new Set()) : limited(one, { left: 6 })));

/** Every step that stands there already becomes nothing. */
function distinct(of: ProcessTree, seen: Set<number>): ProcessTree {
  switch (of.kind) {
    case 'nothing':
      return of;
    case 'step':
      if (seen.has(of.step)) return { kind: 'nothing' };
      seen.add(of.step);
      return of;
    case 'repeat':
      return { ...of, body: distinct(of.body, seen), redo: of.redo === null ? null : distinct(of.redo, seen) };
    default:
      return { ...of, children: of.children.map((child) => distinct(child, seen)) };
  }
}

/** So that brute force stays small: steps beyond the sixth become nothing. */
function limited(of: ProcessTree, budget: { left: number }): ProcessTree {
  switch (of.kind) {
    case 'nothing':
      return of;
    case 'step':
      budget.left -= 1;
      return budget.left >= 0 ? of : { kind: 'nothing' };
    case 'repeat':
      return { ...of, body: limited(of.body, budget), redo: of.redo === null ? null : limited(of.redo, budget) };
    default:
      return { ...of, children: of.children.map((child) => limited(child, budget)) };
  }
}

const anyWord = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 });
const prices = (least: number) =>
  fc.array(fc.integer({ min: least, max: 3 }), { minLength: 7, maxLength: 7 }).map((all) => new Map(all.entries()));
const anyCosts: fc.Arbitrary<StepCosts> = fc.oneof(
  fc.constant(UNIT_COSTS),
  fc.record({ skip: prices(1), extra: prices(0), sync: prices(0), isClosed: fc.boolean() }),
);

/** Beyond this many steps brute force cannot find anything cheaper: dearer than everything extra and the cheapest run. */
const MOST_STEPS = 9;

describe('algorithms A and B and brute force agree', () => {
  const params = { numRuns: 150, seed: 20_261_126 } as const;

  test.each([
    ['each step once', true],
    ['steps that stand several times', false],
  ])('cost and moves, to the end and under way: %s', (_, isDistinct) => {
    fc.assert(
      fc.property(
        anyTree(isDistinct),
        anyCosts,
        fc.array(anyWord, { maxLength: 4 }),
        fc.boolean(),
        (of, costs, words, isOpen) => {
          const trie = prepareAligner(of, costs).align(batchOf(words), isOpen);
          if (isDistinct) {
            const other = byTree(of, costs, words, isOpen);
            expect([...other.costs]).toEqual([...trie.costs]);
            expect(words.map((_word, index) => told(other, index))).toEqual(
              words.map((_word, index) => told(trie, index)),
            );
            expect(other.cheapestRun).toBe(trie.cheapestRun);
          }
          for (const [index, touches] of words.entries()) {
            const truth = bruteForce(of, costs, touches, isOpen, MOST_STEPS);
            const moves = [...trie.moves].slice(
              trie.from[index],
              (trie.from[index] as number) + (trie.count[index] as number),
            );
            expect({ cost: trie.costs[index], moves }).toEqual(truth);
          }
        },
      ),
      params,
    );
  });
});
