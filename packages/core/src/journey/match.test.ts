import { expect, test } from 'vitest';
import { matchEvent, matches, matchRules, withTouchpoints } from './match.ts';
import { event, MATCH_CASES, MATCH_RULES } from './match-cases.ts';
import { contractOf, on, step } from './test-kit.ts';
import { touchOf } from './touch.ts';

test.each(MATCH_CASES)('%s', (_what, one, touch) => {
  expect(touchOf(matchEvent(MATCH_RULES, one))).toEqual(touch);
});

test('every condition must hold, and a property of Object is not one of the event', () => {
  const both = on('a', {
    where: [
      { property: 'toString', test: 'is-not', values: ['x'] },
      { property: 'plan', test: 'is', values: ['gold', ''] },
    ],
  });
  expect(matches(both, event('a', '', { plan: 'gold' }))).toBe(true);
  expect(matches(both, event('a', '', { plan: '' }))).toBe(true);
  expect(matches(both, event('a'))).toBe(false);
  expect(matches(both, event('a', '', { plan: 'gold', toString: 'x' }))).toBe(false);
});

test.each([undefined, 0, 16_384, 1.5])('a step numbered %s is refused', (number) => {
  const numbers = new Map(number === undefined ? [] : [['a', number]]);
  expect(() => matchRules(contractOf([step('a')]), numbers)).toThrow('"a" has no number');
});

test('touchpoints lend their matchers, after the own ones', () => {
  const before = contractOf([
    { kind: 'repeat', id: 'again', isOptional: false, atMost: 2, blocks: [step('a', { touchpoint: 'desk' })] },
    step('b', { touchpoint: 'gone' }),
  ]);
  const after = withTouchpoints(before, [
    { key: 'desk', title: 'Desk', kind: 'owned', channels: [], matchers: [on('desk')], owner: null },
  ]);
  const numbers = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  expect(matchRules(after, numbers).map(({ matcher }) => matcher.events)).toEqual([['a'], ['desk'], ['b']]);
});
