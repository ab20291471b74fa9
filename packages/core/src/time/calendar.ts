/** A calendar period; weeks begin on Monday. */
export type Period = 'day' | 'week' | 'month';

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** True for a zone that the platform knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar. Source: H. Hinnant, "days_from_civil". */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Number of a day `YYYY-MM-DD`, whatever the zone. */
export function dayOfDate(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayNumber(year, month, day);
}

/** Monday week of a day, both by their numbers; week 0 holds 1970-01-01. */
export function weekOfDay(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** Weekday of a day by its number: Monday is 0. */
export function weekdayOf(day: number): number {
  // Day 0 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}

function dateOf(timeMs: number, timeZone: string): { year: number; month: number; day: number } {
  const date = { year: 0, month: 0, day: 0 };
  for (const { type, value } of formatOf(timeZone).formatToParts(timeMs)) {
    if (type === 'year' || type === 'month' || type === 'day') date[type] = Number(value);
  }
  return date;
}

/**
 * Number of the period an instant lies in: days and Monday weeks since 1970-01-01 (week 0 holds it), months since
 * January 1970. Throws RangeError for an unknown zone.
 */
export function periodNumber(timeMs: number, period: Period, timeZone: string): number {
  const { year, month, day } = dateOf(timeMs, timeZone);
  if (period === 'month') return (year - 1970) * 12 + month - 1;
  const days = dayNumber(year, month, day);
  return period === 'day' ? days : weekOfDay(days);
}

/** First instant of a period in the zone, ms: midnight, or the end of the gap when the clock skips midnight. */
export function periodStart(number: number, period: Period, timeZone: string): number {
  const month = ((number % 12) + 12) % 12;
  const days =
    period === 'month'
      ? dayNumber(1970 + Math.floor(number / 12), month + 1, 1)
      : period === 'day'
        ? number
        : number * 7 - 3;
  // Zones lie between −12 and +14 hours; the first instant of the date is found by halving.
  let before = days * DAY_MS - 15 * 3_600_000;
  let at = days * DAY_MS + 13 * 3_600_000;
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (periodNumber(middle, period, timeZone) >= number) at = middle;
    else before = middle;
  }
  return at;
}
