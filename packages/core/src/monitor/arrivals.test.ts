import { expect, test } from 'vitest';
import { isLive, quietSince } from './arrivals.ts';

const BEGIN = 480_000;
const DAY = 24;
/** Hours of `days` days at these hours of the day. */
const at = (days: number, ...hours: readonly number[]): Set<number> =>
  new Set(Array.from({ length: days }, (_, day) => hours.map((hour) => BEGIN + day * DAY + hour)).flat());
const always = Array.from({ length: DAY }, (_, hour) => hour);
const office = always.slice(8, 18);
const weekdays = (hours: ReadonlySet<number>): Set<number> =>
  new Set([...hours].filter((hour) => Math.floor((hour - BEGIN) / DAY) % 7 < 5));

test.each([
  ['nothing ever', new Set<number>(), 60 * DAY, false, null],
  ['one file, long ago', at(1, 9), 60 * DAY, false, null],
  ['one file, now', at(1, 9), 10, false, null],
  ['a handful of files over two weeks', at(14, 9), 60 * DAY, false, null],
  ['a file a day for a month, the last today', at(40, 3), 40 * DAY, true, null],
  ['a file a day that is some hours late', at(40, 3), 40 * DAY + 9, true, null],
  ['a file a day, none for a week: not yet sure', at(40, 3), 47 * DAY, true, null],
  ['a file a day, none for four weeks', at(40, 3), 68 * DAY, false, 39 * DAY + 4],
  ['every hour, still', at(40, ...always), 40 * DAY, true, null],
  ['every hour, none for six hours', at(40, ...always), 40 * DAY + 6, true, null],
  ['every hour, none for a day', at(40, ...always), 41 * DAY, true, 40 * DAY],
  ['every hour, three weeks only', at(21, ...always), 21 * DAY, false, null],
  ['office hours, over a weekend', weekdays(at(40, ...office)), 42 * DAY + 7, true, null],
  ['office hours, a week without any', weekdays(at(40, ...office)), 47 * DAY, true, 39 * DAY + 18],
])('%s', (_, hours, now, live, quiet) => {
  expect(isLive(hours, BEGIN + now)).toBe(live);
  expect(quietSince(hours, BEGIN + now)).toBe(quiet === null ? null : BEGIN + quiet);
});
