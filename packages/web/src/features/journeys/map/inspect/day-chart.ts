import type { JourneyDays } from '@continuo/core';
import { formatDayNear } from '@continuo/diagram';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** More days than this are counted by the week: at most one mark each two pixels of the narrowest panel. */
const MOST_DAYS = 92;

export interface DayMark {
  readonly fromMs: number;
  readonly due: number;
  readonly harmed: number;
  /** Beyond what was usual before the change. */
  readonly isOut: boolean;
}

/** Harm at one step over time, ready to be drawn. */
export interface DayChart {
  readonly unit: 'day' | 'week';
  readonly marks: readonly DayMark[];
  /** Top of the scale: a round number. */
  readonly top: number;
  /** Smallest and largest count of nine tenths of the marks before the change; null: no change was found. */
  readonly usual: readonly [lo: number, hi: number] | null;
  /** The same after it, or of all marks. */
  readonly now: readonly [lo: number, hi: number];
  readonly sinceMs: number | null;
}

/** The chart of a step; null when nobody came to it or nobody was harmed. Days without a visit are gaps, not zeros. */
export function dayChart({ days, unsteady }: JourneyDays, step: string, sinceMs: number | null): DayChart | null {
  const mine = days.filter((day) => day.step === step && day.due > 0).sort((a, b) => a.dayMs - b.dayMs);
  const first = mine[0];
  const last = mine.at(-1);
  if (first === undefined || last === undefined || mine.every(({ harmed }) => harmed === 0)) return null;
  const unit = (last.dayMs - first.dayMs) / DAY > MOST_DAYS ? 'week' : 'day';
  const since = sinceMs ?? unsteady.find((one) => one.step === step)?.sinceMs ?? null;
  const counted =
    unit === 'day' ? mine.map(({ dayMs, due, harmed }) => ({ fromMs: dayMs, due, harmed })) : byWeek(mine);
  const before = since === null ? [] : counted.filter(({ fromMs }) => fromMs < since);
  const after = since === null ? counted : counted.filter(({ fromMs }) => fromMs >= since);
  const usual = before.length === 0 ? null : middle(before.map(({ harmed }) => harmed));
  const marks = counted.map((mark) => ({ ...mark, isOut: usual !== null && mark.harmed > usual[1] }));
  return {
    ...{ unit, marks, usual, now: middle(after.map(({ harmed }) => harmed)), sinceMs: since },
    top: roundUp(Math.max(...counted.map(({ harmed }) => harmed))),
  };
}

function byWeek(days: JourneyDays['days']): readonly Omit<DayMark, 'isOut'>[] {
  const weeks = new Map<number, { fromMs: number; due: number; harmed: number }>();
  const start = days[0]?.dayMs ?? 0;
  for (const { dayMs, due, harmed } of days) {
    const at = Math.floor((dayMs - start) / WEEK);
    const week = weeks.get(at) ?? { fromMs: start + at * WEEK, due: 0, harmed: 0 };
    weeks.set(at, { ...week, due: week.due + due, harmed: week.harmed + harmed });
  }
  return [...weeks.values()];
}

/** What nine of ten lie within: the twentieth at either end is left out. Nothing gives 0 to 0. */
function middle(counts: readonly number[]): readonly [number, number] {
  const sorted = [...counts].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 20);
  return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
}

function roundUp(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].map((step) => step * size).find((top) => top >= most) ?? most;
}

/** "1 Oct" in the zone, with the year where it is not that of today. */
export function shortDay(ms: number, timeZone: string, todayMs: number): string {
  return formatDayNear(ms, timeZone, todayMs).split(' ').slice(1).join('\u00a0');
}
