import { type WilsonInterval, wilson, Z95 } from './wilson.ts';

/** So many with this time: it happened, something else ended it, or it was still open then. */
export interface TimedOutcome {
  readonly time: number;
  readonly kind: 'event' | 'other' | 'open';
  readonly n: number;
}

/**
 * Probability that the event happens by the last time seen, when something else may end it first (Aalen-Johansen), with a
 * 95 % interval (log-log transformed, delta variance; the score interval at 0 and 1); null of nobody. Open ones count as
 * at risk up to and including their time. Without open ones it is the plain share.
 * Times between two open ones may be put together without changing the estimate.
 * Sources: Aalen & Johansen, Scandinavian Journal of Statistics 5 (1978) 141–150; Marubini & Valsecchi, Analysing
 * Survival Data from Clinical Trials (1995) 341.
 */
export function cumulativeIncidence(outcomes: readonly TimedOutcome[]): WilsonInterval | null {
  const total = outcomes.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const times = timesOf(outcomes);
  const curve: {
    readonly d: number;
    readonly d1: number;
    readonly atRisk: number;
    readonly before: number;
    readonly reached: number;
  }[] = [];
  let atRisk = total;
  let survival = 1;
  let estimate = 0;
  for (const { event, other, open } of times) {
    const d = event + other;
    if (d > 0) {
      estimate += (survival * event) / atRisk;
      curve.push({ d, d1: event, atRisk, before: survival, reached: estimate });
      survival *= (atRisk - d) / atRisk;
    }
    atRisk -= d + open;
  }
  if (estimate <= 0 || estimate >= 1 - 1e-12) {
    const all = wilson(estimate <= 0 ? 0 : total, total);
    return all && { ...all, estimate: estimate <= 0 ? 0 : 1 };
  }
  let variance = 0;
  for (const { d, d1, atRisk: n, before, reached } of curve) {
    const rest = estimate - reached;
    // The last ones at risk all ended: nothing is left to be uncertain about, and the rest is 0.
    if (n > d) variance += (rest * rest * d) / (n * (n - d));
    variance += (before * before * d1 * (n - d1)) / (n * n * n) - (2 * rest * before * d1) / (n * n);
  }
  const spread = (Z95 * Math.sqrt(Math.max(0, variance))) / Math.abs(estimate * Math.log(estimate));
  return { estimate, lo: estimate ** Math.exp(spread), hi: estimate ** Math.exp(-spread) };
}

function timesOf(outcomes: readonly TimedOutcome[]) {
  const times = new Map<number, { event: number; other: number; open: number }>();
  for (const { time, kind, n } of outcomes) {
    const here = times.get(time) ?? { event: 0, other: 0, open: 0 };
    here[kind] += n;
    times.set(time, here);
  }
  return [...times].sort(([a], [b]) => a - b).map(([, counts]) => counts);
}
