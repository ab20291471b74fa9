import { Problem } from '../problem.ts';
import { periodNumber, periodStart } from '../time/calendar.ts';
import { ALL_TIME, type TimeRange } from '../time/range.ts';
import type { RetentionInput } from './retention.ts';

/** Periods of a cohort table. */
export interface CohortFrame {
  /** Number of the first period. */
  readonly first: number;
  /** Start of every period, ms, and of the one after the last: one longer than there are periods. */
  readonly startsMs: readonly number[];
  /** What happened from here on is not known: the data's date or the end of the range. */
  readonly knownUntilMs: number;
  /** Number of the period that is still running; null when none is, or when it lies outside. */
  readonly running: number | null;
}

/** Two years of days; a table of 750 cohorts has 281,625 cells. */
export const MOST_PERIODS = 750;

/**
 * Periods from the first cohort to the end of the range or the data's date, whichever is earlier; without an end of
 * the range, to the last event (rows and columns after it would all be 0). Null without any cohort.
 * Throws `input.invalid` for more than 750 periods.
 */
export function cohortFrame({
  first,
  last,
  input,
  range,
  dataAsOfMs,
}: {
  /** Periods of the earliest start and of the last event; null without any. */
  readonly first: number | null;
  readonly last: number | null;
  readonly input: Pick<RetentionInput, 'period' | 'timeZone'>;
  readonly range: TimeRange;
  readonly dataAsOfMs: number | null;
}): CohortFrame | null {
  if (first === null || last === null || dataAsOfMs === null) return null;
  const { period, timeZone } = input;
  const knownUntilMs = Math.min(range.toMs, dataAsOfMs + 1);
  const isOpenEnded = range.toMs >= ALL_TIME.toMs;
  const end = isOpenEnded ? last : Math.max(first, periodNumber(knownUntilMs - 1, period, timeZone));
  const periods = end - first + 1;
  if (periods > MOST_PERIODS)
    throw new Problem(
      'input.invalid',
      `${periods} periods are more than ${MOST_PERIODS}: choose longer periods or a shorter range.`,
    );
  const startsMs = Array.from({ length: periods + 1 }, (_, i) => periodStart(first + i, period, timeZone));
  const running = startsMs.findIndex(
    (startMs, i) => i < periods && startMs < knownUntilMs && (startsMs[i + 1] as number) > knownUntilMs,
  );
  return { first, startsMs, knownUntilMs, running: running < 0 ? null : first + running };
}

/** Whether a period of the frame was over at the data's date. */
export function isMeasured(frame: CohortFrame, period: number): boolean {
  return (frame.startsMs[period - frame.first + 1] as number) <= frame.knownUntilMs;
}
