import { type GapBucket, middleOf } from '../stats/gap-buckets.ts';
import { equalPosterior, fitTwo, hasValley } from '../stats/gaussian-mixture.ts';

/** How long a silence parts two passages, and how it was found. */
export interface SuggestedGap {
  readonly gapMs: number;
  /** two-rhythms: between the short and the long silences; longest-usual: 99 of 100 silences are shorter. */
  readonly from: 'two-rhythms' | 'longest-usual';
  readonly gaps: number;
}

/** Fewer silences than this tell nothing. */
export const ENOUGH_GAPS = 30;

/**
 * The silence that parts passages: where two normal components over log10 ms are equally likely, when they are clearly
 * better than one (BIC gain above 10) and the gaps thin out between them (with millions of gaps any bend beats one normal);
 * else the 99th percentile. Null with fewer than 30 gaps above 0 ms.
 * Source of the method: Halfaker et al., WWW 2015, doi 10.1145/2736277.2741117.
 * @param p99Ms 99th percentile of the gaps, ms.
 */
export function suggestGap(buckets: readonly GapBucket[], p99Ms: number): SuggestedGap | null {
  const gaps = buckets.reduce((sum, bucket) => sum + bucket.gaps, 0);
  if (gaps < ENOUGH_GAPS) return null;
  const usual: SuggestedGap = { gapMs: Math.max(1, Math.round(p99Ms)), from: 'longest-usual', gaps };
  const values = buckets
    .map((bucket) => ({ value: middleOf(bucket), times: bucket.gaps }))
    .sort((a, b) => a.value - b.value);
  const fit = fitTwo(values);
  if (fit === null || fit.gain <= 10) return usual;
  const between = equalPosterior(fit.components);
  if (between === null || !hasValley(values, fit.components, between)) return usual;
  return { gapMs: Math.round(10 ** between), from: 'two-rhythms', gaps };
}
