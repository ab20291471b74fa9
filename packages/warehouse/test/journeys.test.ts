import {
  blankJourney,
  blankStep,
  compileMap,
  type JourneyDefinition,
  type Judged,
  judgeTouches,
  mapHash,
  SKIP_LABELS,
  type SkipLabel,
  TOUCH_LABELS,
} from '@continuo/core';
import { buildJourneyRuns, type JourneyRun, timesOf } from '@continuo/core/oracle';
import { HISTORY_WORLD, randomContract, randomHistory, stepNumbers } from '@continuo/synth';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { insertEvents } from '../src/events/insert.ts';
import { dropDefinition } from '../src/journeys/drop.ts';
import { type Judge, judgeRuns } from '../src/journeys/judge-runs.ts';
import { buildRuns } from '../src/runs/builder.ts';
import { findRun } from '../src/runs/find-run.ts';
import { migrate } from '../src/schema/migrate.ts';
import { sql, uint } from '../src/sql.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { eachOf } from './build-worlds.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { begin, build, type Happening, happen, happening, type State, storedJourneyRuns } from './happenings.ts';
import { ATTRIBUTES, CONTRACTS, type Draft, draft, EPOCH, NAMES } from './worlds.ts';

const SEED = Number(process.env.CONTINUO_SEED ?? 20_260_407);
const HOUR = 3_600_000;

interface DraftJourney {
  readonly seed: number;
  readonly hours: readonly [number | null, number | null];
}

const dates = fc.option(fc.nat({ max: 24 * 40 }), { freq: 2 });
const journey: fc.Arbitrary<DraftJourney> = fc.record({ seed: fc.nat(), hours: fc.tuple(dates, dates) });
/** A journey gets another map; its step numbers go on. */
type Edit = { readonly kind: 'edit'; readonly which: number; readonly journey: DraftJourney };
const edit: fc.Arbitrary<Edit> = fc.record({ kind: fc.constant('edit' as const), which: fc.nat({ max: 2 }), journey });
const history = fc.record({
  first: draft,
  journeys: fc.array(journey, { minLength: 1, maxLength: 3 }),
  later: fc.array(fc.oneof({ weight: 3, arbitrary: happening as fc.Arbitrary<Happening | Edit> }, edit), {
    minLength: 1,
    maxLength: 5,
  }),
});

function definitionOf(
  { seed, hours }: DraftJourney,
  definition: number,
  before?: JourneyDefinition,
): JourneyDefinition {
  const contract = randomContract(seed, CONTRACTS);
  const [fromMs, toMs] = hours.map((at) => (at === null ? null : EPOCH + at * HOUR)) as [number | null, number | null];
  return { definition, fromMs, toMs, contract, numbers: stepNumbers(contract, before?.numbers) };
}

async function change(warehouse: Warehouse, state: State, { which, journey }: Edit): Promise<State> {
  const at = which % state.journeys.length;
  const edited = definitionOf(journey, at + 2, state.journeys[at]);
  const next = { ...state, journeys: state.journeys.with(at, edited), version: state.version + 1 };
  await build(warehouse, { ...next, journeys: [edited] }, null);
  return next;
}

async function expectExact(warehouse: Warehouse, state: State, about: string): Promise<number> {
  let found = 0;
  for (const one of state.journeys) {
    const stored = await storedJourneyRuns(warehouse, state.workspace, one.definition);
    const expected = buildJourneyRuns(state.events, one, { ...state, attributes: ATTRIBUTES });
    expect(stored, `${about}\n${JSON.stringify(one.contract)}`).toEqual(expected);
    found += stored.length;
  }
  return found;
}

/** Every sequence of the stored runs is judged as it stands, once, and nothing else is there. */
async function expectJudged(
  warehouse: Warehouse,
  { workspace, version }: State,
  journey: JourneyDefinition,
  dataAsOfMs: number,
): Promise<void> {
  const map = compileMap(journey.contract, journey.numbers);
  const judge: Judge = (symbols, isOpen) => judgeTouches(map, symbols, isOpen);
  const input = { workspace, journey, judge, dataAsOfMs, version };
  // What an earlier map said of the same sequences must not stay.
  const other = { ...journey, contract: { ...journey.contract, stages: journey.contract.stages.toReversed() } };
  await judgeRuns(warehouse, { ...input, journey: other });
  const judged = await judgeRuns(warehouse, { ...input, version: version + 1 });
  const expected = new Map<string, Judged>();
  const add = (symbols: readonly number[], isOpen: boolean): Judged => {
    const [one] = judgeTouches(map, [symbols], isOpen) as [Judged];
    expected.set(JSON.stringify([symbols, isOpen]), one);
    return one;
  };
  for (const { steps, startMs, gapsMs } of await storedJourneyRuns(warehouse, workspace, journey.definition)) {
    const symbols = steps.filter((symbol) => symbol > 0);
    const last = steps.findLastIndex((symbol) => symbol > 0);
    const lastMs = startMs + gapsMs.slice(0, last + 1).reduce((sum, gap) => sum + gap, 0);
    const isSilent = lastMs + journey.contract.passage.silenceMs < dataAsOfMs;
    if (isSilent || add(symbols, true).reached !== null) add(symbols, false);
  }
  const stored = await storedJudged(warehouse, workspace, journey.definition);
  expect(new Map(stored.map((one) => [JSON.stringify([one.symbols, one.isOpen]), one]))).toEqual(expected);
  expect(stored).toHaveLength(expected.size);
  expect(await judgeRuns(warehouse, { ...input, version: version + 2 })).toBe(0);
  if (mapHash(other) !== mapHash(journey)) expect(judged).toBe(expected.size);
}

