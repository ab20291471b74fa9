import type { Spread } from '../analysis/summary.ts';

/**
 * Quantile of ascending values by linear interpolation between neighbours (type 7; pandas' `linear`).
 * NaN without values. Source: Hyndman & Fan, The American Statistician 50 (1996) 361–365.
 */
export function quantileOf(ascending: readonly number[], share: number): number {
  if (ascending.length === 0) return Number.NaN;
  const at = share * (ascending.length - 1);
  const below = Math.floor(at);
  const low = ascending[below] as number;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] as number;
  return low + (high - low) * (at - below);
}

/** Arithmetic mean; NaN without values. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Distribution of values in any order; null without any. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const ascending = [...values].sort((a, b) => a - b);
  return {
    n: ascending.length,
    mean: meanOf(ascending),
    median: quantileOf(ascending, 0.5),
    p90: quantileOf(ascending, 0.9),
    min: ascending[0] as number,
    max: ascending.at(-1) as number,
  };
}
