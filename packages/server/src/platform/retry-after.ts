const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between attempts, as Standard Webhooks recommends: about 3 days in all, ten attempts. */
const WAITS_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** How long to wait after the n-th failed attempt, n from 1; null: that was the last one. `longest`: the longest wait. */
export function retryAfterMs(failed: 'longest'): number;
export function retryAfterMs(failed: number): number | null;
export function retryAfterMs(failed: number | 'longest'): number | null {
  return failed === 'longest' ? 24 * HOUR : (WAITS_MS[failed - 1] ?? null);
}
