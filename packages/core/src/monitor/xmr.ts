/** Limits of single values over time, from how much neighbours differ. */
export interface XmrLimits {
  readonly mean: number;
  /** Mean absolute difference of two neighbouring values. */
  readonly movingRange: number;
  readonly lo: number;
  readonly hi: number;
}

/** Three standard deviations, in mean moving ranges: 3 / 1.128. */
export const XMR_FACTOR = 2.66;

/**
 * Limits `mean ± 2.66 × mean moving range` of values in their order (XmR chart); null for fewer than two values.
 * Not clipped: who knows that a value is a count or a share does that.
 *
 * With limits learnt from m points, quiet values lie outside more often than the 0.27 % of a known process: 3.09 % of
 * them for m = 8, 1.88 % for 12, 1.10 % for 20, 0.76 % for 30, 0.53 % for 50, 0.39 % for 100 (simulated; normal values).
 * Source: Wheeler, Understanding Variation (1993); Shewhart's individuals chart.
 */
export function xmrLimits(values: readonly number[]): XmrLimits | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const moves = values.slice(1).map((value, i) => Math.abs(value - (values[i] as number)));
  const movingRange = moves.reduce((sum, move) => sum + move, 0) / moves.length;
  return { mean, movingRange, lo: mean - XMR_FACTOR * movingRange, hi: mean + XMR_FACTOR * movingRange };
}
