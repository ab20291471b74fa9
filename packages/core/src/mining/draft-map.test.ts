import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignSequences } from '../alignment/aligner.ts';
import { UNIT_COSTS } from '../alignment/step-costs.ts';
import { compileMap } from '../journey/compile.ts';
import type { Block } from '../journey/contract.ts';
import { type DraftBlock, draftMap, draftSteps, promisePairs, stabilityById } from './draft-map.ts';
import { draftToContract } from './draft-to-contract.ts';
import { friendlyDuration } from './durations.ts';
import { mineTree } from './inductive-miner.ts';
import { readableName } from './readable-name.ts';
import { blockStability, dealtOut } from './stability.ts';
import { peopleByStep } from './step-volumes.ts';

const HOUR_MS = 3_600_000;
const route = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0) - 96);
const seen = (text: string) => text.split(' ').map((letters) => ({ sequence: route(letters), runs: 1 }));
const names = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [at + 1, letter]));
const draft = (text: string) =>
  draftMap({ tree: mineTree(seen(text)), routes: seen(text), names, waits: [], stability: null });

function say(block: DraftBlock): string {
  if (block.kind === 'step') return `${block.event}${block.repeats ? '+' : ''}${block.isOptional ? '?' : ''}`;
  return `${block.kind}(${block.blocks.map(say).join(' ')})${block.isOptional ? '?' : ''}`;
}