async function storedJudged(warehouse: Warehouse, workspace: number, definition: number): Promise<Judged[]> {
  const rows = await Promise.all(
    warehouse.shards.map((shard) =>
      shard.query(
        sql`select is_open, symbols, cost, cheapest, reached, arrayMap(x -> toUInt16(x), touches) as labels,
  arrayMap((s, l, b) -> (s, toUInt16(l), b), skip_steps, skip_labels, skip_before) as skips, path = cityHash64(symbols) as is_own
from continuo.judged final where workspace = ${uint(workspace)} and definition = ${uint(definition)} order by path, is_open`,
      ),
    ),
  );
  // Every shard holds all of it.
  for (const other of rows) expect(other).toEqual(rows[0]);
  return (rows[0] ?? []).map((row) => {
    expect(Boolean(row.is_own)).toBe(true);
    return {
      symbols: row.symbols as number[],
      isOpen: Boolean(row.is_open),
      cost: Number(row.cost),
      cheapest: Number(row.cheapest),
      reached: ([null, 'goal', 'failure'] as const)[Number(row.reached)] ?? null,
      touches: (row.labels as number[]).map((label) => TOUCH_LABELS[label] as Judged['touches'][number]),
      skips: (row.skips as [number, number, number][]).map(([step, label, before]) => ({
        step,
        label: SKIP_LABELS[label] as SkipLabel,
        before,
      })),
    };
  });
}

describeEachEngine('runs of journeys are exact whatever happened', ({ kind, open }) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await open();
    await migrate(warehouse);
  });

  test('touched people rebuilt equals everything anew equals the oracle, for any map', async () => {
    const numRuns = Number(process.env.CONTINUO_WORLDS ?? (kind === 'chdb' ? 4 : 2));
    let found = 0;
    await eachOf(fc.sample(history, { numRuns, seed: SEED }), async ({ first, journeys, later }) => {
      const about = JSON.stringify({ first, journeys, later });
      const own = journeys.map((one, i) => definitionOf(one, i + 2));
      let state = await begin(warehouse, first, freshWorkspace(), { definitions: [], journeys: own });
      for (const what of later)
        state = what.kind === 'edit' ? await change(warehouse, state, what) : await happen(warehouse, state, what);
      found += await expectExact(warehouse, state, `incremental: ${about}`);
      await build(warehouse, { ...state, version: state.version + 1 }, null);
      await expectExact(warehouse, state, `anew: ${about}`);
      for (const one of state.journeys) await expectJudged(warehouse, state, one, first.dataAsOfMs);
    });
    expect(found).toBeGreaterThan(numRuns);
  }, 240_000);

  test('any history by any map: odd names, times and properties', async () => {
    const { names, channels } = HISTORY_WORLD;
    const book = { activities: ['', ...names], channels: ['', ...channels] };
    let found = 0;
    await eachOf([...Array(kind === 'chdb' ? 6 : 2).keys()], async (seed) => {
      const workspace = freshWorkspace();
      const events = randomHistory(SEED + seed, { workspace });
      await insertEvents(warehouse, events);
      const journeys = [2, 3, 4].map((definition) => {
        const contract = randomContract(SEED + 10 * seed + definition);
        return { definition, fromMs: null, toMs: null, contract, numbers: stepNumbers(contract) };
      });
      const attributes = ['brand', 'wait_minutes', 'ok'];
      const options = { attributes, sources: [1], links: new Map() };
      const input = { workspace, definitions: [], journeys, book, attributes, sources: [1], version: 1, touched: null };
      await buildRuns(warehouse, input);
      for (const one of journeys) {
        const stored = await storedJourneyRuns(warehouse, workspace, one.definition, book);
        expect(stored, JSON.stringify(one.contract)).toEqual(buildJourneyRuns(events, one, options));
        found += stored.length;
      }
    });
    expect(found).toBeGreaterThan(3);
  });

  test('a passage is found by its name; a dropped definition is gone, the others stay', async () => {
    const numbers = new Map([['any', 1]]);
    const any = { ...blankStep('any', 'I come'), matchers: [{ events: NAMES, where: [], channels: [] }] };
    const blank = blankJourney('any', 'I come');
    const contract = { ...blank, stages: [{ id: 'all', title: 'All', blocks: [any] }] };
    const journeys = [2, 3].map((definition) => ({ definition, fromMs: null, toMs: null, contract, numbers }));
    const first = fc.sample(draft, { numRuns: 9, seed: SEED + 3 }).find(({ arrivals }) => arrivals.length > 5) as Draft;
    const state = await begin(warehouse, first, freshWorkspace(), { definitions: [], journeys });
    const count = async (definition: number) =>
      (await storedJourneyRuns(warehouse, state.workspace, definition)).length;
    const [run] = (await storedJourneyRuns(warehouse, state.workspace, 2)) as [JourneyRun];
    const ref = { unit: 'journey' as const, definition: 2, person: String(run.person), no: run.no };
    const found = await findRun(warehouse, state.workspace, ref);
    expect(found).toMatchObject({ ref, key: '', startMs: run.startMs, attributes: run.attributes });
    expect(found?.events.map(({ timeMs }) => timeMs)).toEqual(timesOf(run));
    expect(found?.events.map(({ code }) => NAMES[code - 1])).toEqual(run.activities);
    await dropDefinition(warehouse, state.workspace, 2);
    expect(await count(2)).toBe(0);
    expect(await count(3)).toBeGreaterThan(0);
  });
});
