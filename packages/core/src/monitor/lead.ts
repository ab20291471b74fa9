import { binomialAtMost, poissonAtMost } from '../stats/tails.ts';
import { LEAST_OF } from './point.ts';
import type { Side } from './watch.ts';

/** How often something was seen in a stretch of days: `n` of `of`, or a count where `of` is null. */
export interface Stretch {
  readonly n: number;
  readonly of: number | null;
  readonly days: number;
}

/** A number before an alert and while it lasts. */
export interface Moved {
  readonly before: Stretch;
  readonly after: Stretch;
}

/** Too many, or too few, to be chance: less often than once in a thousand. */
const RARE = 0.001;
/** At least half of what is unusual lies there … */
const HALF = 0.5;
/** … and half as much again as its size would have it. */
const DENSER = 1.5;

/** How many there would have been at the pace of before; null: before nothing was there to go by. */
export function expectedOf({ before, after }: Moved): number | null {
  if (after.of === null) return before.days === 0 ? null : (before.n / before.days) * after.days;
  return before.of === null || before.of === 0 ? null : (before.n / before.of) * after.of;
}

/** Whether it moved to one side by more than chance gives. Fewer than five, or nothing to go by: no. */
export function hasMoved({ before, after }: Moved, side: Side): boolean {
  // One more before than seen: of nothing nobody knows that it never happens.
  const bold = { ...before, n: before.n + (side === 'more' ? 1 : 0) };
  const expected = expectedOf({ before: bold, after });
  if (expected === null) return false;
  if (after.of === null)
    return side === 'more'
      ? after.n >= LEAST_OF && 1 - poissonAtMost(after.n - 1, expected) < RARE
      : expected >= LEAST_OF && poissonAtMost(after.n, expected) < RARE;
  if (after.of < LEAST_OF) return false;
  const share = Math.min(1, expected / after.of);
  return side === 'more'
    ? 1 - binomialAtMost(after.n - 1, after.of, share) < RARE
    : binomialAtMost(after.n, after.of, share) < RARE;
}

/**
 * Of the parts of a number those in which most of what is unusual lies: at least half of it, and half as much again as the size of
 * the part would have it, beyond chance. The largest first; none where it is so in all parts alike. Only counts; that one is the
 * cause of the other is not said.
 */
export function leadsOf<Part extends { readonly moved: Moved }>(
  whole: Moved,
  parts: readonly Part[],
  side: Side,
): readonly Part[] {
  const sign = side === 'more' ? 1 : -1;
  const excessOf = (moved: Moved): number => sign * (moved.after.n - (expectedOf(moved) ?? moved.after.n));
  const sizeOf = (moved: Moved): number => moved.after.of ?? expectedOf(moved) ?? 0;
  const [excess, size] = [excessOf(whole), sizeOf(whole)];
  if (excess <= 0 || size <= 0) return [];
  const isLead = ({ moved }: Part): boolean => {
    const share = excessOf(moved) / excess;
    return share >= HALF && share >= DENSER * (sizeOf(moved) / size) && hasMoved(moved, side);
  };
  return parts.filter(isLead).sort((a, b) => excessOf(b.moved) - excessOf(a.moved));
}
