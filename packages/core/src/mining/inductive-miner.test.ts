import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepsOf } from '../alignment/check-tree.ts';
import type { ProcessTree } from '../alignment/process-tree.ts';
import { mineTree } from './inductive-miner.ts';
import { allows, firstDifference, treeReader } from './test-kit.ts';

/** Letters as step numbers: a = 1, b = 2, … */
const route = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0) - 96);
const seen = (text: string) => text.split(' ').map((letters) => ({ sequence: route(letters), runs: 1 }));

const SIGNS = { sequence: '->', choice: 'X', 'any-order': '+' } as const;
function say(tree: ProcessTree): string {
  if (tree.kind === 'step') return String.fromCharCode(96 + tree.step);
  if (tree.kind === 'nothing') return 'tau';
  if (tree.kind === 'repeat') return `*(${say(tree.body)},${tree.redo === null ? 'tau' : say(tree.redo)})`;
  return `${SIGNS[tree.kind]}(${tree.children.map(say).join()})`;
}

describe('mineTree', () => {
  test.each([
    // The five trees that pm4py 2.7 finds (up to the order of choices); ours order choices by their smallest step.
    ['abdeh adceg acdefbdeg adbeh acdefdcefcdeh acdeg', '->(a,*(->(+(X(b,c),d),e),f),X(g,h))'],
    ['abcd abcd abcd acbd acbd aed', '->(a,X(+(b,c),e),d)'],
    ['abcd acbd abcefbcd abcefcbd acbefbcd acbefbcefcbd', '->(a,*(+(b,c),->(e,f)),d)'],
    ['abc abc abc abc abc ac ac ac ac ac', '->(a,X(tau,b),c)'],
    ['ab abcab abcabcab', '*(->(a,b),c)'],
    // A rare route is never thinned out inside.
    ['abcd abcd abcd acbd abd', '->(a,+(b,X(tau,c)),d)'],
    // One each of the cuts, base cases and fall-throughs.
    ['', 'tau'],
    ['a', 'a'],
    ['ab cd', 'X(->(a,b),->(c,d))'],
    ['a  ab', 'X(tau,->(a,X(tau,b)))'],
    // Passed over together: one optional block, not two optional steps.
    ['ad abcd', '->(a,X(tau,->(b,c)),d)'],
    ['aa a', '*(a,tau)'],
    ['aba a aca', '*(a,X(b,c))'],
    // a is exactly once in every route, at any place.
    ['abbc babc bbca', '+(a,->(*(b,tau),c))'],
    // Without c, a then b; c may come anywhere, often.
    ['ab cab acb abc cacb', '+(->(a,b),X(tau,*(c,tau)))'],
    // Passes begin at a, right after an end.
    ['ab abab', '*(->(a,b),tau)'],
  ])('mines %j as %s', (text, tree) => {
    expect(say(mineTree(seen(text)))).toBe(tree);
  });

  test('has no tree of nothing', () => {
    expect(mineTree([])).toEqual({ kind: 'nothing' });
  });

  const lived = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 7 }), { maxLength: 6 });

  test('allows every route it was given, and holds every step', () => {
    fc.assert(
      fc.property(lived, (routes) => {
        const tree = mineTree(routes.map((sequence) => ({ sequence, runs: 1 })));
        const reader = treeReader(tree);
        for (const one of routes) expect(allows(reader, one)).toBe(true);
        expect(stepsOf(tree)).toEqual([...new Set(routes.flat())].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  test('does not depend on the order or the frequency of the routes', () => {
    fc.assert(
      fc.property(lived, fc.integer({ min: 1, max: 9 }), (routes, runs) => {
        const forwards = mineTree(routes.map((sequence) => ({ sequence, runs: 1 })));
        const backwards = mineTree(routes.toReversed().map((sequence) => ({ sequence, runs })));
        expect(backwards).toEqual(forwards);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the reader that the tests of trees lean on', () => {
  test.each([
    ['ab', true],
    ['abcab', true],
    ['', false],
    ['abc', false],
    ['aab', false],
  ])('reads %j through a repeat: %s', (letters, isAllowed) => {
    const tree = mineTree(seen('ab abcab abcabcab'));
    expect(allows(treeReader(tree), route(letters))).toBe(isAllowed);
  });

  test('finds the shortest difference', () => {
    const a = treeReader(mineTree(seen('abc abc')));
    const b = treeReader(mineTree(seen('abc ac')));
    expect(firstDifference(a, b)).toEqual(route('ac'));
    expect(firstDifference(a, a)).toBeNull();
  });
});
