import type { WatchChart, WatchPreview } from '@continuo/contract';
import {
  type AbsenceMemory,
  type Baseline,
  canBeMissing,
  type Filter,
  type HourProfile,
  harmfulSide,
  isHeardOnly,
  isNoneUsual,
  isPlainCount,
  type Measured,
  Problem,
  replay,
  type WatchHow,
  type WatchSide,
} from '@continuo/core';
import type { StoredWatch, Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { readHeard } from './heard.ts';
import { judgeHours, judgeNone, newStanding } from './judge.ts';
import { readHours, readPast } from './past.ts';
import { chartOf, hourChartOf, levelChartOf } from './show.ts';
import { slotOfDate, slotStart } from './slots.ts';
import { nameOfMeasured } from './titles.ts';

export interface WatchWish {
  readonly measured: Measured;
  readonly filters: readonly Filter[];
  readonly how: WatchHow;
  readonly period: 'day' | 'week';
  readonly speaksOf?: WatchSide | undefined;
  /** `YYYY-MM-DD`. */
  readonly learnFrom: string | null;
}

/** Four weeks to learn from and 90 days to look back on; twenty weeks and thirty for weeks. */
const LOOKS_BACK = { day: 28 + 90, week: 20 + 30 } as const;

/**
 * What a watch like this would have said, had it been there: its limits, and when it would have spoken. The living watch takes
 * the same steps, so that it says the same. Throws `input.invalid` for what cannot be watched so.
 */
export async function previewWatch(services: Services, workspace: Workspace, wish: WatchWish): Promise<WatchPreview> {
  checkWish(wish);
  const name = await nameOfMeasured(services, workspace.id, wish.measured);
  const speaksOf = wish.how === 'missing' ? 'fewer' : (wish.speaksOf ?? harmfulSide(wish.measured));
  const common = { name, speaksOf, canBeMissing: canBeMissing(wish.measured) };
  return {
    ...common,
    ...(isHourly(wish)
      ? await previewHours(services, workspace, wish)
      : await previewDays(services, workspace, wish, speaksOf)),
  };
}

/** Throws `input.invalid` for what cannot be watched so. */
export function checkWish({ measured, how }: Pick<WatchWish, 'measured' | 'how'>): void {
  if (how === 'missing' && !canBeMissing(measured))
    throw new Problem('input.invalid', 'Only events and sources can be missing; a share is watched for being unusual.');
  if (how === 'unusual' && isHeardOnly(measured))
    throw new Problem('input.invalid', 'A source is watched for being missing.');
}

/** Whether it is looked at hour by hour. */
export function isHourly({ measured, how }: Pick<WatchWish, 'measured' | 'how'>): boolean {
  return how === 'missing' || isNoneUsual(measured);
}

/** First period that a new watch learns from. */
export function learnFromOf(
  { period, learnFrom }: Pick<WatchWish, 'period' | 'learnFrom'>,
  points: readonly { readonly slot: number }[],
  timeZone: string,
): number | null {
  if (learnFrom !== null) return slotOfDate(learnFrom, period, timeZone);
  return points.at(-LOOKS_BACK[period])?.slot ?? points[0]?.slot ?? null;
}

type Previewed = Omit<WatchPreview, 'name' | 'speaksOf' | 'canBeMissing'>;

async function previewDays(
  services: Services,
  workspace: Workspace,
  wish: WatchWish,
  speaksOf: WatchSide,
): Promise<Previewed> {
  const { period, measured } = wish;
  const { timeZone } = workspace;
  const past = await readPast(services, workspace, await readHeard(services, workspace), wish);
  const from = learnFromOf(wish, past.points, timeZone);
  const points = past.points.filter(({ slot }) => from === null || slot >= from);
  const { baseline, learnt, verdicts, episodes, memory } = replay({ points, period, speaksOf, silent: past.silent });
  const at = (slot: number): number => slotStart(slot, period, timeZone);
  const first = verdicts[0];
  return {
    state: memory.state,
    learnt,
    chart: chartOf(points, verdicts, baseline, { period, timeZone, speaksOf, isShare: !isPlainCount(measured) }),
    lookedBack: first ? { fromMs: at(first.slot), days: verdicts.length * (period === 'week' ? 7 : 1) } : null,
    episodes: episodes.map(({ side, fromSlot, spokenSlot, closedSlot }) => ({
      side,
      sinceMs: at(fromSlot),
      spokenMs: at(spokenSlot),
      closedMs: closedSlot === null ? null : at(closedSlot),
    })),
  };
}

async function previewHours(services: Services, workspace: Workspace, wish: WatchWish): Promise<Previewed> {
  const { timeZone } = workspace;
  const past = await readHours(services, workspace, await readHeard(services, workspace), wish);
  const learnFrom = hourLearnFrom(wish.learnFrom, past.hours, timeZone);
  const isLevel = isNoneUsual(wish.measured);
  const watch = { ...newStanding('hour'), learnFrom, speaksOf: 'fewer', period: 'hour' } as const;
  const { standing, deeds } = (isLevel ? judgeNone : judgeHours)(watch, past);
  const profile = standing.baseline as HourProfile | null;
  const at = (slot: number): number => slotStart(slot, 'hour', timeZone);
  const open = (standing.memory as AbsenceMemory).open?.fromHour ?? null;
  const episodes: Previewed['episodes'] = [];
  for (const deed of deeds) {
    const last = episodes.at(-1);
    if (deed.kind === 'opened')
      episodes.push({ side: deed.side, sinceMs: at(deed.since), spokenMs: at(deed.slot), closedMs: null });
    else if (deed.kind === 'closed' && last) last.closedMs = at(deed.slot);
  }
  const range = past.hours && { from: Math.max(past.hours.from, learnFrom ?? 0), to: past.hours.to };
  const empty: WatchChart = { period: 'day', isShare: false, points: [], learnt: null };
  return {
    state: standing.memory.state,
    learnt: standing.learnt,
    chart: !range ? empty : isLevel ? levelChartOf(past.counts, range) : hourChartOf(past.counts, range, profile, open),
    lookedBack:
      isLevel && range
        ? { fromMs: at(range.from), days: Math.ceil((range.to + 1 - range.from) / 24) }
        : profile && range
          ? { fromMs: at(profile.toHour + 1), days: Math.floor((range.to - profile.toHour) / 24) }
          : null,
    episodes,
  };
}

/** First hour of what is usual: of a day, or so that 90 days are looked back on. */
export function hourLearnFrom(
  date: string | null,
  hours: { readonly from: number; readonly to: number } | null,
  timeZone: string,
): number | null {
  if (date !== null) return slotOfDate(date, 'hour', timeZone);
  return hours === null ? null : Math.max(hours.from, hours.to + 1 - LOOKS_BACK.day * 24);
}

/** The chart of a watch that is there: what it learnt from, what it said, and what has come since. */
export async function chartOfWatch(services: Services, workspace: Workspace, watch: StoredWatch): Promise<WatchChart> {
  const { state } = services;
  const { measured, filters, period, learnFrom } = watch;
  const heard = await readHeard(services, workspace);
  if (period === 'hour') {
    const past = await readHours(services, workspace, heard, { measured, filters });
    const range = past.hours && { from: Math.max(past.hours.from, learnFrom ?? 0), to: past.hours.to };
    const open = (watch.memory as { open: { fromHour?: number } | null }).open?.fromHour ?? null;
    if (range === null) return { period: 'day', isShare: false, points: [], learnt: null };
    if (isNoneUsual(measured)) return levelChartOf(past.counts, range);
    return hourChartOf(past.counts, range, watch.baseline as HourProfile | null, open);
  }
  const past = await readPast(services, workspace, heard, { measured, filters, period });
  const verdicts = await state.watches.verdicts(state.db, workspace.id, watch.id, 400);
  const shownFrom = Math.max(learnFrom ?? 0, (past.points.at(-1)?.slot ?? 0) - 400);
  const known = past.points.filter(({ slot }) => slot >= shownFrom);
  return chartOf(known, verdicts, watch.baseline as Baseline | null, {
    ...{ period, timeZone: workspace.timeZone, speaksOf: watch.speaksOf },
    isShare: !isPlainCount(measured),
  });
}
