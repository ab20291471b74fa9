import { expect, test } from 'vitest';
import { silencesOf } from './silence.ts';

const WEEK = 168;
const steady = (hour: number): number => (hour % 24 >= 8 && hour % 24 < 20 ? 10 : 1);

test('a source that falls silent for two days, and one that never comes back', () => {
  const gap = (hour: number) => hour >= 5 * WEEK + 12 && hour < 5 * WEEK + 60;
  const [one, ...more] = silencesOf((hour) => (gap(hour) ? 0 : steady(hour)), 0, 8 * WEEK);
  expect(more).toEqual([]);
  expect(one?.fromHour).toBeGreaterThanOrEqual(5 * WEEK + 8);
  expect(one?.fromHour).toBeLessThanOrEqual(5 * WEEK + 12);
  expect((one?.toHour ?? 0) - (5 * WEEK + 60)).toBeLessThan(8);
  const dead = silencesOf((hour) => (hour >= 6 * WEEK ? 0 : steady(hour)), 0, 8 * WEEK);
  expect(dead.map(({ toHour }) => toHour)).toEqual([8 * WEEK]);
});

test('under four weeks nobody can tell', () => {
  expect(silencesOf(() => 0, 0, 900)).toEqual([]);
  expect(silencesOf(steady, 0, 600)).toEqual([]);
});
