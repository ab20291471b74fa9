/** Shares of the runs for which the number of routes is told. */
export const COVERAGE_SHARES = [0.5, 0.8, 0.9, 0.95] as const;

export interface VariantsInput {
  /** How many routes to list, most frequent first. */
  readonly limit: number;
}

export interface Variant {
  readonly path: readonly string[];
  readonly runs: number;
  readonly people: number;
  readonly meanMs: number;
  readonly medianMs: number;
  readonly p90Ms: number;
  /** Channel of each step in one of its runs. */
  readonly channels: readonly string[];
  /** One run that went this way, as `formatRunRef` writes it. */
  readonly example: string;
  readonly unhappy: number;
  readonly neutral: number;
  readonly happy: number;
}

export interface Variants {
  readonly variants: readonly Variant[];
  /** Different routes in all, and how many of them are not listed. */
  readonly total: number;
  readonly leftOut: number;
  /** Routes taken once (f1) and twice (f2). */
  readonly once: number;
  readonly twice: number;
  /** Chance that the next run takes a route never seen: Good-Turing f1/n; interval by Esty; null when there are no runs. */
  readonly unseen: { readonly estimate: number; readonly lo: number; readonly hi: number } | null;
  /** Smallest number of routes that hold this share of the runs. */
  readonly coverage: readonly { readonly share: number; readonly variants: number }[];
}
