const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** Durations that people promise each other. */
const FRIENDLY_MS: readonly number[] = [
  ...[1, 2, 3, 5, 10, 15, 20, 30, 45].map((n) => n * MINUTE_MS),
  ...[1, 2, 3, 4, 6, 8, 12, 18].map((n) => n * HOUR_MS),
  ...[1, 2, 3, 4, 5, 6].map((n) => n * DAY_MS),
  ...[7, 10, 14, 21, 28, 42, 56, 70, 91, 182].map((n) => n * DAY_MS),
];

/**
 * The next duration that one would say aloud (minutes, hours, days, weeks), never shorter than the given one, so that a
 * promise made of it is kept as often. Null under a minute, which is a machine's time and no promise; whole weeks above 26.
 */
export function friendlyDuration(ms: number): number | null {
  if (!(ms >= MINUTE_MS)) return null;
  return FRIENDLY_MS.find((friendly) => friendly >= ms) ?? Math.ceil(ms / WEEK_MS) * WEEK_MS;
}
