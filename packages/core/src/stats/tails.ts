/**
 * Probability of at most `k` events where `mean` are usual, by Poisson's law: 0 for `k` under 0, 1 for a mean of 0.
 * Right to 12 digits, also far out, for means up to 1e6; the work grows with the root of the mean.
 */
export function poissonAtMost(k: number, mean: number): number {
  if (k < 0) return 0;
  if (mean <= 0) return 1;
  if (k < mean) return falling(poisson(k, mean), k, (step) => (k + 1 - step) / mean);
  return 1 - falling(poisson(k + 1, mean), Number.POSITIVE_INFINITY, (step) => mean / (k + 1 + step));
}

/** Probability of at most `k` of `of`, each with chance `p` (0 … 1): 0 for `k` under 0, 1 from `of` on. */
export function binomialAtMost(k: number, of: number, p: number): number {
  if (k < 0) return 0;
  if (k >= of || p <= 0) return 1;
  if (p >= 1) return 0;
  const odds = p / (1 - p);
  if (k < of * p) return falling(binomial(k, of, p), k, (step) => (k + 1 - step) / (of - k + step) / odds);
  return 1 - falling(binomial(k + 1, of, p), of - k - 1, (step) => ((of - k - step) / (k + 1 + step)) * odds);
}

/** Sum of a term and at most so many after it, each the one before times a ratio that is under 1 and falls, as far as they count. */
function falling(first: number, most: number, ratioOf: (step: number) => number): number {
  let [term, sum] = [first, first];
  for (let step = 1; step <= most; step += 1) {
    const ratio = ratioOf(step);
    term *= ratio;
    sum += term;
    // Terms fall faster than a geometric series: all that are left are less than this.
    if (term * ratio <= sum * (1 - ratio) * Number.EPSILON) break;
  }
  return sum;
}

// Single terms by the saddle-point way, which cancels nothing: C. Loader, "Fast and Accurate Computation of Binomial
// Probabilities" (2000).
function poisson(k: number, mean: number): number {
  if (k === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
}

function binomial(k: number, of: number, p: number): number {
  if (k === 0) return Math.exp(of * Math.log1p(-p));
  if (k === of) return p ** of;
  const rest = of - k;
  const log = stirlingError(of) - stirlingError(k) - stirlingError(rest);
  return Math.exp(log - deviance(k, of * p) - deviance(rest, of * (1 - p))) * Math.sqrt(of / (2 * Math.PI * k * rest));
}

/** How far Stirling's formula is from the logarithm of n!, n from 1 on. */
function stirlingError(n: number): number {
  if (n <= 15) {
    let factorial = 1;
    for (let i = 2; i <= n; i += 1) factorial *= i;
    return Math.log(factorial) - ((n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2);
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n;
}

/** x·log(x / mean) + mean − x, without loss where they are near. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let power = 2 * x * v;
  for (let j = 1; ; j += 1) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}
