import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkingCalendar } from './calendar.ts';
import { addWorkingTime, officeHours, workingTimeBetween } from './working-hours.ts';

const HOUR_MS = 3_600_000;
const office = (timeZone: string, holidays: readonly string[] = []): WorkingCalendar => ({
  ...officeHours(timeZone),
  holidays,
});
const nights: WorkingCalendar = {
  key: 'nights',
  title: 'Nights',
  timeZone: 'Europe/Madrid',
  hours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 60, toMinute: 240 })),
  holidays: [],
};
const always: WorkingCalendar = {
  key: 'always',
  title: 'Always',
  timeZone: 'America/Toronto',
  hours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
  holidays: [],
};
const split: WorkingCalendar = {
  ...officeHours('Europe/Madrid'),
  hours: [
    { weekday: 1, fromMinute: 16 * 60, toMinute: 19 * 60 },
    { weekday: 1, fromMinute: 9 * 60, toMinute: 13 * 60 },
  ],
};

describe('so many working hours later', () => {
  test.each([
    ['within a day', office('UTC'), '2026-10-27T10:00Z', 2, '2026-10-27T12:00Z'],
    ['before the day begins', office('UTC'), '2026-10-27T03:00Z', 1, '2026-10-27T10:00Z'],
    ['over night', office('UTC'), '2026-10-27T16:00Z', 2, '2026-10-28T10:00Z'],
    ['ends with the shift, not with the next begin', office('UTC'), '2026-10-27T16:00Z', 1, '2026-10-27T17:00Z'],
    ['over the weekend', office('UTC'), '2026-10-23T16:30Z', 1, '2026-10-26T09:30Z'],
    ['begins on Sunday', office('UTC'), '2026-10-25T12:00Z', 0, '2026-10-26T09:00Z'],
    ['over a holiday', office('UTC', ['2026-10-26']), '2026-10-23T16:30Z', 1, '2026-10-27T09:30Z'],
    ['in the zone of those who work', office('America/Toronto'), '2026-10-27T12:00Z', 1, '2026-10-27T14:00Z'],
    ['29 February is a day', office('UTC'), '2028-02-28T16:00Z', 2, '2028-02-29T10:00Z'],
    ['29 February may be off', office('UTC', ['2028-02-29']), '2028-02-28T16:00Z', 2, '2028-03-01T10:00Z'],
    ['no 29 February in 2026', office('UTC'), '2026-02-27T16:00Z', 2, '2026-03-02T10:00Z'],
    ['over New Year', office('UTC', ['2027-01-01']), '2026-12-31T16:00Z', 2, '2027-01-04T10:00Z'],
    // The clock goes from 2:00 to 3:00: the shift from 1:00 to 4:00 has two hours.
    ['a night that is an hour short', nights, '2026-03-29T00:00Z', 2, '2026-03-29T02:00Z'],
    ['one hour more is in the next night', nights, '2026-03-29T00:00Z', 3, '2026-03-30T00:00Z'],
    // The clock goes from 3:00 back to 2:00: the shift has four hours.
    ['a night that is an hour long', nights, '2026-10-24T23:00Z', 4, '2026-10-25T03:00Z'],
    ['a day of 25 hours', always, '2026-11-01T04:00Z', 25, '2026-11-02T05:00Z'],
    ['a day of 23 hours', always, '2026-03-08T05:00Z', 23, '2026-03-09T04:00Z'],
    ['two shifts on one day', split, '2026-10-27T11:00Z', 2, '2026-10-27T16:00Z'],
    ['one day a week', split, '2026-10-27T17:30Z', 1, '2026-11-03T08:30Z'],
  ])('%s', (_, calendar, since, hours, due) => {
    const found = addWorkingTime(calendar, Date.parse(since), hours * HOUR_MS);
    expect(new Date(found).toISOString()).toBe(new Date(due).toISOString());
  });

  test('hours that never come are refused', () => {
    expect(() => addWorkingTime({ ...office('UTC'), hours: [] }, 0, 1)).toThrow('no working hours');
  });

  test('the time between is what was added, over changes of the clock too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(office('Europe/Madrid', ['2026-03-30']), nights, always, split),
        fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-12-31') }),
        fc.integer({ min: 1, max: 60 * HOUR_MS }),
        (calendar, since, work) => {
          const due = addWorkingTime(calendar, since, work);
          expect(workingTimeBetween(calendar, since, due)).toBe(work);
          expect(addWorkingTime(calendar, since, work - 1)).toBeLessThan(due);
        },
      ),
      { numRuns: 60 },
    );
  });
});
