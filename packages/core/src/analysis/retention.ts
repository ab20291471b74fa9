export interface RetentionInput {
  readonly period: 'day' | 'week' | 'month';
  /** IANA zone of the calendar; weeks begin on Monday. */
  readonly timeZone: string;
  /** Activity that opens and that counts as coming back; null: any. */
  readonly start: string | null;
  readonly back: string | null;
  /** first: a person belongs to the cohort of their first start; recurring: to every period with a start. */
  readonly kind: 'first' | 'recurring';
  /** Silence that makes the next event a new lap, for the loop. */
  readonly lapGapMs: number;
}

export interface RetentionCohort {
  /** Start of the period in the zone, ms. */
  readonly fromMs: number;
  readonly size: number;
  /** People of the cohort active k periods later; null where that period had not ended at the data's date (not measured, not 0). */
  readonly back: readonly (number | null)[];
  /** Same for the still running period: counted so far. Null when no period is running. */
  readonly running: number | null;
}

export interface Loop {
  /** People with k laps, k = 1 … */
  readonly laps: readonly { readonly laps: number; readonly people: number }[];
  /** Where the second and later laps begin. */
  readonly reentry: readonly { readonly activity: string; readonly laps: number; readonly people: number }[];
  /** Silence between two laps, ms; null when nobody came back. */
  readonly betweenMs: { readonly median: number; readonly p90: number } | null;
  readonly cameBack: number;
  readonly people: number;
}

export interface Retention {
  readonly cohorts: readonly RetentionCohort[];
  readonly loop: Loop;
}
