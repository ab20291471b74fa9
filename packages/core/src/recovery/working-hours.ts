import { Problem } from '../problem.ts';
import { dayOfDate, periodNumber, weekdayOf } from '../time/calendar.ts';
import { instantOf } from '../time/wall-clock.ts';
import type { WorkingCalendar } from './calendar.ts';

/** Longer than this without a working hour means that the calendar has none. */
const MOST_DAYS = 3660;

/** A stretch of working time, [fromMs, toMs). */
interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Working time of the calendar that ends after `sinceMs`, in order, without end. Throws `input.invalid` when there is none. */
function* stretches({ timeZone, hours, holidays }: WorkingCalendar, sinceMs: number): Generator<Stretch> {
  const off = new Set(holidays.map(dayOfDate));
  const first = periodNumber(sinceMs, 'day', timeZone);
  let idle = 0;
  for (let day = first; ; day += 1) {
    const spans = off.has(day) ? [] : hours.filter(({ weekday }) => weekday === weekdayOf(day));
    idle = spans.length === 0 ? idle + 1 : 0;
    if (idle > MOST_DAYS) throw new Problem('input.invalid', 'This calendar has no working hours.');
    for (const { fromMinute, toMinute } of [...spans].sort((a, b) => a.fromMinute - b.fromMinute)) {
      const stretch = { fromMs: instantOf(day, fromMinute, timeZone), toMs: instantOf(day, toMinute, timeZone) };
      if (stretch.toMs > sinceMs && stretch.toMs > stretch.fromMs) yield stretch;
    }
  }
}

/**
 * The instant after so much working time, ms. Real time is counted: where the clock jumps, a shift is an hour longer or shorter.
 * None: the first working instant from then on. Time that ends with a shift ends then, not with the next one's begin.
 * Throws `input.invalid` for a calendar without hours.
 */
export function addWorkingTime(calendar: WorkingCalendar, sinceMs: number, workMs: number): number {
  let rest = Math.max(0, workMs);
  for (const { fromMs, toMs } of stretches(calendar, sinceMs)) {
    const begin = Math.max(fromMs, sinceMs);
    if (rest <= toMs - begin) return begin + rest;
    rest -= toMs - begin;
  }
  throw new Problem('internal', 'Working time has no end.');
}

/** Working time between two instants, ms; 0 when the second is not later. */
export function workingTimeBetween(calendar: WorkingCalendar, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  let sum = 0;
  for (const stretch of stretches(calendar, fromMs)) {
    if (stretch.fromMs >= toMs) break;
    sum += Math.min(stretch.toMs, toMs) - Math.max(stretch.fromMs, fromMs);
  }
  return sum;
}

/** Monday to Friday, 9 to 17: what a workspace has until somebody says otherwise. */
export function officeHours(timeZone: string): WorkingCalendar {
  const hours = [0, 1, 2, 3, 4].map((weekday) => ({ weekday, fromMinute: 9 * 60, toMinute: 17 * 60 }));
  return { key: 'office', title: 'Monday to Friday, 9 to 17', timeZone, hours, holidays: [] };
}
