/** `summary` takes no input of its own. */
export type SummaryInput = Readonly<Record<never, never>>;

/** A distribution over runs. Percentiles are interpolated (pandas' `linear`). */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
}

export interface Summary {
  readonly people: number;
  readonly runs: number;
  readonly events: number;
  readonly activities: number;
  readonly variants: number;
  /** Runs whose last event is nearer to `dataAsOf` than usual silence: still under way, neither done nor lost. */
  readonly openRuns: number;
  /** The silence, ms, that `openRuns` was judged by; null when there are too few gaps to tell. */
  readonly openWithinMs: number | null;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** First to last event of a run, ms; null without runs. */
  readonly durationMs: Spread | null;
  readonly eventsPerRun: Spread | null;
  readonly channels: readonly { readonly channel: string; readonly events: number; readonly people: number }[];
  /** Answers and people who gave one. */
  readonly unhappy: number;
  readonly neutral: number;
  readonly happy: number;
  readonly answeredPeople: number;
  readonly starts: readonly { readonly activity: string; readonly runs: number }[];
  readonly ends: readonly { readonly activity: string; readonly runs: number }[];
}
