import { expect, test } from 'vitest';
import { type ReviewedIn, reviewOf } from './review.ts';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const at = (timeZone: string, isDemo = false, last: string | null = null): ReviewedIn => ({
  workspace: { timeZone, isDemo },
  lastMs: last === null ? null : noon(last),
});
const review = { everyDays: 28, nextDay: '2026-09-15' };

test.each([
  ['nothing planned', null, at('UTC'), noon('2026-09-15'), { words: 'No review planned', kind: 'none' }],
  ['no day', { everyDays: 28, nextDay: null }, at('UTC'), 0, { words: 'No review planned', kind: 'none' }],
  ['no such day', { everyDays: 28, nextDay: '2026-99-99' }, at('UTC'), 0, { words: 'No review planned', kind: 'none' }],
  ['on the day', review, at('UTC'), noon('2026-09-15'), { words: 'Next review Tue 15 Sep', kind: 'planned' }],
  [
    'the day after',
    review,
    at('UTC'),
    noon('2026-09-16'),
    { words: 'Review overdue since Tue 15 Sep', kind: 'overdue' },
  ],
  ['already tomorrow there', review, at('Pacific/Kiritimati'), noon('2026-09-15'), { kind: 'overdue' }],
  ['the sample ends before', review, at('UTC', true, '2026-09-10'), noon('2027-01-01'), { kind: 'planned' }],
  ['the sample ends after', review, at('UTC', true, '2026-10-01'), noon('2026-09-01'), { kind: 'overdue' }],
  ['own data end before', review, at('UTC', false, '2026-09-10'), noon('2027-01-01'), { kind: 'overdue' }],
  ['a sample without events', review, at('UTC', true), noon('2027-01-01'), { kind: 'overdue' }],
])('%s', (_name, given, where, nowMs, expected) => {
  expect(reviewOf(given, where, nowMs)).toMatchObject(expected);
});