describe('draftMap', () => {
  test.each([
    // The running example.
    ['abdeh adceg acdefbdeg adbeh acdefdcefcdeh acdeg', 'a | repeat(any-order(choice(b c) d) e f?) | choice(g h)'],
    ['abc ac', 'a | b? | c'],
    ['abcdef', 'a b | c d | e f'],
    ['ab', 'a | b'],
    ['ad abcd', 'a | together(b c)? | d'],
    // Too few parts: what may be passed over together is opened.
    ['a abcd', 'a | b? | c? d?'],
    ['abbc', 'a | b+ | c'],
    ['ab abcab', 'repeat(a b c?)'],
    ['', ''],
  ])('%j becomes %s', (text, expected) => {
    expect(
      draft(text)
        .stages.map(({ blocks }) => blocks.map(say).join(' '))
        .join(' | '),
    ).toBe(expected);
  });

  test('cuts where the flow is narrow and the wait is long', () => {
    const routes = seen('abcdefghi');
    const at = (from: string, waitMs: number) => ({ from: route(from)[0] as number, p90Ms: waitMs, waits: 50 });
    const waits = [at('b', 48 * HOUR_MS), at('f', 24 * HOUR_MS)].map((wait) => ({ ...wait, to: wait.from + 1 }));
    const { stages } = draftMap({ tree: mineTree(routes), routes, names, waits, stability: null });
    expect(stages.map(({ blocks }) => blocks.map(say).join(''))).toEqual(['ab', 'cdef', 'ghi']);
  });

  test('names stages after what is in them, with volumes from all routes', () => {
    const kept = [{ sequence: route('abcde'), runs: 8 }];
    const routes = [...kept, { sequence: route('bxbe'), runs: 3 }];
    const { stages, runs } = draftMap({ tree: mineTree(kept), routes, names, waits: [], stability: null });
    expect(runs).toBe(11);
    expect(stages.map(({ id, title }) => [id, title])).toEqual([
      ['stage-a', 'A'],
      ['stage-b-and-c', 'B and C'],
      ['stage-d-and-e', 'D and E'],
    ]);
    const b = draftSteps(stages.flatMap(({ blocks }) => blocks)).find(({ event }) => event === 'b');
    expect(b).toMatchObject({ id: 'b', runs: 11, touches: 14, position: (8 * 0.25 + 3 * 0) / 11 });
  });

  test.each([
    ['order_placed order_paid', 'Order placed and order paid'],
    ['order_placed PIN_sent', 'Order placed and PIN sent'],
    [`${'x'.repeat(40)} ${'y'.repeat(40)}`, `X${'x'.repeat(39)}`],
  ])('a stage of %j is called %j', (events, title) => {
    const [first = '', second = ''] = events.split(' ');
    const named = new Map([...names, [1, first], [2, second]]);
    const routes = seen('abcdef');
    const { stages } = draftMap({ tree: mineTree(routes), routes, names: named, waits: [], stability: null });
    expect(stages[0]?.title).toBe(title);
  });

  test('proposes promises between steps that nobody passes over, when enough waited', () => {
    const routes = seen('abcd acd');
    const tree = mineTree(routes);
    expect(promisePairs(tree)).toEqual([
      { from: 1, to: 3 },
      { from: 3, to: 4 },
    ]);
    const waits = [
      { from: 1, to: 3, p90Ms: 37 * HOUR_MS, waits: 30 },
      { from: 3, to: 4, p90Ms: HOUR_MS, waits: 29 },
    ];
    const { promises, goal } = draftMap({ tree, routes, names, waits, stability: null });
    expect(promises).toEqual([
      { id: 'a-to-c', from: 'a', to: 'c', withinMs: 48 * HOUR_MS, p90Ms: 37 * HOUR_MS, waits: 30 },
    ]);
    expect(goal).toBe('d');
  });

  test('says how steady each block is', () => {
    const lived = [
      { sequence: route('abd'), runs: 150, people: 150 },
      { sequence: route('acd'), runs: 49, people: 49 },
      { sequence: route('ad'), runs: 1, people: 1 },
    ];
    const tree = mineTree(lived);
    const stability = blockStability(tree, dealtOut(lived), { share: 1 });
    const map = draftMap({ tree, routes: lived, names, waits: [], stability });
    const [, middle] = map.stages;
    expect([...stabilityById(map).keys()].sort()).toEqual(['a', 'b', 'c', 'choice', 'd']);
    expect(stabilityById(map).get('a')).toBe(1);
    expect(stabilityById(draft('ab')).size).toBe(0);
    expect(middle?.blocks[0]).toMatchObject({ kind: 'choice', isOptional: true, isUnsteady: true });
    expect(middle?.blocks[0]).toHaveProperty('blocks.0.stability', 1);
  });

  test('counts people once, however often they came', () => {
    const people = peopleByStep({ routes: [route('aab'), route('a'), route('c')], people: [[0, 1, 1], [1], []] });
    expect([...people]).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  const lived = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }), { maxLength: 6 });

  test('allows, as a contract, every route it was drafted from; ids are unique', () => {
    fc.assert(
      fc.property(lived, (sequences) => {
        const routes = sequences.map((sequence) => ({ sequence, runs: 1 }));
        const map = draftMap({ tree: mineTree(routes), routes, names, waits: [], stability: null });
        const contract = draftToContract(map, { key: 'k', title: 'I do' });
        const blocks = contract.stages.flatMap((stage) => stage.blocks);
        const steps = draftSteps(map.stages.flatMap((stage) => stage.blocks));
        const { tree } = compileMap(contract, new Map(steps.map(({ id, step }) => [id, step])));
        const costs = alignSequences(tree, UNIT_COSTS, sequences).map(({ cost }) => cost);
        expect(costs).toEqual(sequences.map(() => 0));
        const all = (block: Block): string[] => [block.id, ...(block.kind === 'step' ? [] : block.blocks.flatMap(all))];
        const ids = [...contract.stages.map(({ id }) => id), ...blocks.flatMap(all)];
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['order_approved', 'Order approved'],
  ['OrderApproved', 'Order approved'],
  ['Find and book', 'Find and book'],
  ['payment approved', 'Payment approved'],
  ['iPad found', 'iPad found'],
  ['viewPDFInvoice', 'View PDF invoice'],
  ['größe-wählen', 'Größe wählen'],
  ['W_Afhandelen leads', 'W Afhandelen leads'],
  ['予約', '予約'],
  ['***', '***'],
])('%s reads %s', (name, readable) => {
  expect(readableName(name)).toBe(readable);
});

test.each([
  [59_999, null],
  [60_000, 60_000],
  [37 * HOUR_MS, 48 * HOUR_MS],
  [9.2 * 24 * HOUR_MS, 10 * 24 * HOUR_MS],
  [200 * 24 * HOUR_MS, 203 * 24 * HOUR_MS],
  [Number.NaN, null],
])('%s ms are promised as %s', (ms, friendly) => {
  expect(friendlyDuration(ms)).toBe(friendly);
});
