import { periodNumber } from '../time/calendar.ts';
import { instantOf } from '../time/wall-clock.ts';

/** Letters are made on Mondays at this minute of the day. */
const AT_MINUTE = 8 * 60;
const DAYS_A_WEEK = 7;
/** Week 0 began on Monday, 29 December 1969. */
const FIRST_MONDAY = -3;

/** The first Monday 08:00 of the zone after an instant, ms; where the clock skips it, the end of the gap. Throws RangeError for an unknown zone. */
export function nextLetterMs(nowMs: number, timeZone: string): number {
  const week = periodNumber(nowMs, 'week', timeZone);
  const at = letterMs(week, timeZone);
  return at > nowMs ? at : letterMs(week + 1, timeZone);
}

/** Number of the week whose letter is the newest at an instant: before Monday 08:00 that of the week before. */
export function letterWeek(nowMs: number, timeZone: string): number {
  const week = periodNumber(nowMs, 'week', timeZone);
  return letterMs(week, timeZone) <= nowMs ? week : week - 1;
}

/** Monday 08:00 of a week, ms. */
export function letterMs(week: number, timeZone: string): number {
  return instantOf(week * DAYS_A_WEEK + FIRST_MONDAY, AT_MINUTE, timeZone);
}

/** The Monday of a week as `YYYY-MM-DD`. Source: H. Hinnant, "civil_from_days". */
export function mondayOf(week: number): string {
  const z = week * DAYS_A_WEEK + FIRST_MONDAY + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
