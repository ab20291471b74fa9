import { binomialAtMost, poissonAtMost } from '../stats/tails.ts';
import { weekdayOf } from '../time/calendar.ts';
import { type Point, pointValue, tells } from './point.ts';
import { weekdayMeans } from './weekday.ts';
import { XMR_FACTOR, xmrLimits } from './xmr.ts';

export type WatchPeriod = 'day' | 'week';

/** Of so many periods the usual is learnt; of fewer than `least` never. Four weeks of days, so that weekdays can be told. */
export const LEARNS_FROM = {
  least: 20,
  day: 28,
  week: 20,
} as const;

/** What is usual, learnt once and then frozen: the limits do not follow the number they hold. */
export interface Baseline {
  readonly period: WatchPeriod;
  /** First and last period it was learnt from. */
  readonly fromSlot: number;
  readonly toSlot: number;
  /** How many periods that was. */
  readonly points: number;
  /** Mean of the values; of each weekday (Monday first) where those differ much. */
  readonly mean: number;
  readonly weekdays: readonly number[] | null;
  /** Half the width of the usual range. */
  readonly reach: number;
  /** Sums over the periods: what chance alone is reckoned from. `of` is null for counts. */
  readonly n: number;
  readonly of: number | null;
  /** How many in a row on one side are unusual: 8, more where one side is the usual one. */
  readonly runs: { readonly more: number; readonly fewer: number };
}

/** What would be usual in one period. `lo` and `hi` themselves still are. */
export interface Usual {
  readonly centre: number;
  readonly lo: number;
  readonly hi: number;
}

/** A value that chance alone gives less often than once in 740 periods, on one side. */
const RARE = 0.001_35;
const RUN = 8;

/**
 * What is usual, from periods in their order; null when fewer than 20 of them tell anything: still learning.
 * Limits are mean ± 2.66 mean moving ranges. Where weekdays differ much, each day is held against the mean of its weekday,
 * and the limits are wider by √((w + 1) / (w − 1)) for w weeks, because a mean of w days is itself not sure.
 */
export function learn(points: readonly Point[], period: WatchPeriod): Baseline | null {
  const telling = points.filter(tells);
  const [first, last] = [telling[0], telling.at(-1)];
  if (telling.length < LEARNS_FROM.least || first === undefined || last === undefined) return null;
  const weekdays = period === 'day' ? weekdayMeans(telling) : null;
  const mean = telling.reduce((sum, point) => sum + pointValue(point), 0) / telling.length;
  const centreOf = (slot: number): number => weekdays?.[weekdayOf(slot)] ?? mean;
  const rests = telling.map((point) => pointValue(point) - centreOf(point.slot));
  const weeks = telling.length / 7;
  const wider = weekdays === null ? 1 : Math.sqrt((weeks + 1) / (weeks - 1));
  return {
    period,
    fromSlot: first.slot,
    toSlot: last.slot,
    points: telling.length,
    mean,
    weekdays,
    reach: XMR_FACTOR * (xmrLimits(rests)?.movingRange ?? 0) * wider,
    n: telling.reduce((sum, { n }) => sum + n, 0),
    of: first.of === null ? null : telling.reduce((sum, { of }) => sum + (of ?? 0), 0),
    runs: {
      more: longRun(rests.filter((rest) => rest > 0).length / rests.length),
      fewer: longRun(rests.filter((rest) => rest < 0).length / rests.length),
    },
  };
}

/** As improbable as eight tosses of a coin, where a share of the periods lies on this side anyway. */
function longRun(share: number): number {
  const usual = Math.min(0.95, Math.max(0.5, share));
  return Math.max(RUN, Math.ceil(Math.log(0.5 ** RUN) / Math.log(usual)));
}

/**
 * The usual range of one period. Never narrower than chance alone makes it: Poisson's law for counts, the binomial one for
 * shares of this period's `of`; so rare things and small days are not unusual by themselves. Clipped at 0, shares at 1 too.
 */
export function usualAt(baseline: Baseline, { slot, of }: Pick<Point, 'slot' | 'of'>): Usual {
  const { mean, weekdays, reach, points } = baseline;
  const centre = weekdays?.[weekdayOf(slot)] ?? mean;
  const most = of === null ? Number.POSITIVE_INFINITY : 1;
  const chance =
    of === null ? chanceOfCount(centre, weekdays === null ? points : points / 7) : chanceOfShare(baseline, of);
  return {
    centre,
    lo: Math.max(0, Math.min(centre - reach, chance.lo)),
    hi: Math.min(most, Math.max(centre + reach, chance.hi)),
  };
}

/** One event more than seen is what the usual may well be: of nothing in 28 days nobody knows that it never happens. */
function chanceOfCount(centre: number, periods: number): { readonly lo: number; readonly hi: number } {
  const rate = (centre * periods + 1) / periods;
  return {
    lo: smallest((k) => poissonAtMost(k, centre) >= RARE, Math.floor(centre)),
    hi: smallest((k) => 1 - poissonAtMost(k, rate) < RARE, Math.ceil(rate + 10 * Math.sqrt(rate) + 10)),
  };
}

function chanceOfShare({ n, of: total }: Baseline, of: number): { readonly lo: number; readonly hi: number } {
  if (of === 0 || total === null) return { lo: 0, hi: 1 };
  const [few, many] = [n / (total + 1), (n + 1) / (total + 1)];
  return {
    lo: smallest((k) => binomialAtMost(k, of, few) >= RARE, of) / of,
    hi: smallest((k) => 1 - binomialAtMost(k, of, many) < RARE, of) / of,
  };
}

/** The smallest whole number from 0 to `most` for which it holds, by halving; `most` when none does. Monotonous. */
function smallest(holds: (k: number) => boolean, most: number): number {
  let [lo, hi] = [0, most];
  while (lo < hi) {
    const middle = Math.floor((lo + hi) / 2);
    if (holds(middle)) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}
