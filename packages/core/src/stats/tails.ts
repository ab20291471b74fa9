/**
 * Probability of at most `k` events where `mean` are usual, by Poisson's law: 0 for `k` under 0, 1 for a mean of 0.
 * Summed term by term from logarithms: exact to 1e-12 for means up to 1e6.
 */
export function poissonAtMost(k: number, mean: number): number {
  if (k < 0) return 0;
  if (mean <= 0) return 1;
  // Far from the mean nothing is left to sum: 40 standard deviations are under 1e-300.
  if (k > mean + 40 * Math.sqrt(mean) + 40) return 1;
  let log = -mean;
  let sum = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= k; i += 1) {
    if (i > 0) log += Math.log(mean / i);
    if (log > top) {
      sum = sum * Math.exp(top - log) + 1;
      top = log;
    } else sum += Math.exp(log - top);
  }
  return Math.min(1, sum * Math.exp(top));
}

/** Probability of at most `k` of `of`, each with chance `p` (0 … 1): 0 for `k` under 0, 1 from `of` on. */
export function binomialAtMost(k: number, of: number, p: number): number {
  if (k < 0) return 0;
  if (k >= of || p <= 0) return 1;
  if (p >= 1) return 0;
  let log = of * Math.log1p(-p);
  const odds = Math.log(p) - Math.log1p(-p);
  let sum = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= k; i += 1) {
    if (i > 0) log += Math.log((of - i + 1) / i) + odds;
    if (log > top) {
      sum = sum * Math.exp(top - log) + 1;
      top = log;
    } else sum += Math.exp(log - top);
  }
  return Math.min(1, sum * Math.exp(top));
}
