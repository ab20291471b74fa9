import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ALL_TIME, type Event, type Spread } from '@continuo/core';
import {
  type Asking,
  buildRuns,
  CASE_RUNS,
  insertEvents,
  migrate,
  openWarehouse,
  questions,
  type Warehouse,
} from '@continuo/warehouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, mappingOf } from '../src/features/collect/test-kit.ts';

/**
 * Real logs, asked through the SQL of every question that pm4py 2.7.14 answers too: cases, events, activities, every
 * variant with its count, start and end activities, every edge with count and times, case durations, rework.
 *
 * pm4py read times with an offset as though they were UTC (durations over a change of the clock differ by an hour), so
 * here the wall clock of those logs is taken for UTC too. It keeps microseconds, we whole milliseconds.
 */
const SHARED = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const isHere = existsSync(SHARED);
const read = (name: string): string => readFileSync(resolve(SHARED, 'reference/pm4py', name), 'utf8');

interface Log {
  readonly name: string;
  /** A part of this log, cut by the scope of the question. */
  readonly partOf?: string;
  /** Where the wall clock of the log hangs; times of the others are UTC already. */
  readonly zone?: string;
}

const LOGS: readonly Log[] = [
  { name: 'running-example', zone: 'Europe/Amsterdam' },
  { name: 'roadtraffic100traces', zone: 'Europe/Rome' },
  { name: 'receipt', zone: 'Europe/Amsterdam' },
  { name: 'reviewing', zone: 'Europe/Amsterdam' },
  { name: 'repairExample-complete', zone: 'Europe/Amsterdam' },
  { name: 'teleclaims-complete', zone: 'Australia/Brisbane' },
  { name: 'bpic2013_closed', zone: 'Europe/Amsterdam' },
  { name: 'helpdesk' },
  { name: 'bpic2012-complete', zone: 'Europe/Amsterdam' },
  { name: 'bpic2012', zone: 'Europe/Amsterdam' },
  { name: 'bpic2012-A', partOf: 'bpic2012' },
  { name: 'bpic2012-O', partOf: 'bpic2012' },
  { name: 'greps' },
  { name: 'patients' },
  { name: 'olist-orders-share' },
  { name: 'retention-simple-shop' },
];

interface Reference {
  readonly file: string;
  readonly definitions: Readonly<Record<'lifecycle_filter' | 'activity_prefix_filter', string | null>> & {
    readonly csv_columns: readonly [string, string, string] | null;
  };
  readonly cases: number;
  readonly events: number;
  readonly activities: Readonly<Record<string, number>>;
  readonly start_activities: Readonly<Record<string, number>>;
  readonly end_activities: Readonly<Record<string, number>>;
  readonly n_variants: number;
  readonly n_dfg_edges: number;
  readonly case_duration_s: Readonly<Record<string, number>>;
  readonly events_per_case: Readonly<Record<string, number>>;
  readonly rework_cases_per_activity: Readonly<Record<string, number>>;
}

/** The last of the fields of each line may hold commas in quotes; the others are numbers or names. */
function linesOf(csv: string): string[][] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field]) => unquoted(field ?? '')));
}

function unquoted(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

/** What the clock on the wall showed, taken for UTC. */
function wallClock(timeMs: number, zone: string): number {
  const seconds = Math.floor(timeMs / 1000) * 1000;
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  const shown = format.format(seconds);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) + (timeMs - seconds);
}
const formats = new Map<string, Intl.DateTimeFormat>();

/** Within 1e-6, and the microseconds that we do not keep. */
function expectMs(actualMs: number, expectedSeconds: number, about: string): void {
  const expectedMs = expectedSeconds * 1000;
  expect(Math.abs(actualMs - expectedMs), `${about}: ${actualMs} for ${expectedMs} ms`).toBeLessThanOrEqual(
    1 + 1e-6 * Math.abs(expectedMs),
  );
}

function expectSpread(
  actual: Spread | null,
  expected: Readonly<Record<string, number>>,
  same: (actual: number, expected: number, about: string) => void,
): void {
  expect(actual?.n).toBe(expected.n);
  for (const key of ['mean', 'median', 'min', 'max'] as const)
    same(actual?.[key] as number, expected[key] as number, key);
  if (expected.q90_linear !== undefined) same(actual?.p90 as number, expected.q90_linear, 'p90');
}

