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
 * The silence between two rhythms: where two normal components over log10 ms are equally likely, when they are clearly
 * better than one (BIC gain above 10) and the gaps thin out between them (with millions of gaps any bend beats one normal);
 * null otherwise, and with fewer than 30 gaps. Gaps of 0 ms are no silence and stand in no bucket.
 * Source of the method: Halfaker et al., WWW 2015, doi 10.1145/2736277.2741117.
 */
export function betweenRhythms(buckets: readonly GapBucket[]): SuggestedGap | null {
  const gaps = buckets.reduce((sum, bucket) => sum + bucket.gaps, 0);
  if (gaps < ENOUGH_GAPS) return null;
  const values = buckets
    .map((bucket) => ({ value: middleOf(bucket), times: bucket.gaps }))
    .sort((a, b) => a.value - b.value);
  const fit = fitTwo(values);
  if (fit === null || fit.gain <= 10) return null;
  const between = equalPosterior(fit.components);
  if (between === null || !hasValley(values, fit.components, between)) return null;
  return { gapMs: Math.round(10 ** between), from: 'two-rhythms', gaps };
}

/** The longest usual silence: the 99th percentile of the gaps above 0 ms; null with fewer than 30 of them. */
export function longestUsual(gaps: number, p99Ms: number): SuggestedGap | null {
  return gaps < ENOUGH_GAPS ? null : { gapMs: Math.max(1, Math.round(p99Ms)), from: 'longest-usual', gaps };
}
