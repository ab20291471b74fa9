import type { FeedbackPeriod } from '@continuo/core';
import { expect, test } from 'vitest';
import { weekChart } from './weeks.ts';

const WEEK = 7 * 86_400_000;
const week = (at: number, unhappy: number, neutral: number, happy: number): FeedbackPeriod => ({
  fromMs: at * WEEK,
  voices: { unhappy, neutral, happy },
  nps: null,
});

test('nobody answered: nothing is drawn and nothing is divided by zero', () => {
  expect(weekChart([], 300, 80)).toEqual({ bars: [], line: 0, tick: 0, above: null, below: null });
});

test('happy stands above the line, unhappy below, neutral half and half', () => {
  const { bars, line, tick, above, below } = weekChart([week(0, 4, 2, 3), week(2, 1, 0, 0)], 300, 90);
  expect(line).toBe(40);
  const [first, second] = bars;
  expect(first).toMatchObject({ top: 0, happy: 30, neutral: 20, unhappy: 40 });
  expect(second).toMatchObject({ top: 40, happy: 0, neutral: 0, unhappy: 10 });
  expect((second?.x ?? 0) - (first?.x ?? 0)).toBe(200);
  expect([tick, above, below]).toEqual([2, 20, 60]);
});

test('an hour of daylight saving moves no week', () => {
  const { bars } = weekChart([week(0, 1, 0, 0), { ...week(1, 1, 0, 0), fromMs: WEEK + 3_600_000 }], 200, 50);
  expect((bars[1]?.x ?? 0) - (bars[0]?.x ?? 0)).toBe(100);
});