describe.skipIf(!isHere)('real logs through SQL, as pm4py answers them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-pm4py-'));
  let warehouse: Warehouse;
  const loaded = new Map<string, Asking>();

  beforeAll(async () => {
    warehouse = await openWarehouse(`chdb:${folder}`);
    await migrate(warehouse);
  });
  afterAll(async () => {
    await warehouse?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function loadLog({ name, zone }: Log, { file, definitions }: Reference): Promise<Asking> {
    const { csv_columns: csv, lifecycle_filter: keep } = definitions;
    const [caseKey, activity, time] = csv ?? ['case:concept:name', 'concept:name', 'time:timestamp'];
    const column = name === 'patients' ? 'registration_type' : 'lifecycle:transition';
    const lifecycle = keep === null ? null : { column, keep };
    const { events } = await load(
      resolve(SHARED, 'data', file),
      mappingOf({ caseKey, activity, time, lifecycle, properties: [] }),
    );
    const workspace = loaded.size + 1;
    const own = events.map((event) => ({
      ...event,
      workspace,
      timeMs: zone === undefined ? event.timeMs : wallClock(event.timeMs, zone),
      properties: {},
    })) as unknown as Event[];
    await insertEvents(warehouse, own);
    const book = {
      activities: ['', ...new Set(own.map((event) => event.name))],
      channels: ['', ...new Set(own.map((event) => event.channel).filter((channel) => channel !== ''))],
    };
    await buildRuns(warehouse, {
      workspace,
      definitions: [CASE_RUNS],
      book,
      attributes: [],
      sources: [9],
      version: 1,
      touched: null,
      ranges: 1,
    });
    const scope = { workspace, range: ALL_TIME, unit: 'case', gapMs: null, activities: null, filters: [] } as const;
    return { warehouse, book, scope, dataAsOfMs: 0, sources: [9], options: {} };
  }

  async function askingFor(log: Log, reference: Reference): Promise<Asking> {
    const of = log.partOf ?? log.name;
    const whole = loaded.get(of) ?? (await loadLog(log, reference));
    loaded.set(of, whole);
    if (!log.partOf) return whole;
    const prefix = reference.definitions.activity_prefix_filter as string;
    const activities = whole.book.activities.filter((name) => name.startsWith(prefix));
    return { ...whole, scope: { ...whole.scope, activities } };
  }

  test.each(LOGS)(
    '$name',
    async (log) => {
      const reference = JSON.parse(read(`${log.name}.json`)) as Reference;
      const asking = await askingFor(log, reference);
      const [summary, activities, graph, variants] = await Promise.all([
        questions.summary.ask({}, asking),
        questions.activities.ask({}, asking),
        questions['path-graph'].ask({ activityShare: null, pathShare: null }, asking),
        questions.variants.ask({ limit: 10_000 }, asking),
      ]);

      expect(summary).toMatchObject({
        runs: reference.cases,
        events: reference.events,
        variants: reference.n_variants,
      });
      const named = (rows: readonly { activity: string; runs: number }[]) =>
        Object.fromEntries(rows.map(({ activity, runs }) => [activity, runs]));
      expect(named(summary.starts)).toEqual(reference.start_activities);
      expect(named(summary.ends)).toEqual(reference.end_activities);
      expectSpread(summary.durationMs, reference.case_duration_s, expectMs);
      expectSpread(summary.eventsPerRun, reference.events_per_case, (actual, expected, about) =>
        expect(actual, about).toBeCloseTo(expected, 6),
      );

      expect(Object.fromEntries(activities.activities.map(({ activity, events }) => [activity, events]))).toEqual(
        reference.activities,
      );
      const rework = activities.activities.filter(({ reworkRuns }) => reworkRuns > 0);
      expect(Object.fromEntries(rework.map(({ activity, reworkRuns }) => [activity, reworkRuns]))).toEqual(
        reference.rework_cases_per_activity,
      );

      const edges = linesOf(read(`${log.name}.dfg.csv`));
      expect(graph.edges).toHaveLength(reference.n_dfg_edges);
      expect(edges).toHaveLength(reference.n_dfg_edges);
      for (const [from, to, count, mean, median, min, max] of edges) {
        const edge = graph.edges.find((one) => one.from === from && one.to === to);
        const about = `${from} → ${to}`;
        expect(edge?.count, about).toBe(Number(count));
        expectMs(edge?.meanMs as number, Number(mean), `mean of ${about}`);
        expectMs(edge?.medianMs as number, Number(median), `median of ${about}`);
        expectMs(edge?.minMs as number, Number(min), `least of ${about}`);
        expectMs(edge?.maxMs as number, Number(max), `most of ${about}`);
      }

      const counted = new Map(variants.variants.map(({ path, runs }) => [path.join(' | '), runs]));
      const expected = linesOf(read(`${log.name}.variants.csv`));
      expect(variants.total).toBe(reference.n_variants);
      expect(expected.length).toBeGreaterThanOrEqual(Math.min(reference.n_variants, 2000));
      for (const [, count, path] of expected) expect(counted.get(path as string), path).toBe(Number(count));
      // How complete the picture is: hand-checked for this log.
      if (log.name === 'receipt') {
        expect(variants).toMatchObject({ once: 86, twice: 11 });
        expect(1 - (variants.unseen?.estimate ?? 0)).toBeCloseTo(0.940028, 6);
        expect(variants.coverage.slice(1).map(({ variants: routes }) => routes)).toEqual([6, 13, 45]);
      }
    },
    300_000,
  );
});
