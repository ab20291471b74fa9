/** Silences of about the same length, counted: 32 buckets an octave, so a bucket is 2 to 3 % wide. */
export interface GapBucket {
  /** Largest power of two that is not above the gaps, ms. */
  readonly octaveMs: number;
  /** 32 … 63: the gaps g have `floor(32 g / octaveMs)` equal to it. */
  readonly step: number;
  readonly gaps: number;
}

/** Bucket of a silence in ms; needs at least 1. Whole numbers only, so that SQL finds the same bucket. */
export function bucketOf(gapMs: number): Pick<GapBucket, 'octaveMs' | 'step'> {
  let octaveMs = 1;
  while (octaveMs * 2 <= gapMs) octaveMs *= 2;
  return { octaveMs, step: Math.floor((gapMs * 32) / octaveMs) };
}

/** log10 of the middle of a bucket, in ms. */
export function middleOf({ octaveMs, step }: Pick<GapBucket, 'octaveMs' | 'step'>): number {
  return Math.log10((octaveMs * (step + 0.5)) / 32);
}
