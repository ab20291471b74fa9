import { weekdayOf } from '../time/calendar.ts';
import { type Point, pointValue } from './point.ts';

/**
 * A weekday counts as a pattern when it accounts for more than this share of how days differ. Of days without any pattern
 * it accounts for 0.22 on average over four weeks, and for more than 0.6 in about 2 of 1,000 (F test, 6 and 21 degrees).
 */
export const STRONG_WEEKDAYS = 0.6;
const LEAST_WEEKS = 4;

/**
 * Mean of every weekday, Monday first, where the days of the week differ so much that a day is better held against the
 * same weekdays than against all days; null where they do not, or where a weekday is there fewer than four times.
 */
export function weekdayMeans(days: readonly Point[]): readonly number[] | null {
  const groups: number[][] = [[], [], [], [], [], [], []];
  for (const day of days) groups[weekdayOf(day.slot)]?.push(pointValue(day));
  if (groups.some((group) => group.length < LEAST_WEEKS)) return null;
  const values = groups.flat();
  const mean = meanOf(values);
  const all = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const between = groups.reduce((sum, group) => sum + group.length * (meanOf(group) - mean) ** 2, 0);
  return all > 0 && between / all > STRONG_WEEKDAYS ? groups.map(meanOf) : null;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
