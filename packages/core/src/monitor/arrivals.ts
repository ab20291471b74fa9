import { type HourCounts, LEAST_HOURS } from './absence.ts';
import { silencesOf } from './silence.ts';

const DAY = 24;

/** What was sent in while it was new: hours (since 1970, by the clock of arrival) in which something arrived. */
export type ArrivalHours = ReadonlySet<number>;

/** An event that arrives within this time is new. Files of last year say nothing about a connection, whenever they are brought. */
export const NEW_WITHIN_MS = 7 * 86_400_000;

/** A rhythm: something new on so many different days of the first four weeks. One file, or a handful, is none. */
export const RHYTHM_DAYS = 20;

/** Regular up to recently: what stopped longer ago had its time, and is not waited for. */
export const RECENT_DAYS = 14;

/**
 * Whether something comes in by itself: it has a rhythm, four weeks have passed since it began, and it came lately. `nowHour` is
 * the clock's. Empty is not live.
 */
export function isLive(hours: ArrivalHours, nowHour: number): boolean {
  const { first, last } = endsOf(hours);
  return hasRhythm(hours) && nowHour - first >= LEAST_HOURS && nowHour - last <= RECENT_DAYS * DAY;
}

/**
 * The first hour of the stretch in which nothing new arrives any more though it usually does, by the clock; null: it comes, or
 * it never came by itself. Hours with something are counted, not what came: a file of 10,000 rows a day is one of them, and a day's
 * file that is two hours late is no silence. What comes every hour is missed
 * within a day, what comes in office hours within a week, what comes once a day after two weeks.
 */
export function quietSince(hours: ArrivalHours, nowHour: number): number | null {
  if (!hasRhythm(hours)) return null;
  const { first, last } = endsOf(hours);
  const silence = silencesOf(arrivalCounts(hours), first, nowHour).at(-1);
  return silence !== undefined && silence.toHour >= nowHour ? last + 1 : null;
}

/** Hours with something as counts: 1 or 0. */
export function arrivalCounts(hours: ArrivalHours): HourCounts {
  return (hour) => (hours.has(hour) ? 1 : 0);
}

function hasRhythm(hours: ArrivalHours): boolean {
  const { first } = endsOf(hours);
  const early = [...hours].filter((hour) => hour < first + LEAST_HOURS);
  return new Set(early.map((hour) => Math.floor(hour / DAY))).size >= RHYTHM_DAYS;
}

function endsOf(hours: ArrivalHours): { readonly first: number; readonly last: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const hour of hours) {
    first = Math.min(first, hour);
    last = Math.max(last, hour);
  }
  return { first, last };
}
