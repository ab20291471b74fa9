/** Which events are counted over time; null: all of them. Together: events of this activity by this channel. */
export interface SeriesInput {
  readonly activity: string | null;
  readonly channel: string | null;
  readonly period: 'hour' | 'day';
  /** Of days; hours are elapsed hours since 1970 everywhere. */
  readonly timeZone: string;
}

/** Events by hour or day of the event; periods without any are left out. */
export interface Series {
  readonly points: readonly {
    /** Number of the day, as `periodNumber` counts, or of the hour since 1970. */
    readonly slot: number;
    readonly events: number;
    /** Of those, events with a score; and of these the unhappy and the happy ones. */
    readonly answered: number;
    readonly unhappy: number;
    readonly happy: number;
  }[];
}

/** A journey day by day, counted in passages, each on the day when it was known. Days with nothing are left out. */
export interface JourneySeries {
  /**
   * Passages on the day on which they ended: reached a goal, failed, or had been silent for too long. What is decided later
   * (a promise still waiting then) is counted on that day too once it is known.
   */
  readonly map: readonly {
    readonly day: number;
    readonly ended: number;
    readonly gotIt: number;
    readonly asPromised: number;
    /** Had to try twice or ask. */
    readonly tried: number;
  }[];
  /** Answers given in passages, on their own day. */
  readonly answers: readonly { readonly day: number; readonly answered: number; readonly unhappy: number }[];
  /** Passages that came to a step on the day they first did (or their wait for it was too long), as `journey-days` counts. */
  readonly steps: readonly {
    readonly step: string;
    readonly day: number;
    readonly came: number;
    readonly had: number;
    readonly broken: number;
    readonly late: number;
    readonly harmed: number;
    readonly unhappy: number;
  }[];
}
