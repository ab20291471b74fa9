/** When people answer: hours of the week in a time zone, without the holidays. */
export interface WorkingCalendar {
  /** Unique in the workspace: lower-case letters, digits and hyphens. */
  readonly key: string;
  readonly title: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** Spans of working hours. A day may have several; they may not overlap. */
  readonly hours: readonly WorkingSpan[];
  /** Whole days off, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Minutes of the clock on a weekday: 0 is Monday, from 0 (inclusive) to 1440 (exclusive end). */
export interface WorkingSpan {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}
