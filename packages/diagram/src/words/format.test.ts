import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatDayNear,
  formatMonth,
  formatRange,
  formatTime,
} from './calendar.ts';
import {
  counted,
  formatCount,
  formatDuration,
  formatNumber,
  formatShare,
  formatWait,
  listed,
  ordinal,
} from './format.ts';

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;
const D = 24 * H;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  test.each([
    [0, '0'],
    [7, '7'],
    [1204, '1,204'],
    [9999, '9,999'],
    [10_000, '10k'],
    [12_345, '12.3k'],
    [999_499, '999k'],
    [999_950, '1M'],
    [1_234_567, '1.23M'],
    [8_765_432_100, '8.77bn'],
    [0.12345, '0.123'],
    [3.1459, '3.15'],
    [61.96, '62'],
    [1234.5, '1,230'],
    [-5, '−5'],
    [-12_345, '−12.3k'],
    [0.00000123, '0.000001'],
    [Number.NaN, 'not known'],
    [Number.POSITIVE_INFINITY, 'not known'],
  ])('%d reads %s', (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });

  test.each([
    [0, '0'],
    [-0.4, '0'],
    [1234567, '1,234,567'],
    [-1234, '−1,234'],
  ])('%d counted reads %s', (value, words) => {
    expect(formatCount(value)).toBe(words);
  });

  test.each([
    [390, 640, '61 of 100'],
    [5, 12, '5 of 12'],
    [0, 29, '0 of 29'],
    [61, 88, '61 of 88'],
    [1, 640, 'under 1 of 100'],
    [639, 640, 'over 99 of 100'],
    [0, 640, '0 of 100'],
    [640, 640, '100 of 100'],
    [0, 0, '0 of 0'],
  ])('%d of %d reads %s', (part, whole, words) => {
    expect(formatShare(part, whole)).toBe(words);
  });

  test('nouns and lists', () => {
    expect([counted(1, 'customer'), counted(1204, 'customer'), counted(2, 'story', 'stories')]).toEqual([
      '1 customer',
      '1,204 customers',
      '2 stories',
    ]);
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  });
});

describe('elapsed time', () => {
  test.each([
    [null, 'not known'],
    [0, 'no time'],
    [400, 'under 1 s'],
    [40 * S, '40 s'],
    [90 * S, '2 min'],
    [21 * MIN, '21 min'],
    [59.6 * MIN, '1 h'],
    [3 * H + 6 * MIN, '3 h 06'],
    [9 * H + 59 * MIN, '9 h 59'],
    [10 * H, '10 h'],
    [61 * H, '61 h'],
    [118 * H, '5 days'],
    [10.3 * D, '10 days'],
    [52.6 * D, '7 weeks'],
    [365 * D, '11 months'],
    [800 * D, '2 years'],
    [-2 * H, '−2 h'],
  ])('%d ms reads %s', (ms, words) => {
    expect(plain(formatDuration(ms))).toBe(words);
  });

  test('a wait is told by its half and its slowest tenth', () => {
    expect(plain(formatWait(61 * H, 90 * H))).toBe('half wait longer than 61 h, 1 in 10 longer than 90 h');
  });
});

describe('dates in a zone', () => {
  const ms = Date.parse('2026-09-01T03:50:00Z');
  test.each([
    ['date', formatDate(ms, 'UTC'), '1 Sep 2026'],
    ['the day before in another zone', formatDate(ms, 'America/Toronto'), '31 Aug 2026'],
    ['day', formatDay(ms, 'Europe/Madrid'), 'Tue 1 Sep'],
    ['day of this year', formatDayNear(ms, 'Europe/Madrid', ms + 86_400_000), 'Tue 1 Sep'],
    ['day of another year', formatDayNear(ms, 'Europe/Madrid', ms + 300 * 86_400_000), 'Tue 1 Sep 2026'],
    ['time', formatTime(ms, 'Europe/Madrid'), '05:50'],
    ['midnight', formatTime(Date.parse('2026-01-01T00:00:00Z'), 'UTC'), '00:00'],
    ['both', formatDateTime(ms, 'Europe/Madrid'), 'Tue 1 Sep 2026, 05:50'],
    ['month', formatMonth(ms, 'UTC'), 'Sep 2026'],
    [
      'range',
      formatRange(Date.parse('2026-09-28T00:00Z'), Date.parse('2026-10-26T00:00Z'), 'UTC'),
      '28 Sep to 25 Oct 2026',
    ],
    ['one day', formatRange(ms, ms + 1, 'UTC'), '1 Sep 2026'],
    ['over the year', formatRange(Date.parse('2025-12-31T00:00Z'), ms, 'UTC'), '31 Dec 2025 to 1 Sep 2026'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  test('an unknown zone is refused', () => {
    expect(() => formatDate(ms, 'Mars/Olympus')).toThrow(RangeError);
  });
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [112, '112th'],
])('%i is %s', (n, text) => {
  expect(ordinal(n)).toBe(text);
});
