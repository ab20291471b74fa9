import { Z95 } from './wilson.ts';

/** So many for whom it happened at this time, or who were last seen then without it. */
export interface Lasting {
  readonly time: number;
  readonly happened: boolean;
  readonly n: number;
}

/** What holds from this time on, until the next point. */
export interface SurvivalPoint {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Share for whom it has not happened. */
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
}

/** `log-log` stays inside [0, 1] and covers well in small groups; `log` is what R gives unless asked. */
export type IntervalKind = 'log-log' | 'log';

/**
 * Share for whom it has not happened yet, at every time at which it happened to someone, with 95 % intervals (Greenwood's
 * variance). Who was last seen at a time is at risk at that time. Empty when it happened to nobody. At a share of 0 both
 * bounds are 0.
 * Source: Kaplan & Meier, Journal of the American Statistical Association 53 (1958) 457–481.
 */
export function kaplanMeier(lasting: readonly Lasting[], interval: IntervalKind = 'log-log'): SurvivalPoint[] {
  const times = new Map<number, { events: number; ended: number }>();
  let atRisk = 0;
  for (const { time, happened, n } of lasting) {
    const here = times.get(time) ?? { events: 0, ended: 0 };
    times.set(time, { events: here.events + (happened ? n : 0), ended: here.ended + n });
    atRisk += n;
  }
  const points: SurvivalPoint[] = [];
  let share = 1;
  let sum = 0;
  for (const [time, { events, ended }] of [...times].sort(([a], [b]) => a - b)) {
    if (events > 0) {
      share *= (atRisk - events) / atRisk;
      sum += events / (atRisk * (atRisk - events));
      points.push({ time, atRisk, events, share, ...boundsOf(share, Math.sqrt(sum), interval) });
    }
    atRisk -= ended;
  }
  return points;
}

/** `error`: standard error of the logarithm of the share. */
function boundsOf(share: number, error: number, interval: IntervalKind): { readonly lo: number; readonly hi: number } {
  if (share <= 0) return { lo: 0, hi: 0 };
  if (interval === 'log') {
    return { lo: share * Math.exp(-Z95 * error), hi: Math.min(1, share * Math.exp(Z95 * error)) };
  }
  const spread = (Z95 * error) / Math.abs(Math.log(share));
  return { lo: share ** Math.exp(spread), hi: share ** Math.exp(-spread) };
}

/** A time by which it has happened to a part of all; null: not within what was seen. */
export interface TimeQuantile {
  readonly time: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

/**
 * The time by which it has happened to a `part` (0 … 1) of all, with the times at which the bounds of the curve say so. On
 * a level that the curve keeps exactly it is the middle of the level, as in R.
 * Source: Brookmeyer & Crowley, Biometrics 38 (1982) 29–41.
 */
export function timeQuantile(points: readonly SurvivalPoint[], part: number): TimeQuantile {
  const level = 1 - part;
  const first = (of: (point: SurvivalPoint) => number): number | null => {
    // 1e-9 forgives products of shares that ought to be exact.
    const at = points.findIndex((point) => of(point) <= level + 1e-9);
    const point = points[at];
    if (point === undefined) return null;
    const next = points[at + 1];
    if (Math.abs(of(point) - level) > 1e-9 || next === undefined) return point.time;
    return (point.time + next.time) / 2;
  };
  return { time: first(({ share }) => share), lo: first(({ lo }) => lo), hi: first(({ hi }) => hi) };
}

/** The share at a time; 1 before the first point. */
export function shareAt(points: readonly SurvivalPoint[], time: number): number {
  return points.findLast((point) => point.time <= time)?.share ?? 1;
}
