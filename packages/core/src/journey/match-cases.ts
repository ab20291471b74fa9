import type { Matchable, MatchRule } from './match.ts';
import { matchRules } from './match.ts';
import { contractOf, on, step } from './test-kit.ts';
import type { Touch } from './touch.ts';

/** An event for tests. */
export const event = (
  name: string,
  channel = '',
  properties: Record<string, string | number | boolean> = {},
): Matchable => ({
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
  step('odd', {
    matchers: [
      { events: [], where: [], channels: [] },
      on('odd', { channels: ['web'], where: [{ property: 'plan', test: 'is', values: [] }] }),
      on('odd', { channels: ['app'], where: [{ property: 'plan', test: 'is', values: [''] }] }),
    ],
  }),
]);
/** Overlapping matchers with conditions, failures and channels. */
export const MATCH_RULES: readonly MatchRule[] = matchRules(
  contract,
  new Map([
    ['pay', 7],
    ['fetch', 2],
    ['sent', 16_383],
    ['not connected', 9],
    ['odd', 3],
  ]),
);

/** What it shows, an event, and the touch it is by the rules. */
export const MATCH_CASES: readonly (readonly [what: string, event: Matchable, touch: Touch])[] = [
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
  [
    'a value that is not named',
    event('payment', '', { status: 'paid' }),
    { step: 7, isFailed: false, isOtherChannel: false },
  ],
  ['is nothing: never', event('odd', 'web', { plan: 'x' }), { step: 0, isFailed: false, isOtherChannel: false }],
  [
    'is empty: only when it is there',
    event('odd', 'app', { plan: '' }),
    { step: 3, isFailed: false, isOtherChannel: false },
  ],
  ['missing is not empty', event('odd', 'app'), { step: 0, isFailed: false, isOtherChannel: false }],
  ['a step without matchers', event('not connected'), { step: 0, isFailed: false, isOtherChannel: false }],
];
