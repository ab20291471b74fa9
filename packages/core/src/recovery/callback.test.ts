import { describe, expect, test } from 'vitest';
import { afterDeed, type CallbackDeed, type CallbackStanding, isPastDue, openedCallback } from './callback.ts';
import { timersOf } from './callback-timers.ts';

const close: CallbackDeed = { kind: 'close', cause: { kind: 'off-map' }, action: 'said sorry', askMs: 150, by: 3 };
const quietly: CallbackDeed = { ...close, askMs: null };
const take: CallbackDeed = { kind: 'take', owner: 3 };
const hold: CallbackDeed = { kind: 'wait', for: 'customer', untilMs: null, restMs: 40, by: 3 };
const until: CallbackDeed = { kind: 'wait', for: 'until', untilMs: 120, restMs: 40, by: 3 };
const no: CallbackDeed = { kind: 'answer', answer: 'no', dueMs: 400, mayReopen: true };
const yes: CallbackDeed = { ...no, answer: 'yes' };

/** Each deed 10 ms after the one before, beginning at 10. Throws where one is refused. */
function standingAfter(...deeds: readonly CallbackDeed[]): CallbackStanding {
  return deeds.reduce<CallbackStanding>(
    (standing, deed, i) => {
      const outcome = afterDeed(standing, deed, 10 * (i + 1));
      if (!outcome.ok) throw new Error(outcome.problems.join(' '));
      return outcome.value;
    },
    openedCallback('Baggage', 100),
  );
}

describe('a call-back', () => {
  test.each([
    ['is open, with the team of the step', [], { state: 'open', team: 'Baggage', owner: null }],
    ['is in hand when taken', [take], { state: 'in-hand', owner: 3 }],
    ['is open again when given back', [take, { kind: 'give', owner: null }], { state: 'open', owner: null }],
    [
      'goes to another team, and stays in hand',
      [take, { kind: 'give', team: 'Web' }],
      { state: 'in-hand', team: 'Web' },
    ],
    ['remembers when they were spoken to first', [take, { kind: 'speak' }, { kind: 'speak' }], { answeredMs: 20 }],
    ['waits, and whoever says so has it', [hold], { state: 'waiting', owner: 3, restMs: 40, waitingFor: 'customer' }],
    ['keeps the rest of the first wait', [hold, { ...until, restMs: 9 }], { restMs: 40, untilMs: 120 }],
    ['goes on waiting for another owner', [hold, { kind: 'take', owner: 4 }], { state: 'waiting', owner: 4 }],
    [
      'goes on with a new due time',
      [hold, { kind: 'resume', dueMs: 300 }],
      { state: 'in-hand', dueMs: 300, restMs: null },
    ],
    ['is asked about when closed', [take, close], { state: 'asked', closedMs: 20, answeredMs: 20, askMs: 150 }],
    ['is closed by whoever closes it', [quietly], { state: 'closed', owner: 3, askMs: null }],
    ['is put right', [close, { kind: 'ask' }, yes], { state: 'closed', answer: 'yes', closedMs: 10 }],
    [
      'opens again where it is not',
      [close, { kind: 'ask' }, no],
      { state: 'in-hand', answer: 'no', dueMs: 400, closedMs: null },
    ],
    [
      'stays closed where another is open',
      [close, { kind: 'ask' }, { ...no, mayReopen: false }],
      { state: 'closed', answer: 'no' },
    ],
    [
      'is withdrawn without a cause',
      [take, { kind: 'withdraw', withdrawn: { why: 'removed' } }],
      { state: 'closed', closedMs: 20, cause: null, answeredMs: null, withdrawn: { why: 'removed' } },
    ],
    [
      'is opened again all the same',
      [
        { kind: 'withdraw', withdrawn: { why: 'merged', into: 2 } },
        { kind: 'reopen', dueMs: 300 },
      ],
      { state: 'open', dueMs: 300, closedMs: null, withdrawn: null },
    ],
    [
      'takes what was done and owed in another of the same person',
      [{ kind: 'merge', other: { ...openedCallback('Web', 90), owner: 4, answeredMs: 5, state: 'in-hand' } }],
      { state: 'in-hand', owner: 4, team: 'Baggage', dueMs: 90, answeredMs: 5 },
    ],
    [
      'goes on when the other does not wait',
      [hold, { kind: 'merge', other: openedCallback(null, 90) }],
      { state: 'in-hand', owner: 3, dueMs: 90, restMs: null, waitingFor: null },
    ],
    [
      'keeps its time when only the other waits',
      [{ kind: 'merge', other: { ...openedCallback(null, 9), state: 'waiting', waitingFor: 'customer', owner: 4 } }],
      { state: 'in-hand', owner: 4, dueMs: 100 },
    ],
    ['stays unanswered', [close, { kind: 'ask' }, { kind: 'expire' }], { state: 'closed', answer: null }],
    ['may be answered late', [close, { kind: 'ask' }, { kind: 'expire' }, no], { state: 'in-hand' }],
    ['is asked about once', [close, { kind: 'ask' }, no, close], { state: 'closed', askedMs: 20 }],
    [
      'opened by us before they answer, it stays open',
      [close, { kind: 'ask' }, { kind: 'reopen', dueMs: 9 }, no],
      { state: 'in-hand', dueMs: 9 },
    ],
    [
      'opened by us before they are asked, they are asked later',
      [close, { kind: 'reopen', dueMs: 9 }, close],
      { state: 'asked', askedMs: null },
    ],
  ] as const)('%s', (_, deeds, expected) => expect(standingAfter(...deeds)).toMatchObject(expected));

  test.each([
    ['closed twice', [quietly, quietly]],
    ['taken when closed', [quietly, take]],
    ['waiting when asked', [close, hold]],
    ['waiting for a time that is over', [{ ...until, untilMs: 10 }]],
    ['resumed without waiting', [take, { kind: 'resume', dueMs: 1 }]],
    ['asked twice', [close, { kind: 'ask' }, { kind: 'ask' }]],
    ['asked while open', [take, { kind: 'ask' }]],
    ['answered without being asked', [close, yes]],
    ['answered twice', [close, { kind: 'ask' }, yes, no]],
    ['opened while open', [take, { kind: 'reopen', dueMs: 1 }]],
    ['late before its time', [{ kind: 'late' }]],
  ] as const)('is not %s', (_, deeds) => expect(() => standingAfter(...deeds)).toThrow());

  test('is past due once the time is over, and not while it waits', () => {
    const open = openedCallback(null, 100);
    expect([isPastDue(open, 100), isPastDue(open, 101)]).toEqual([false, true]);
    expect(isPastDue(standingAfter(hold), 1000)).toBe(false);
    const told = afterDeed(open, { kind: 'late' }, 101);
    expect(told.ok && afterDeed(told.value, { kind: 'late' }, 102).ok).toBe(false);
  });

  test.each([
    ['open', [], { late: 101, back: null, ask: null, expire: null }],
    ['waiting until', [until], { late: null, back: 120, ask: null, expire: null }],
    ['waiting for the customer', [hold], { late: null, back: null, ask: null, expire: null }],
    ['closed, to be asked', [close], { late: null, back: null, ask: 150, expire: null }],
    ['asked', [close, { kind: 'ask' }], { late: null, back: null, ask: null, expire: 20 + 86_400_000 }],
    ['answered', [close, { kind: 'ask' }, yes], { late: null, back: null, ask: null, expire: null }],
  ] as const)('%s: its timers', (_, deeds, timers) => expect(timersOf(standingAfter(...deeds), 1)).toEqual(timers));
});
