import { describe, expect, test } from 'vitest';
import { dayStart, readPeriod } from './period.ts';

const data = { timeZone: 'America/Toronto', firstMs: Date.UTC(2026, 7, 1), lastMs: Date.UTC(2026, 9, 26, 14) };
const iso = (ms: number) => new Date(ms).toISOString();

test.each([
  ['2026-10-26', '2026-10-26T04:00:00.000Z'],
  ['2026-12-01', '2026-12-01T05:00:00.000Z'],
  ['', null],
  ['2026-02-30', null],
])('the day %s begins in the zone of the workspace', (day, start) => {
  const ms = dayStart(day, data.timeZone);
  expect(ms === undefined ? null : iso(ms)).toBe(start);
});

describe('a period in an address', () => {
  test.each([
    ['2026-09-28', '2026-10-25', '2026-09-28T04:00:00.000Z', '2026-10-26T04:00:00.000Z'],
    ['-28d', undefined, '2026-09-29T04:00:00.000Z', '2026-10-27T04:00:00.000Z'],
    ['-1d', undefined, '2026-10-26T04:00:00.000Z', '2026-10-27T04:00:00.000Z'],
    [undefined, '2026-08-31', '2026-08-01T00:00:00.000Z', '2026-09-01T04:00:00.000Z'],
    ['2026-11-01', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
  ])('%s to %s', (from, to, start, end) => {
    const period = readPeriod(from, to, data);
    expect(period && [iso(period.fromMs), iso(period.toMs)]).toEqual([start, end]);
  });

  test.each([
    [undefined, undefined],
    ['2026-10-25', '2026-09-28'],
    ['2026-02-31', undefined],
  ])('%s to %s is none', (from, to) => expect(readPeriod(from, to, data)).toBeNull());
});
