import type { Alert, Watch, WatchChart } from '@continuo/contract';
import type { AbsenceMemory, Baseline, HourProfile, Point, Verdict, WatchMemory, WatchSide } from '@continuo/core';
import { alertSentence } from '@continuo/diagram';
import type { StoredAlert, StoredWatch } from '@continuo/state';
import { slotEnd, slotStart } from './slots.ts';

/** A watch as the API shows it. */
export function shownWatch(watch: StoredWatch, open: StoredAlert | null): Watch {
  const { workspace: _, learnFrom: __, baseline: ___, memory, judged: ____, judgedMs, ...plan } = watch;
  return {
    ...plan,
    filters: [...plan.filters] as Watch['filters'],
    mails: [...plan.mails],
    state: (memory as WatchMemory | AbsenceMemory).state,
    silent: [...(memory.silent ?? [])],
    judgedToMs: judgedMs,
    alert: open?.id ?? null,
  };
}

/** An alert as the API shows it, with its sentence. */
export function shownAlert(alert: StoredAlert, watch: StoredWatch, timeZone: string): Alert {
  const { id, side, sinceSlot, spokenSlot, lastSlot, closedSlot, first, last } = alert;
  const { period, how } = watch;
  const periods = (closedSlot ?? lastSlot) - sinceSlot + (closedSlot === null ? 1 : 0);
  return {
    id,
    watch: watch.id,
    name: watch.name,
    measured: watch.measured,
    filters: [...watch.filters] as Watch['filters'],
    how,
    period,
    owner: watch.owner,
    side,
    sinceMs: slotStart(sinceSlot, period, timeZone),
    noticedMs: slotStart(spokenSlot, period, timeZone),
    lookedToMs: slotEnd(lastSlot, period, timeZone),
    closedMs:
      closedSlot === null
        ? null
        : alert.closedMs !== null && closedSlot <= lastSlot
          ? slotStart(closedSlot, period, timeZone)
          : alert.closedMs,
    periods: Math.max(1, periods),
    first,
    last,
    says: alertSentence({ how, side, period, periods: Math.max(1, periods), last, isClosed: closedSlot !== null }),
    acknowledged: alert.acknowledgedMs === null ? null : { by: alert.acknowledgedBy ?? '', atMs: alert.acknowledgedMs },
    mutedUntilMs: watch.mutedUntilMs,
  };
}

interface ChartWish {
  readonly period: 'day' | 'week';
  readonly timeZone: string;
  readonly isShare: boolean;
  readonly speaksOf: WatchSide;
}

/** The chart of a number with what was usual: points as they are, verdicts where there are some. */
export function chartOf(
  points: readonly Point[],
  verdicts: readonly Verdict[],
  baseline: Baseline | null,
  { period, timeZone, isShare, speaksOf }: ChartWish,
): WatchChart {
  const said = new Map(verdicts.map((verdict) => [verdict.slot, verdict]));
  return {
    period,
    isShare,
    points: points.map((point) => {
      const verdict = said.get(point.slot);
      const { n, of } = verdict ?? point;
      const fromMs = slotStart(point.slot, period, timeZone);
      if (!verdict) return { fromMs, n, of, usual: null, saw: 'learnt' };
      const { centre, lo, hi, side } = verdict;
      // Of a side that the watch does not speak of nothing is marked.
      const isHeard = side === null || speaksOf === 'both' || side === speaksOf;
      return { fromMs, n, of, usual: { centre, lo, hi }, saw: isHeard ? verdict.saw : 'usual' };
    }),
    learnt: baseline && {
      fromMs: slotStart(baseline.fromSlot, period, timeZone),
      toMs: slotEnd(baseline.toSlot, period, timeZone),
      points: baseline.points,
    },
  };
}

/** The most of each day that none is usual of; the last day as far as it goes. */
export function levelChartOf(
  counts: (hour: number) => number,
  { from, to }: { readonly from: number; readonly to: number },
): WatchChart {
  const points: WatchChart['points'] = [];
  for (let start = from - (from % 24); start <= to; start += 24) {
    const n = Math.max(...Array.from({ length: 24 }, (_, hour) => counts(start + hour)));
    const usual = { centre: 0, lo: 0, hi: 0 };
    points.push({ fromMs: start * 3_600_000, n, of: null, usual, saw: n > 0 ? 'beyond' : 'usual' });
  }
  return { period: 'day', isShare: false, points, learnt: null };
}

/** Hours put together to days with what would be usual: a thousand hours are no chart. */
export function hourChartOf(
  counts: (hour: number) => number,
  { from, to }: { readonly from: number; readonly to: number },
  profile: HourProfile | null,
  openFromHour: number | null,
): WatchChart {
  const days: WatchChart['points'] = [];
  const perDay = profile ? profile.usual.reduce((sum, one) => sum + one, 0) / 7 : 0;
  for (let start = from; start + 23 <= to; start += 24) {
    let n = 0;
    for (let hour = start; hour < start + 24; hour += 1) n += counts(hour);
    const isLearnt = profile === null || start <= profile.toHour;
    const isMissing = openFromHour !== null && start + 23 >= openFromHour;
    days.push({
      fromMs: start * 3_600_000,
      n,
      of: null,
      usual: isLearnt ? null : { centre: perDay, lo: perDay / 2, hi: Number.MAX_SAFE_INTEGER },
      saw: isLearnt ? 'learnt' : isMissing ? 'beyond' : 'usual',
    });
  }
  const learnt = profile && {
    fromMs: profile.fromHour * 3_600_000,
    toMs: (profile.toHour + 1) * 3_600_000,
    points: (profile.toHour - profile.fromHour + 1) / 24,
  };
  return { period: 'day', isShare: false, points: days, learnt };
}
