/** Half-open range of instants `[fromMs, toMs)`, milliseconds since 1970-01-01T00:00Z. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Every instant an event may have: 1970 up to, not including, 2200 (decision 21). */
export const ALL_TIME: TimeRange = { fromMs: 0, toMs: 7_258_118_400_000 };

/** True when the instant lies in the range; `toMs` itself does not. */
export function isWithin(range: TimeRange, timeMs: number): boolean {
  return timeMs >= range.fromMs && timeMs < range.toMs;
}
