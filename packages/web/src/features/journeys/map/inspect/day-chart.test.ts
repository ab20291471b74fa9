import type { JourneyDays } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { dayChart } from './day-chart.ts';

const DAY = 86_400_000;
const daysOf = (counts: readonly number[], due = 20): JourneyDays => ({
  days: counts.map((harmed, at) => ({ dayMs: at * DAY, step: 'bag', due, harmed })),
  unsteady: [],
  told: 1,
});

describe('harm day by day', () => {
  test('before and after a change: what was usual, what is out', () => {
    const chart = dayChart(daysOf([0, 1, 2, 0, 6, 9, 4, 2]), 'bag', 4 * DAY);
    expect(chart).toMatchObject({ unit: 'day', usual: [0, 2], now: [2, 9], top: 10, sinceMs: 4 * DAY });
    expect(chart?.marks.map(({ isOut }) => isOut)).toEqual([false, false, false, false, true, true, true, false]);
  });

  test('the change may come from the days themselves', () => {
    const days = { ...daysOf([0, 3]), unsteady: [{ step: 'bag', sinceMs: DAY, before: 0, since: 0.15 }] };
    expect(dayChart(days, 'bag', null)?.sinceMs).toBe(DAY);
  });

  test('no change: one range of all, nothing out', () => {
    expect(dayChart(daysOf([1, 3, 2]), 'bag', null)).toMatchObject({ usual: null, now: [1, 3], top: 5, sinceMs: null });
  });

  test('many days are counted by the week', () => {
    const chart = dayChart(daysOf(Array.from({ length: 140 }, () => 1)), 'bag', null);
    expect(chart).toMatchObject({ unit: 'week', top: 10 });
    expect(chart?.marks).toHaveLength(20);
  });

  test('nobody came, nobody was harmed, another step: nothing to draw', () => {
    expect(dayChart(daysOf([]), 'bag', null)).toBeNull();
    expect(dayChart(daysOf([0, 0]), 'bag', null)).toBeNull();
    expect(dayChart(daysOf([1], 0), 'bag', null)).toBeNull();
    expect(dayChart(daysOf([1]), 'seats', null)).toBeNull();
  });
});
