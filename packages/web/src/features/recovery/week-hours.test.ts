import { officeHours } from '@continuo/core';
import { expect, test } from 'vitest';
import { readDay, sayWeek, writeDay } from './week-hours.ts';

const SHORT = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

test.each([
  ['9-17', '9-17'],
  ['9:00 – 13, 14.30-18', '9-13, 14:30-18'],
  ['14-18; 9-13', '9-13, 14-18'],
  ['0-24', '0-24'],
  ['  ', ''],
])('%s is read, and written as %s', (text, written) => {
  expect(writeDay(readDay(text, 2) ?? [], 2)).toBe(written);
});

test.each(['17-9', '9', 'nine to five', '9-25', '9:75-17', '9-13, 12-18', '9-9'])('%s cannot be read', (text) => {
  expect(readDay(text, 0)).toBeNull();
});

test('a week is said in a few words', () => {
  const { hours } = officeHours('UTC');
  expect(sayWeek(hours, SHORT)).toBe('Mon–Fri 9–17');
  expect(sayWeek([...hours, { weekday: 5, fromMinute: 540, toMinute: 780 }], SHORT)).toBe('Mon–Fri 9–17, Sat 9–13');
  expect(
    sayWeek(
      hours.filter(({ weekday }) => weekday !== 2),
      SHORT,
    ),
  ).toBe('Mon–Tue 9–17, Thu–Fri 9–17');
});
