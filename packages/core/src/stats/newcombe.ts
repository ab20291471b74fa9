import { wilson, Z95 } from './wilson.ts';

/** Difference of two shares with its 95 % interval, −1 … 1. */
export interface ShareDifference {
  readonly difference: number;
  readonly lo: number;
  readonly hi: number;
}

/**
 * Share of the first group minus share of the second, with the hybrid score interval without continuity correction;
 * null when a group is empty. Groups must not share members.
 * Source: Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 */
export function newcombe(
  first: { readonly n: number; readonly of: number },
  second: { readonly n: number; readonly of: number },
  z = Z95,
): ShareDifference | null {
  const a = wilson(first.n, first.of, z);
  const b = wilson(second.n, second.of, z);
  if (!a || !b) return null;
  const difference = a.estimate - b.estimate;
  return {
    difference,
    lo: difference - Math.hypot(a.estimate - a.lo, b.hi - b.estimate),
    hi: difference + Math.hypot(a.hi - a.estimate, b.estimate - b.lo),
  };
}
