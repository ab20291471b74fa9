import { describe, expect, test } from 'vitest';
import { type LovedMoment, mostLoved } from './most-loved.ts';
import { type JourneyNeed, needsMost } from './needs-most.ts';
import { type WaitingFacts, waitingFor } from './waiting-for.ts';

const NOW = Date.parse('2026-11-04T12:00Z');
const NOTHING: WaitingFacts = { alerts: [], callbacks: null, reviews: [], drafts: [], nowMs: NOW, timeZone: 'UTC' };
const calls = { mine: 0, pastDue: 0, unassigned: 0, longest: null };
const kinds = (facts: Partial<WaitingFacts>): string =>
  waitingFor({ ...NOTHING, ...facts })
    .map((one) => (one.kind === 'more' ? `more ${one.of} ${one.n}` : one.kind))
    .join(', ');
const dayIn = (days: number): string => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10);
const review = (inDays: number) => ({ journey: `j${inDays}`, title: 'Trip', day: dayIn(inDays) });

describe('what waits', () => {
  test.each<[string, Partial<WaitingFacts>, string]>([
    ['nothing', {}, ''],
    ['call-backs, none of them', { callbacks: calls }, ''],
    ['call-backs with nobody', { callbacks: { ...calls, unassigned: 3 } }, 'callbacks'],
    ['reviews within a week or past their day', { reviews: [review(8), review(7), review(-20)] }, 'review, review'],
    [
      'alerts first, drafts last, two of a kind',
      {
        alerts: ['1', '2', '3'].map((id) => ({ id, title: 'Phone us', detail: '' })),
        callbacks: { ...calls, mine: 1 },
        reviews: [review(0)],
        drafts: [{ journey: 'a', title: 'A', isNew: true }],
      },
      'alert, alert, more alert 1, callbacks, review, draft',
    ],
  ])('%s', (_, facts, expected) => expect(kinds(facts)).toBe(expected));

  test('the review that is longest past its day stands first', () => {
    const [first] = waitingFor({ ...NOTHING, reviews: [review(3), review(-20), review(-1)] });
    expect(first).toMatchObject({ kind: 'review', inDays: -20 });
  });

  test.each([
    ['2026-11-22T19:00Z', 'Pacific/Auckland', 0],
    ['2026-11-22T19:00Z', 'UTC', 1],
    ['2026-11-24T04:59Z', 'America/Toronto', 0],
    ['2026-11-24T05:00Z', 'America/Toronto', -1],
  ])('a review on Monday 23 November, at %s in %s, is in %i days', (now, timeZone, inDays) => {
    const reviews = [{ journey: 'trip', title: 'Trip', day: '2026-11-23' }];
    expect(waitingFor({ ...NOTHING, reviews, nowMs: Date.parse(now), timeZone })).toMatchObject([{ inDays }]);
  });
});

test('those that hurt come first by people missed, then the unknown, then the rest', () => {
  const one = (title: string, status: JourneyNeed['status'], missed: number, people: number | null): JourneyNeed => ({
    ...{ key: title, title, status, missed, people },
  });
  const all = [
    one('well', 'good', 0, 900),
    one('unknown', 'none', 0, null),
    one('hurts few', 'alert', 10, 900),
    one('hurts many', 'alert', 300, 400),
    one('also unknown', 'none', 0, null),
  ];
  expect(needsMost(all, 4).map(({ title }) => title)).toEqual(['hurts many', 'hurts few', 'also unknown', 'unknown']);
  expect(needsMost([], 5)).toEqual([]);
});

test('the most loved is what we can be surest of; one moment of two maps stands once', () => {
  const moment = (title: string, happy: number, answered: number, journey = 'a'): LovedMoment => ({
    ...{
      at: { kind: 'activity', activity: title },
      title,
      happy,
      answered,
      quote: null,
      phrases: [],
      owner: null,
      journey,
    },
  });
  const all = [moment('few', 5, 5), moment('many', 50, 60), moment('many', 50, 60, 'b'), moment('half', 30, 59)];
  expect(mostLoved(all, 3).map(({ title }) => title)).toEqual(['many', 'few', 'half']);
});
