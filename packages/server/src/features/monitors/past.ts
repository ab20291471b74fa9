import {
  arrivalCounts,
  type Filter,
  inWeeks,
  isPlainCount,
  type Measured,
  type Point,
  periodNumber,
  weekOfDay,
} from '@continuo/core';
import type { Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';
import { type Feed, type Heard, type HeardMeasured, isFeedSilent } from './heard.ts';
import { callbackDays, callbackHours } from './past-callbacks.ts';
import { HOUR_MS, slotEnd, slotStart } from './slots.ts';

/** What is measured, day by day or week by week, as far as it is whole. */
export interface Past {
  /** Every period from the first whole one to the last, also those with nothing in them. */
  readonly points: readonly Point[];
  readonly silent: ReadonlySet<number>;
}

export interface Measuring {
  readonly measured: Measured;
  readonly filters: readonly Filter[];
}

/**
 * A day is whole when every source that the number comes from has sent something later, or is known to be silent. Throws
 * `journey.unknown` and `journey.not_ready`.
 */
export async function readPast(
  services: Services,
  workspace: Workspace,
  heard: Heard,
  { measured, filters, period }: Measuring & { readonly period: 'day' | 'week' },
): Promise<Past> {
  if (measured.kind === 'callbacks') return callbackDays(services, workspace, period);
  if (measured.kind === 'arrivals') return { points: [], silent: new Set() };
  const { timeZone } = workspace;
  const feeds = await heard.of(measured);
  const days = wholeDays(heard, feeds, timeZone);
  if (days === null) return { points: [], silent: new Set() };
  const found = await readDays(services, workspace.id, timeZone, { heard, measured, filters });
  const isCount = isPlainCount(measured);
  const points = Array.from({ length: days.to - days.from + 1 }, (_, i): Point => {
    const slot = days.from + i;
    return found.get(slot) ?? { slot, n: 0, of: isCount ? null : 0 };
  });
  const silent = new Set(points.map(({ slot }) => slot).filter((day) => isSilentDay(feeds, day, timeZone)));
  if (period === 'day') return { points, silent };
  return { points: inWeeks(points), silent: new Set([...silent].map(weekOfDay)) };
}

/** Counts of a watch for what is missing, hour by hour. */
export interface HourlyPast {
  readonly counts: (hour: number) => number;
  /** First and last whole hour; null: nothing was ever heard. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly isSilent: (hour: number) => boolean;
}

export async function readHours(
  services: Services,
  { id: workspace }: Pick<Workspace, 'id'>,
  heard: Heard,
  { measured, filters }: Measuring,
): Promise<HourlyPast> {
  if (measured.kind === 'callbacks') return callbackHours(services, workspace);
  const { asOfMs, nowHour, arrivals, quietHour } = heard;
  if (measured.kind === 'arrivals') {
    const hours = arrivals.size === 0 ? null : { from: Math.min(...arrivals), to: nowHour - 1 };
    return { counts: arrivalCounts(arrivals), hours, isSilent: () => false };
  }
  const feeds = await heard.of(measured);
  if (asOfMs === null || feeds.length === 0) return { counts: () => 0, hours: null, isSilent: () => false };
  const from = Math.floor(firstOf(feeds) / HOUR_MS) + 1;
  if (measured.kind === 'source') {
    const hours = { from, to: Math.floor(asOfMs / HOUR_MS) - 1 };
    // Nothing comes from anywhere: that is said once, and not by each source.
    const isSilent = (hour: number) => quietHour !== null && hour >= quietHour;
    return { counts: (hour) => feeds[0]?.[0]?.counts(hour) ?? 0, hours, isSilent };
  }
  const hours = { from, to: Math.floor(knownUntil(heard, feeds) / HOUR_MS) - 1 };
  const activity = measured.kind === 'events' || measured.kind === 'answers' ? measured.activity : null;
  const channel = measured.kind === 'events' ? measured.channel : null;
  const { result } = await askQuestion(services, workspace, {
    question: 'series',
    scope: { filters: [...filters] as never },
    input: { activity, channel, period: 'hour' },
  });
  const counts = new Map(result.points.map(({ slot, events }) => [slot, events]));
  return {
    counts: (hour) => counts.get(hour) ?? 0,
    hours,
    isSilent: (hour) => feeds.some((feed) => isFeedSilent(feed, hour)),
  };
}

const firstOf = (feeds: readonly Feed[]): number => Math.min(...feeds.flat().map(({ firstMs }) => firstMs));

/** Up to when everything that the feeds could tell is known: their last word, or now for those that are silent. */
function knownUntil({ asOfMs }: Heard, feeds: readonly Feed[]): number {
  const now = asOfMs ?? 0;
  const lastHour = Math.floor(now / HOUR_MS) - 1;
  const ends = feeds.map((feed) =>
    isFeedSilent(feed, lastHour) ? now : Math.max(...feed.map(({ lastMs }) => lastMs)),
  );
  return Math.min(now, ...ends);
}

function wholeDays(
  heard: Heard,
  feeds: readonly Feed[],
  timeZone: string,
): { readonly from: number; readonly to: number } | null {
  if (feeds.length === 0) return null;
  const firstMs = firstOf(feeds);
  const first = periodNumber(firstMs, 'day', timeZone);
  const from = slotStart(first, 'day', timeZone) === firstMs ? first : first + 1;
  const to = periodNumber(knownUntil(heard, feeds), 'day', timeZone) - 1;
  return to < from ? null : { from, to };
}

/** A day in which some feed was silent for an hour is not known. */
function isSilentDay(feeds: readonly Feed[], day: number, timeZone: string): boolean {
  const from = Math.floor(slotStart(day, 'day', timeZone) / HOUR_MS);
  const to = Math.floor(slotEnd(day, 'day', timeZone) / HOUR_MS);
  return feeds.some((feed) =>
    Array.from({ length: to - from }, (_, i) => from + i).some((hour) => isFeedSilent(feed, hour)),
  );
}

/** What is measured on each day on which there was something. */
export async function readDays(
  services: Services,
  workspace: number,
  timeZone: string,
  {
    heard,
    measured,
    filters,
  }: { readonly heard: Heard; readonly measured: HeardMeasured; readonly filters: readonly Filter[] },
): Promise<ReadonlyMap<number, Point>> {
  const bySlot = (points: readonly Point[]) => new Map(points.map((point) => [point.slot, point]));
  const kept = { filters: [...filters] as never };
  switch (measured.kind) {
    case 'source':
      return new Map();
    case 'events':
    case 'answers': {
      const { activity } = measured;
      const channel = measured.kind === 'events' ? measured.channel : null;
      const input = { activity, channel, period: 'day', timeZone } as const;
      const { result } = await askQuestion(services, workspace, { question: 'series', scope: kept, input });
      return bySlot(
        result.points.map(({ slot, events, ...answers }) => {
          if (measured.kind === 'events') return { slot, n: events, of: null };
          const { answered, unhappy, happy } = answers;
          if (measured.which === 'given') return { slot, n: answered, of: null };
          const felt = { unhappy, happy, neutral: answered - unhappy - happy };
          return { slot, n: felt[measured.which], of: answered };
        }),
      );
    }
    case 'map':
    case 'step': {
      const { journey } = measured;
      const result = await readJourney(services, workspace, timeZone, { heard, journey, filters });
      if (measured.kind === 'step') {
        const mine = result.steps.filter(({ step }) => step === measured.step);
        const isCount = measured.which === 'had';
        return bySlot(mine.map((row) => ({ slot: row.day, n: row[measured.which], of: isCount ? null : row.came })));
      }
      if (measured.fact === 'unhappy')
        return bySlot(result.answers.map(({ day, unhappy, answered }) => ({ slot: day, n: unhappy, of: answered })));
      const of = { 'got-it': 'gotIt', 'as-promised': 'asPromised', tried: 'tried' } as const;
      const fact = of[measured.fact];
      return bySlot(result.map.map((row) => ({ slot: row.day, n: row[fact], of: row.ended })));
    }
  }
}

/** Names of the sources whose silence keeps a number from being known in the last hour; empty: all that come by themselves. */
export async function silentSources(heard: Heard, measured: Measured): Promise<readonly string[]> {
  if (heard.quietHour !== null || measured.kind === 'arrivals' || measured.kind === 'callbacks') return [];
  const lastHour = Math.floor((heard.asOfMs ?? 0) / HOUR_MS) - 1;
  const silent = (await heard.of(measured)).filter((feed) => isFeedSilent(feed, lastHour));
  return [...new Set(silent.flat().map(({ name }) => name))].sort();
}

interface OfJourney {
  readonly heard: Heard;
  readonly journey: string;
  readonly filters: readonly Filter[];
}

async function readJourney(
  services: Services,
  workspace: number,
  timeZone: string,
  { heard, journey, filters }: OfJourney,
) {
  const scope = {
    unit: 'journey',
    journey: { key: journey, judgedBy: 'in-force' },
    filters: [...filters] as never,
  } as const;
  const asked = { question: 'journey-series', scope, input: { timeZone } } as const;
  return (await heard.once(JSON.stringify(asked), () => askQuestion(services, workspace, asked))).result;
}

/** Every step of a map day by day. */
export async function readSteps(services: Services, workspace: number, timeZone: string, of: OfJourney) {
  return (await readJourney(services, workspace, timeZone, of)).steps;
}
