import { expect, test } from 'vitest';
import type { Move } from './alignment.ts';
import { labelMoves, type StepFacts } from './labels.ts';

/** 1 customer · 2 us, owed · 3 partner, owed · 4 us, not owed · 5 customer, goal · 6 customer, failure. */
const FACTS: ReadonlyMap<number, StepFacts> = new Map([
  [1, { actor: 'customer', isOwed: false, ends: null }],
  [2, { actor: 'us', isOwed: true, ends: null }],
  [3, { actor: 'partner', isOwed: true, ends: null }],
  [4, { actor: 'us', isOwed: false, ends: null }],
  [5, { actor: 'customer', isOwed: false, ends: 'goal' }],
  [6, { actor: 'customer', isOwed: false, ends: 'failure' }],
]);

/** `1` in its place, `+1` extra, `-1` skipped; 102 says that step 2 failed. */
function movesOf(text: string): Move[] {
  let at = -1;
  return text.split(' ').map((word) => {
    const step = Number(word.replace(/[+-]/, ''));
    if (word.startsWith('-')) return { kind: 'skip', step, at: null };
    at += 1;
    return { kind: word.startsWith('+') ? 'extra' : 'sync', step, at };
  });
}

const readStep = (step: number) => ({ step: step % 100, isFailed: step > 100 });

test.each([
  // moves, run under way, reached, touches, skips (step@before label)
  ['1 2 5', false, 'goal', 'as-planned as-planned as-planned', ''],
  ['1 +0 2', true, null, 'as-planned not-on-map as-planned', ''],
  // Owed steps are broken promises, whether or not the goal was reached.
  ['1 -2 -3 5', false, 'goal', 'as-planned as-planned', '2@1 we-skipped, 3@1 partner-skipped'],
  ['1 -2 6', false, 'failure', 'as-planned as-planned', '2@1 we-skipped'],
  // What is not owed is judged by what followed.
  ['-1 -4 5', false, 'goal', 'as-planned', '1@0 shortcut, 4@0 shortcut'],
  ['-1 -4 6', false, 'failure', 'as-planned', '1@0 customer-skipped, 4@0 customer-skipped'],
  ['-1 2', true, null, 'as-planned', '1@0 customer-skipped'],
  // After the last touch: they left, whoever was to act; unless they had their goal, or are still under way.
  ['1 -2 -5', false, null, 'as-planned', '2@1 left, 5@1 left'],
  ['1 +0 -5', false, null, 'as-planned not-on-map', '5@2 left'],
  ['1 5 -2 -4', false, 'goal', 'as-planned as-planned', '2@2 we-skipped, 4@2 shortcut'],
  ['1 -2', true, null, 'as-planned', '2@1 we-skipped'],
  // Other order goes before everything; one touch a skip.
  ['+2 1 -2', false, null, 'other-order as-planned', '2@2 other-order'],
  ['-2 1 +2', true, null, 'as-planned other-order', '2@0 other-order'],
  ['+2 +2 1 -2 5', false, 'goal', 'other-order detour as-planned as-planned', '2@3 other-order'],
  ['2 +2 1 -2 5', false, 'goal', 'as-planned other-order as-planned as-planned', '2@3 other-order'],
  ['-2 -2 +2 5', false, 'goal', 'other-order as-planned', '2@0 other-order, 2@0 we-skipped'],
  // The goal counts by whatever way it was reached.
  ['+5 -1 -5', false, 'goal', 'other-order', '1@1 shortcut, 5@1 other-order'],
  // Again is a repeat, before it was in its place a detour.
  ['1 +1 +1', true, null, 'as-planned repeat repeat', ''],
  ['+1 1', true, null, 'detour as-planned', ''],
  ['+9', true, null, 'detour', ''],
  // A touch that says its step failed.
  ['1 102 5', false, 'goal', 'as-planned broken as-planned', '2@1 we-skipped'],
  ['1 104 5', false, 'goal', 'as-planned broken as-planned', '4@1 shortcut'],
  ['1 +102 2', true, null, 'as-planned repeat as-planned', ''],
  ['1 +102', true, null, 'as-planned detour', ''],
  // Good at first, failed after all.
  ['2 +102', true, null, 'broken broken', '2@0 we-skipped'],
  ['2 1 +102 5', false, 'goal', 'broken as-planned broken as-planned', '2@0 we-skipped'],
  ['2 +102 +2', true, null, 'as-planned repeat repeat', ''],
  ['5 +105', false, 'goal', 'broken broken', '5@0 shortcut'],
  ['1 105', false, null, 'as-planned broken', '5@1 customer-skipped'],
] as const)('%s (under way: %s)', (moves, isOpen, reached, touches, skips) => {
  const found = labelMoves(movesOf(moves), FACTS, { isOpen, readStep });
  expect(found.reached).toBe(reached);
  expect(found.touches.join(' ')).toBe(touches);
  expect(found.skips.map(({ step, label, before }) => `${step}@${before} ${label}`).join(', ')).toBe(skips);
});

test('no moves: nothing to say', () => {
  expect(labelMoves([], FACTS, { isOpen: false })).toEqual({ reached: null, touches: [], skips: [] });
});
