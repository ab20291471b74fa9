import { expect, test } from 'vitest';
import { Rate } from './rate.ts';

test('so many at once, then as many again in their time; others are not held up', () => {
  const rate = new Rate({ most: 3, everyMs: 60_000 });
  expect([1, 2, 3].map(() => rate.take('a', 0))).toEqual([0, 0, 0]);
  expect(rate.take('a', 0)).toBe(20_000);
  expect(rate.take('b', 0)).toBe(0);
  expect(rate.take('a', 10_000)).toBe(10_000);
  expect(rate.take('a', 20_000)).toBe(0);
  expect(rate.take('a', 20_000)).toBe(20_000);
  expect([1, 2, 3, 4].map(() => rate.take('a', 1e9) > 0)).toEqual([false, false, false, true]);
  // A clock that is set back gives nothing and takes nothing.
  expect(rate.take('a', 0)).toBe(20_000);
});
