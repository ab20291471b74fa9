/** 97.5 % point of the normal distribution: two-sided 95 % intervals. */
export const Z95 = 1.959963984540054;

export interface WilsonInterval {
  readonly estimate: number;
  readonly lo: number;
  readonly hi: number;
}

/**
 * Share `n` of `of` with its score interval, 95 % unless another `z` is given; null when `of` is 0.
 * Bounds stay inside [0, 1] and are exactly 0 for none and 1 for all. Not for one person counted several times.
 * Source: Wilson, Journal of the American Statistical Association 22 (1927) 209–212.
 */
export function wilson(n: number, of: number, z = Z95): WilsonInterval | null {
  if (of === 0) return null;
  const estimate = n / of;
  const square = (z * z) / of;
  const centre = (estimate + square / 2) / (1 + square);
  const half = (z * Math.sqrt((estimate * (1 - estimate)) / of + square / (4 * of))) / (1 + square);
  return { estimate, lo: n === 0 ? 0 : Math.max(0, centre - half), hi: n === of ? 1 : Math.min(1, centre + half) };
}
