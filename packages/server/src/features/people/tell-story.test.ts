import type { Moment } from '@continuo/core';
import { expect, test } from 'vitest';
import { tellStory } from './tell-story.ts';

const HOUR = 3_600_000;
const moment = (activity: string, hours: number, rest: Partial<Moment> = {}): Moment => ({
  timeMs: hours * HOUR,
  activity,
  channel: 'web',
  caseKey: '',
  score: null,
  scale: '',
  felt: 'none',
  text: '',
  properties: {},
  source: 1,
  ...rest,
});
const tell = (moments: readonly Moment[], usual = () => null as { medianMs: number; p90Ms: number } | null) =>
  tellStory({ moments, usual, timeZone: 'Europe/Madrid', todayMs: Date.UTC(1970, 5) });

test('nothing happened: no story, no cost', () => {
  expect(tell([])).toEqual({ moments: [], costs: [], wentWell: null, stands: null, worst: null });
});

test('a step done again says how often, and is counted once more', () => {
  const told = tell([moment('Ask', 0), moment('Ask', 1), moment('Ask', 2)]);
  expect(told.moments.map((each) => each.cost)).toEqual([null, '2nd time', '3rd time']);
  expect(told.costs).toEqual([{ kind: 'repeats', value: '2 times', words: 'did the same step again' }]);
});

test('what comes to the customer, and answering us, costs no change of channel and is nothing done again', () => {
  const answer = { channel: 'email', properties: { submission: 's1' } };
  const lived = [moment('Order', 0), moment('Parcel', 1, { channel: 'field' }), moment('A', 2, answer)];
  expect(tell([...lived, moment('A', 3, answer)]).costs).toEqual([]);
  expect(tell([...lived, moment('Ask', 4, { channel: 'phone' })]).costs).toEqual([
    { kind: 'handovers', value: 'once', words: 'had to change the channel' },
  ]);
});

test('another way is no harm; what the customer said is', () => {
  const told = tell([
    moment('A', 0),
    moment('B', 1, { felt: 'unhappy', score: 2, scale: '0-10', text: 'Call me: +34 600 123 456' }),
    moment('C', 2),
  ]);
  expect(told.moments.map((each) => each.tone)).toEqual(['plain', 'worst', 'plain']);
  expect(told.moments[1]?.quote).toBe('Call me: •••');
  expect(told.stands).toBe('Still hurt: the last answer was 2 on a scale of 0 to 10.');
});

test('nobody asked: the story says so and invents no feeling', () => {
  expect(tell([moment('A', 0)]).stands).toBe('Last seen: A. Nobody asked how it felt, or there was no answer.');
});

test('a wait is told when the event tells it, or when 9 of 10 others wait less', () => {
  const usual = () => ({ medianMs: HOUR, p90Ms: 2 * HOUR });
  expect(tell([moment('A', 0), moment('B', 3)], usual).moments[1]?.cost).toMatch(
    /^after 3\sh; 9 of 10 wait less than 2\sh$/,
  );
  expect(tell([moment('A', 0), moment('B', 1)], usual).moments[1]?.cost).toBeNull();
  expect(tell([moment('A', 0), moment('B', 9, { properties: { wait_minutes: 34 } })], usual).moments[1]?.cost).toMatch(
    /^34\smin waiting$/,
  );
});

test('the clock is that of the place where the customer stood, else of the workspace', () => {
  const [here, there] = tell([
    moment('A', 0),
    moment('B', 1, { properties: { local_time: '2026-10-20 20:55' } }),
  ]).moments;
  expect(here?.time).toBe('01:00');
  expect(there).toMatchObject({ day: 'Tue 20 Oct 2026', time: '20:55' });
});

test('long silence is told before the moment that ends it', () => {
  expect(tell([moment('A', 0), moment('B', 24 * 49)]).moments[1]?.later).toMatch(/^7\sweeks later$/);
  expect(tell([moment('A', 0), moment('B', 47)]).moments[1]?.later).toBeNull();
});
