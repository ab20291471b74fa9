/** 97.5 % point of the normal distribution: two-sided 95 % intervals. */
const Z95 = 1.959963984540054;

export interface Unseen {
  readonly estimate: number;
  readonly lo: number;
  readonly hi: number;
}

/**
 * Share of probability that belongs to kinds never seen, from `once` kinds seen once and `twice` seen twice among
 * `n` observations; 95 % interval cut to [0, 1]; null when n is 0.
 * Not for dependent observations (one person, many alike runs).
 * Sources: Good, Biometrika 40 (1953) 237–264; Esty, The Annals of Statistics 11 (1983) 905–912.
 */
export function unseenShare({
  once,
  twice,
  n,
}: {
  readonly once: number;
  readonly twice: number;
  readonly n: number;
}): Unseen | null {
  if (n === 0) return null;
  const estimate = once / n;
  const error = Math.sqrt(once * (1 - estimate) + 2 * twice) / n;
  return { estimate, lo: Math.max(0, estimate - Z95 * error), hi: Math.min(1, estimate + Z95 * error) };
}

/**
 * Lower bound of the number of kinds that exist, seen or not (bias-corrected).
 * Source: Chao, Scandinavian Journal of Statistics 11 (1984) 265–270.
 */
export function chao1({
  kinds,
  once,
  twice,
}: {
  readonly kinds: number;
  readonly once: number;
  readonly twice: number;
}): number {
  return kinds + (once * (once - 1)) / (2 * (twice + 1));
}

/** For each share, the smallest number of kinds (most frequent first) that hold it. `counts` fall; empty: all 0. */
export function coverageOf(
  counts: Iterable<{ readonly size: number; readonly kinds: number }>,
  n: number,
  shares: readonly number[],
): { readonly share: number; readonly variants: number }[] {
  const falling = [...counts].sort((a, b) => b.size - a.size);
  return shares.map((share) => {
    // 1e-9 forgives 0.9 × 10 = 9.000000000000002.
    let missing = share * n - 1e-9;
    let variants = 0;
    for (const { size, kinds } of falling) {
      if (missing <= 0) break;
      const taken = Math.min(kinds, Math.ceil(missing / size - 1e-12));
      variants += taken;
      missing -= taken * size;
    }
    return { share, variants };
  });
}
