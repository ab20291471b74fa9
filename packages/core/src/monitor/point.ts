import { weekOfDay } from '../time/calendar.ts';

/** One period of a watched number: how many, or how many of how many. */
export interface Point {
  /** Number of the day or week, as `periodNumber` counts. */
  readonly slot: number;
  readonly n: number;
  /** Null: `n` is a count, not a share. */
  readonly of: number | null;
}

/** Shares of fewer than this tell nothing. */
export const LEAST_OF = 5;

/** A count always tells something, none at all too; a share only with five or more. */
export function tells({ of }: Point): boolean {
  return of === null || of >= LEAST_OF;
}

/** The number that is watched: a count, or a share 0 … 1. Only of points that tell. */
export function pointValue({ n, of }: Point): number {
  return of === null ? n : n / of;
}

/**
 * Days put together to weeks that begin on Monday, in their order. Only whole weeks: one of which fewer than seven days are
 * given is left out.
 */
export function inWeeks(days: readonly Point[]): readonly Point[] {
  const weeks = new Map<number, { n: number; of: number | null; days: number }>();
  for (const { slot, n, of } of days) {
    const week = weekOfDay(slot);
    const known = weeks.get(week) ?? { n: 0, of: of === null ? null : 0, days: 0 };
    known.n += n;
    if (of !== null) known.of = (known.of ?? 0) + of;
    known.days += 1;
    weeks.set(week, known);
  }
  return [...weeks]
    .filter(([, week]) => week.days === 7)
    .map(([slot, { n, of }]) => ({ slot, n, of }))
    .sort((a, b) => a.slot - b.slot);
}
