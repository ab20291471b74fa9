import { expect, test } from 'vitest';
import { matchEvent, matches, matchRules, withTouchpoints } from './match.ts';
import { contractOf, on, step } from './test-kit.ts';
import { touchOf } from './touch.ts';

const event = (name: string, channel = '', properties: Record<string, string | number | boolean> = {}) => ({
  name,
  channel,
  properties,
});

const contract = contractOf([
  step('pay', {
    matchers: [on('payment')],
    failures: [on('payment', { where: [{ property: 'status', test: 'is', values: ['declined', '3'] }] })],
    channels: ['web', 'app'],
  }),
  {
    kind: 'choice',
    id: 'how',
    isOptional: false,
    atMost: null,
    blocks: [
      step('fetch', { matchers: [on('got it', { channels: ['store', ''] })] }),
      step('sent', {
        matchers: [on('got it', { where: [{ property: 'lost', test: 'is-not', values: ['true'] }] }), on('payment')],
        failures: [on('got it', { where: [{ property: 'why', test: 'exists', values: [] }] })],
      }),
    ],
  },
  step('not connected', { matchers: [] }),
]);
const rules = matchRules(
  contract,
  new Map([
    ['pay', 7],
    ['fetch', 2],
    ['sent', 16_383],
    ['not connected', 9],
  ]),
);

test.each([
  ['another name', event('payments'), { step: 0, isFailed: false, isOtherChannel: false }],
  ['the first step in file order', event('payment', 'web'), { step: 7, isFailed: false, isOtherChannel: false }],
  ['another channel', event('payment', 'phone'), { step: 7, isFailed: false, isOtherChannel: true }],
  ['the unknown channel is never another', event('payment'), { step: 7, isFailed: false, isOtherChannel: false }],
  [
    'a failure wins over the good case of the same step',
    event('payment', 'phone', { status: 'declined' }),
    { step: 7, isFailed: true, isOtherChannel: true },
  ],
  [
    'numbers are compared as text',
    event('payment', '', { status: 3 }),
    { step: 7, isFailed: true, isOtherChannel: false },
  ],
  ['a matcher of one channel', event('got it', 'store'), { step: 2, isFailed: false, isOtherChannel: false }],
  ['the unknown channel when it is named', event('got it'), { step: 2, isFailed: false, isOtherChannel: false }],
  ['is-not holds when it is missing', event('got it', 'web'), { step: 16_383, isFailed: false, isOtherChannel: false }],
  [
    'is-not of a truth value',
    event('got it', 'web', { lost: true }),
    { step: 0, isFailed: false, isOtherChannel: false },
  ],
  [
    'exists, even when empty',
    event('got it', 'web', { lost: true, why: '' }),
    { step: 16_383, isFailed: true, isOtherChannel: false },
  ],
  ['a step without matchers', event('not connected'), { step: 0, isFailed: false, isOtherChannel: false }],
])('%s', (_what, one, touch) => {
  expect(touchOf(matchEvent(rules, one))).toEqual(touch);
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
