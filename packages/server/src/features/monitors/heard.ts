import {
  type ArrivalHours,
  type HourCounts,
  isLive,
  type Measured,
  placedSteps,
  quietSince,
  type Silence,
  silencesOf,
} from '@continuo/core';
import { isAnswers, type Workspace } from '@continuo/state';
import { name, sql, uint, uints } from '@continuo/warehouse';
import { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { readArrivals } from './arrivals.ts';
import { HOUR_MS } from './slots.ts';

/** What was usual is looked for in so many days before now. */
const LOOKS_BACK_DAYS = 150;
/** An event counts for a number when it is at least this share of what the number is made of. */
const LEAST_SHARE = 0.1;

/** What one source sent, hour by hour. */
export interface HeardSource {
  readonly id: number;
  readonly name: string;
  readonly isAnswers: boolean;
  /** It comes in by itself, and did so lately. */
  readonly isLive: boolean;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly counts: HourCounts;
  /** When it sent nothing though it usually does. */
  readonly silences: readonly Silence[];
}

/** What the sources of a workspace sent lately. */
export interface Heard {
  /** Until when anything is known: the latest event of all, or now while nothing arrives. Null without events. */
  readonly asOfMs: number | null;
  /** The hour of the clock, and in which hours something new arrived. */
  readonly nowHour: number;
  readonly arrivals: ArrivalHours;
  /** Since when nothing arrives from anywhere though it usually does; null: something does, or nothing ever came by itself. */
  readonly quietHour: number | null;
  readonly sources: readonly HeardSource[];
  /** What the number comes from: each of its feeds must speak for it to be known. */
  readonly of: (measured: HeardMeasured) => Promise<readonly Feed[]>;
  /** Several watches of a look want the same answer: it is asked for once. */
  readonly once: <T>(what: string, ask: () => Promise<T>) => Promise<T>;
}

/** What is made of what sources send. */
export type HeardMeasured = Exclude<Measured, { kind: 'arrivals' | 'callbacks' }>;

/** Sources that send the same: files of one month after the other. While one of them speaks, nothing is missing. */
export type Feed = readonly HeardSource[];

/** Whether a feed sends nothing in an hour though it usually does. */
export function isFeedSilent(feed: Feed, hour: number): boolean {
  return feed.every(
    ({ silences, firstMs }) =>
      hour < Math.floor(firstMs / HOUR_MS) ||
      silences.some(({ fromHour, toHour }) => hour >= fromHour && hour < toHour),
  );
}

const count = z.coerce.number();
const hourRow = z.object({ source: count, hour: count, events: count });
const spanRow = z.object({ source: count, first: count, last: count });
const nameRow = z.object({ source: count, name: z.string(), channel: z.string(), events: count, answers: count });

/** Reads when each complete source sent something, and how much an hour. */
export async function readHeard(services: Services, { id: workspace }: Pick<Workspace, 'id'>): Promise<Heard> {
  const { state, warehouse, clock } = services;
  const [all, build] = await Promise.all([
    state.sources.list(state.db, workspace),
    state.builds.last(state.db, workspace),
  ]);
  const complete = all.filter(({ status }) => status === 'complete');
  const nowHour = Math.floor(clock.now() / HOUR_MS);
  const once = onceEach();
  const lastMs = build?.dataAsOfMs ?? null;
  if (complete.length === 0 || lastMs === null || lastMs === 0)
    return { asOfMs: null, nowHour, arrivals: new Set(), quietHour: null, sources: [], of: async () => [], once };
  const events = sql`continuo.${name(warehouse.reads.events)} where workspace = ${uint(workspace)} and source in ${uints(complete.map(({ id }) => id))}`;
  const fromHour = Math.floor(lastMs / HOUR_MS) - LOOKS_BACK_DAYS * 24;
  const [arrivals, spans, hours] = await Promise.all([
    readArrivals(services, workspace, complete, nowHour - LOOKS_BACK_DAYS * 24),
    warehouse.query(
      sql`select source, min(toUnixTimestamp64Milli(time)) as first, max(toUnixTimestamp64Milli(time)) as last from ${events} group by source`,
    ),
    warehouse.query(
      sql`select source, intDiv(toUnixTimestamp64Milli(time), 3600000) as hour, count() as events from ${events}
and toUnixTimestamp64Milli(time) >= ${uint(Math.max(0, fromHour * HOUR_MS))} group by source, hour`,
    ),
  ]);
  const counts = new Map(complete.map(({ id }) => [id, new Map<number, number>()]));
  for (const { source, hour, events: n } of hours.map((row) => hourRow.parse(row))) counts.get(source)?.set(hour, n);
  const span = new Map(spans.map((row) => spanRow.parse(row)).map((row) => [row.source, row]));
  const quietHour = quietSince(arrivals.all, nowHour);
  const asOfMs = quietHour === null ? lastMs : Math.max(lastMs, nowHour * HOUR_MS);
  const endHour = Math.floor(lastMs / HOUR_MS);
  const quiet = quietHour === null ? [] : [{ fromHour: Math.min(quietHour, endHour + 1), toHour: nowHour + 1 }];
  const sources = complete.flatMap((source): HeardSource[] => {
    const seen = span.get(source.id);
    if (seen === undefined) return [];
    const own = counts.get(source.id);
    const at: HourCounts = (hour) => own?.get(hour) ?? 0;
    const firstHour = Math.max(fromHour, Math.floor(seen.first / HOUR_MS) + 1);
    return [
      {
        id: source.id,
        name: source.name,
        isAnswers: isAnswers(source),
        isLive: isLive(arrivals.of.get(source.id) ?? new Set(), nowHour),
        firstMs: seen.first,
        lastMs: seen.last,
        counts: at,
        // Who answers is asked or not: a survey that sends nothing for days is no broken feed.
        // While nothing arrives from anywhere, nothing is known of any.
        silences: [...(isAnswers(source) ? [] : silencesOf(at, firstHour, endHour)), ...quiet],
      },
    ];
  });
  let names: Promise<readonly z.output<typeof nameRow>[]> | null = null;
  const readNames = async () =>
    (
      await warehouse.query(
        sql`select source, toString(name) as name, toString(channel) as channel, count() as events, countIf(isNotNull(score)) as answers
from ${events} group by source, name, channel`,
      )
    ).map((row) => nameRow.parse(row));
  const of = async (measured: HeardMeasured): Promise<readonly Feed[]> => {
    if (measured.kind === 'source') return sources.filter(({ id }) => id === measured.source).map((one) => [one]);
    names ??= readNames();
    const wanted = await partOf(services, workspace, measured);
    const sent = new Map<string, { n: number; by: Set<number> }>();
    for (const row of await names) {
      const n = wanted(row);
      if (n === 0) continue;
      const known = sent.get(row.name) ?? { n: 0, by: new Set() };
      sent.set(row.name, { n: known.n + n, by: known.by.add(row.source) });
    }
    const whole = [...sent.values()].reduce((sum, { n }) => sum + n, 0);
    const feeds = [...sent.values()]
      .filter(({ n }) => n > LEAST_SHARE * whole)
      .map(({ by }) => sources.filter(({ id }) => by.has(id)));
    const keyOf = (feed: Feed): string => feed.map(({ id }) => id).join(' ');
    return [...new Map(feeds.map((feed) => [keyOf(feed), feed])).values()];
  };
  return { asOfMs, nowHour, arrivals: arrivals.all, quietHour, sources, of, once };
}

function onceEach(): Heard['once'] {
  const asked = new Map<string, Promise<unknown>>();
  return <T>(what: string, ask: () => Promise<T>) => {
    const known = asked.get(what) ?? ask();
    asked.set(what, known);
    // What is kept under a name was asked for by the same words.
    return known as Promise<T>;
  };
}

/** How many events of a row what is measured is made of. */
async function partOf(
  { state }: Services,
  workspace: number,
  measured: Exclude<HeardMeasured, { kind: 'source' }>,
): Promise<(row: z.output<typeof nameRow>) => number> {
  switch (measured.kind) {
    case 'events':
      return ({ name: event, channel, events }) =>
        (measured.activity === null || event === measured.activity) &&
        (measured.channel === null || channel === measured.channel)
          ? events
          : 0;
    case 'answers':
      return ({ name: event, answers }) => (measured.activity === null || event === measured.activity ? answers : 0);
    case 'map':
    case 'step': {
      const scope = { key: measured.journey, judgedBy: 'in-force' } as const;
      const definitions = await state.journeyDefinitions.resolve(state.db, workspace, scope);
      const steps = definitions.flatMap(({ contract }) => placedSteps(contract).map(({ step }) => step));
      const mine = measured.kind === 'step' ? steps.filter(({ id }) => id === measured.step) : steps;
      const matched = new Set(
        mine.flatMap(({ matchers, failures }) => [...matchers, ...failures].flatMap(({ events }) => events)),
      );
      return ({ name: event, events }) => (matched.has(event) ? events : 0);
    }
  }
}
