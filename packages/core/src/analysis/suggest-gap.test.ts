import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketOf, middleOf } from '../stats/gap-buckets.ts';
import { betweenRhythms, longestUsual } from './suggest-gap.ts';

/** So many gaps around a middle, spread evenly over a factor of three. */
function around(middleMs: number, gaps: number): { octaveMs: number; step: number; gaps: number }[] {
  return Array.from({ length: 20 }, (_, i) => ({
    ...bucketOf(Math.round(middleMs * 3 ** ((i - 9.5) / 9.5))),
    gaps: gaps / 20,
  }));
}

test('minutes within visits and days between them part at about an hour', () => {
  const suggested = betweenRhythms([...around(60_000, 2000), ...around(3 * 86_400_000, 600)]);
  expect(suggested?.from).toBe('two-rhythms');
  expect(suggested?.gaps).toBe(2600);
  expect(suggested?.gapMs).toBeGreaterThan(5 * 60_000);
  expect(suggested?.gapMs).toBeLessThan(12 * 3_600_000);
});

test('one rhythm has its longest usual silence', () => {
  expect(betweenRhythms(around(60_000, 2000))).toBeNull();
  expect(longestUsual(2000, 123_456.4)).toEqual({ gapMs: 123_456, from: 'longest-usual', gaps: 2000 });
});

test('fewer than 30 gaps tell nothing', () => {
  expect(betweenRhythms([{ octaveMs: 1024, step: 40, gaps: 29 }])).toBeNull();
  expect(betweenRhythms([])).toBeNull();
  expect(longestUsual(29, 5)).toBeNull();
});

test('the middle of its bucket is within 2 % of every gap from 32 ms on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 32, max: 7_258_118_400_000 }), (gapMs) => {
      expect(Math.abs(10 ** middleOf(bucketOf(gapMs)) / gapMs - 1)).toBeLessThan(0.02);
    }),
  );
});
