/** `activities` takes no input of its own. */
export type ActivitiesInput = Readonly<Record<never, never>>;

export interface ActivityFacts {
  readonly activity: string;
  readonly events: number;
  readonly runs: number;
  readonly people: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Runs in which it happens more than once. */
  readonly reworkRuns: number;
  /** By events, most first. */
  readonly channels: readonly { readonly channel: string; readonly events: number }[];
  readonly unhappy: number;
  readonly neutral: number;
  readonly happy: number;
}

export interface Activities {
  /** By events, most first; equal counts by name. */
  readonly activities: readonly ActivityFacts[];
}
