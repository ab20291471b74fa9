import type { Overview } from '@continuo/contract';
import type { ReviewCadence } from '@continuo/core';
import { formatDay } from '@continuo/diagram';
import { REVIEW_WORDS as WORDS } from '../../words/review.ts';

/** What today is compared by: the zone of the workspace, and whether it holds the sample. */
export type ReviewedIn = {
  readonly workspace: Pick<Overview['workspace'], 'timeZone' | 'isDemo'>;
  readonly lastMs: number | null;
};

export interface Review {
  /** "Next review Mon 7 Dec", "Review overdue since Tue 15 Sep", "No review planned". */
  readonly words: string;
  /** `planned` up to the day itself; `overdue` from the day after on. */
  readonly kind: 'none' | 'planned' | 'overdue';
}

/**
 * When a journey is reviewed next, in words. In the sample the day of its last event counts as today: it would look
 * neglected otherwise, however new it is.
 * @param nowMs the real clock, ms.
 */
export function reviewOf(review: ReviewCadence | null, { workspace, lastMs }: ReviewedIn, nowMs: number): Review {
  const day = review?.nextDay ?? '';
  const noon = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(noon)) return { words: WORDS.none, kind: 'none' };
  const { timeZone, isDemo } = workspace;
  const atMs = isDemo ? (lastMs ?? nowMs) : nowMs;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(atMs);
  const words = formatDay(noon, 'UTC');
  return day < today ? { words: WORDS.overdue(words), kind: 'overdue' } : { words: WORDS.next(words), kind: 'planned' };
}
