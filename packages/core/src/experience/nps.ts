import type { Voices } from '../analysis/journey-map.ts';

/** Net promoter score of answers on the scale 0–10: a proportion, −1 … 1, with its three counts. */
export interface Nps {
  /** 9 and 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 to 6. */
  readonly detractors: number;
  readonly n: number;
  /** Share of promoters minus share of detractors. */
  readonly nps: number;
  readonly variance: number;
  /** Standard error: √(variance / n). One answer a person; several of one would make it too small. */
  readonly se: number;
}

/** Below this many answers no score is shown: counts say more. */
export const NPS_FROM = 30;

/**
 * From the three counts; null without an answer. Variance p + d − (p − d)², p and d the shares of promoters and detractors.
 * Source: B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70 (2016) 365–372.
 */
export function npsOf(promoters: number, passives: number, detractors: number): Nps | null {
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const p = promoters / n;
  const d = detractors / n;
  const nps = p - d;
  const variance = p + d - nps * nps;
  return { promoters, passives, detractors, n, nps, variance, se: Math.sqrt(variance / n) };
}

/** From moods of answers on the scale 0–10, whose bounds are the same: unhappy 0–6, neutral 7–8, happy 9–10. */
export function npsOfVoices({ unhappy, neutral, happy }: Voices): Nps | null {
  return npsOf(happy, neutral, unhappy);
}
