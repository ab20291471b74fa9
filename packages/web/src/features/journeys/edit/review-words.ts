import type { ReviewCadence } from '@continuo/core';
import { formatDay } from '@continuo/diagram';
import { EDITOR_WORDS } from '../../../words/map-editor.ts';

/** When a map is looked at again, and whether that is past. `today` and the day are `YYYY-MM-DD`. */
export function reviewWords(review: ReviewCadence | null, today: string): string {
  const words = EDITOR_WORDS.head;
  if (review?.nextDay == null) return words.noReview;
  const day = formatDay(Date.parse(`${review.nextDay}T12:00:00Z`), 'UTC');
  return review.nextDay < today ? words.overdue(day) : words.review(day);
}

/** Whether the day of the review is past. */
export function isOverdue(review: ReviewCadence | null, today: string): boolean {
  return review?.nextDay != null && review.nextDay < today;
}
