import { expect, test } from 'vitest';
import { acceptGap } from './accept-gap.ts';
import { applyEdits } from './apply-edit.ts';
import { blankJourney, blankStep } from './blank.ts';
import type { JourneyContract } from './contract.ts';
import { isWhole } from './edit-blocks.ts';
import { findStep, placedSteps } from './walk.ts';

const HOUR = 3_600_000;
const map: JourneyContract = {
  ...blankJourney('order', 'I order'),
  stages: [
    {
      id: 'buy',
      title: 'Buy',
      blocks: [blankStep('look', 'I look'), blankStep('pay', 'I pay'), blankStep('ask', 'I ask')],
    },
    {
      id: 'get',
      title: 'Get',
      blocks: [{ ...blankStep('arrive', 'It arrives'), isOwed: true, actor: 'us', channels: ['web'] }],
    },
  ],
  promises: [{ id: 'fast', from: 'pay', to: 'arrive', withinMs: 24 * HOUR, says: null }],
  rules: [{ id: 'r', kind: 'absent', step: 'ask' }],
};
const accepted = (gap: string, context: { after?: string; nineOfTenMs?: number } = {}): JourneyContract =>
  applyEdits(map, acceptGap(map, gap, { after: null, nineOfTenMs: null, ...context })).contract;

test.each([
  ['we-skipped:arrive', { isOwed: false, isOptional: true }],
  ['shortcut:arrive', { isOptional: true, isOwed: true }],
  ['repeat:arrive', { atMost: null }],
  ['other-channel:arrive:call: the "desk"', { channels: ['web', 'call: the "desk"'] }],
])('%s changes the step', (gap, expected) => {
  expect(findStep(accepted(gap), 'arrive')).toMatchObject(expected);
});

test('what is not on the map becomes an optional step where it happens most, with a fresh id', () => {
  const added = accepted('not-on-map:Ask: why?', { after: 'look' });
  const ids = placedSteps(added).map(({ step }) => step.id);
  expect(ids).toEqual(['look', 'ask-why', 'pay', 'ask', 'arrive']);
  expect(findStep(added, 'ask-why')).toMatchObject({
    title: 'Ask: why?',
    isOptional: true,
    matchers: [{ events: ['Ask: why?'], where: [], channels: [] }],
  });
  expect(placedSteps(accepted('not-on-map:Ask')).map(({ step }) => step.id)[0]).toBe('ask-2');
});

test.each([
  ['pay', ['look', 'pay'], 'buy'],
  ['ask', ['pay', 'ask'], 'buy'],
  ['look', ['look', 'pay'], 'buy'],
])('another order at %s: %j may come in any order', (step, together) => {
  const changed = accepted(`other-order:${step}`);
  const group = placedSteps(changed).find((placed) => placed.step.id === step)?.groups[0];
  expect([group?.kind, group?.blocks.map(({ id }) => id)]).toEqual(['any-order', together]);
  expect(placedSteps(changed).map(({ step: { id } }) => id)).toEqual(['look', 'pay', 'ask', 'arrive']);
});

test('a promise that nine of ten saw kept later becomes one that would be said; a shorter one never comes of it', () => {
  expect(accepted('late:fast', { nineOfTenMs: 61 * HOUR }).promises[0]?.withinMs).toBe(72 * HOUR);
  expect(accepted('late:fast', { nineOfTenMs: 2 * HOUR })).toEqual(map);
  expect(accepted('late:fast')).toEqual(map);
});

test('a rule that is not kept goes', () => {
  expect(accepted('rule:r').rules).toEqual([]);
});

test.each([
  'left:pay',
  'broken:pay',
  'repeat:gone',
  'late:gone',
  'rule:gone',
  'other-order:arrive',
  'nonsense',
  '',
  'not-on-map:',
])('%j proposes nothing', (gap) => {
  expect(acceptGap(map, gap, { after: null, nineOfTenMs: HOUR })).toEqual([]);
});

test('the map stays whole, and a map without stages takes nothing', () => {
  for (const gap of ['not-on-map:x', 'detour:pay', 'customer-skipped:look']) expect(isWhole(accepted(gap))).toBe(true);
  expect(acceptGap(blankJourney('k', 't'), 'not-on-map:x', { after: null, nineOfTenMs: null })).toEqual([]);
});
