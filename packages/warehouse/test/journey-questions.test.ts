import {
  ALL_TIME,
  type Behind,
  compileMap,
  type JourneyDefinition,
  type Judged,
  judgeTouches,
  type Scope,
} from '@continuo/core';
import {
  buildJourneyRuns,
  byRun,
  countedMapOf,
  type JudgedRun,
  journeyDaysOf,
  journeyGapsOf,
  journeySeriesOf,
  judgedRunsOf,
  type MapContext,
  runsBehindMap,
  type SpokenScope,
  scopeRuns,
  voicesBehindOf,
} from '@continuo/core/oracle';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { judgeRuns } from '../src/journeys/judge-runs.ts';
import { runsBehind } from '../src/questions/behind.ts';
import { questions } from '../src/questions/registry.ts';
import { refAtPlace, runPlace } from '../src/scope/run-place.ts';
import { sql } from '../src/sql.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { askingOf, buildWorlds, eachOf, scopeOf } from './build-worlds.ts';
import { expectSame } from './close.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { spokenScopeOf } from './spoken.ts';
import { ATTRIBUTES, BOOK, CHANNELS, draft, EPOCH, NAMES, SPAN, type World, worldOf } from './worlds.ts';

const SEED = Number(process.env.CONTINUO_SEED ?? 20_261_126);
const MANY = process.env.CONTINUO_WORLDS;
const WORLDS = { chdb: Number(MANY ?? 6), clickhouse: Number(MANY ?? 3), cluster: Number(MANY ?? 2) };
/** Every so many of the numbers: planning a statement takes longer than answering it. With CONTINUO_WORLDS all of them. */
const EACH = MANY === undefined ? { chdb: 2, clickhouse: 6, cluster: 8 } : { chdb: 1, clickhouse: 1, cluster: 1 };
const HOUR = 3_600_000;

const scoping: fc.Arbitrary<Omit<Scope, 'workspace'>> = fc.record({
  range: fc.oneof(
    fc.constant(ALL_TIME),
    fc.constant({ fromMs: EPOCH, toMs: EPOCH + SPAN }),
    fc.nat({ max: 12 }).map((n) => ({ fromMs: EPOCH + n * (HOUR / 4), toMs: EPOCH + SPAN / 2 })),
  ),
  unit: fc.constant('journey' as const),
  gapMs: fc.constant(null),
  activities: fc.constant(null),
  filters: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        [{ kind: 'passes' as const, activity: NAMES[1], is: true }],
        [{ kind: 'channel' as const, channel: CHANNELS[0] }],
      ),
    },
  ),
});

const steps = ['s1', 's2', 's3', 's4', 's5', 's6', 'no such step'];
const which = [
  'had',
  'due',
  'harmed',
  'late',
  'unhappy',
  'neutral',
  'happy',
  'broken',
  'repeat',
  'detour',
  'other-order',
  'other-channel',
  'left',
  'we-skipped',
  'partner-skipped',
  'we-missed',
  'partner-missed',
  'customer-skipped',
  'shortcut',
] as const;
const facts = ['goal', 'failed', 'left', 'open', 'as-promised', 'as-planned', 'returning', 'tried'] as const;

/** Every number of a map that has people behind it. */
const EVERY_BEHIND: readonly Behind[] = [
  ...steps.flatMap((step) => which.map((one): Behind => ({ kind: 'map-step', step, which: one, channel: null }))),
  ...steps.flatMap((step) =>
    (['had', 'other-channel'] as const).flatMap((one) =>
      ['', ...CHANNELS, 'pigeon'].map((channel): Behind => ({ kind: 'map-step', step, which: one, channel })),
    ),
  ),
  ...[...NAMES, 'never happened'].map((activity): Behind => ({ kind: 'map-off', activity })),
  ...['p1', 'p2', 'no such promise'].flatMap((promise) =>
    (['kept', 'late', 'waiting'] as const).map((is): Behind => ({ kind: 'map-promise', promise, is })),
  ),
  ...facts.flatMap((fact) => [true, false].map((is): Behind => ({ kind: 'map-fact', fact, is }))),
];

const maps = new WeakMap<JourneyDefinition, ReturnType<typeof compileMap>>();
function judge(judging: JourneyDefinition, symbols: readonly number[], isOpen: boolean): Judged {
  const map = maps.get(judging) ?? compileMap(judging.contract, judging.numbers);
  maps.set(judging, map);
  return judgeTouches(map, [symbols], isOpen)[0] as Judged;
}

function passagesOf(world: World, scope: Scope): JudgedRun[] {
  const stored = world.journeys
    .flatMap((one) => buildJourneyRuns(world.events, one, { ...world, attributes: ATTRIBUTES }))
    .sort(byRun);
  return judgedRunsOf(scopeRuns(stored, scope), world.journeys, judge, world.dataAsOfMs);
}

const isMood = (which: string): which is 'unhappy' | 'neutral' | 'happy' =>
  ['unhappy', 'neutral', 'happy'].includes(which);

function spokenIn(world: World, scope: Scope): SpokenScope {
  return spokenScopeOf(
    world,
    scope,
    passagesOf(world, scope).map(({ run }) => run),
  );
}

const contextOf = (world: World): MapContext => ({
  definitions: world.journeys,
  dataAsOfMs: world.dataAsOfMs,
  seen: new Set(BOOK.activities.filter((name) => name !== '')),
});

describeEachEngine('every question about a map answers what its oracle answers', ({ kind, open }) => {
  let warehouse: Warehouse;
  let worlds: readonly World[];

  beforeAll(async () => {
    warehouse = await open();
    worlds = fc.sample(draft, { numRuns: WORLDS[kind], seed: SEED }).map((one) => worldOf(one, freshWorkspace()));
    await buildWorlds(warehouse, worlds);
    await eachOf(worlds, async ({ workspace, journeys, dataAsOfMs }) => {
      for (const journey of journeys)
        await judgeRuns(warehouse, {
          workspace,
          journey,
          judge: (sequences, isOpen) => sequences.map((symbols) => judge(journey, symbols, isOpen)),
          dataAsOfMs,
          version: 1,
        });
    });
  }, 240_000);

  /** Each world is asked in a scope of its own. */
  async function inEachWorld(
    compare: (world: World, scope: Scope, at: number) => Promise<readonly [actual: unknown, expected: unknown]>,
  ): Promise<void> {
    const scopes = fc.sample(scoping, { numRuns: worlds.length, seed: SEED + 1 });
    await eachOf(
      worlds.map((world, at) => ({ world, at })),
      async ({ world, at }) => {
        const scope = scopeOf(world.workspace, scopes[at] as Omit<Scope, 'workspace'>);
        const [actual, expected] = await compare(world, scope, at);
        expectSame(actual, expected, { at, scope, contracts: world.journeys.map(({ contract }) => contract) });
      },
    );
  }

  // As many passages as there are are counted by core, and none: all by the engine.
  const counting = [
    { by: 'the engine', few: 0 },
    { by: 'core', few: 1_000_000 },
  ] as const;

  test.each(counting)(
    'journey-map, counted by $by',
    ({ few }) =>
      inEachWorld(async (world, scope) => {
        const {
          fitness: _,
          precision: __,
          blindSpot: ___,
          versions: ____,
          ...counted
        } = await questions['journey-map'].ask({ comments: 0 }, { ...askingOf(warehouse, world, scope), few });
        return [
          counted,
          countedMapOf(passagesOf(world, scope), {
            ...contextOf(world),
            voices: spokenIn(world, scope).voices.filter(({ score, text }) => score !== null || text !== ''),
          }),
        ];
      }),
    120_000,
  );

  test.each(counting)(
    'journey-gaps, counted by $by',
    ({ few }) =>
      inEachWorld(async (world, scope) => {
        const input = { limit: 50, timeZone: 'Asia/Kathmandu' };
        return [
          await questions['journey-gaps'].ask(input, { ...askingOf(warehouse, world, scope), few }),
          journeyGapsOf(passagesOf(world, scope), input, contextOf(world)),
        ];
      }),
    120_000,
  );

  test.each(counting)(
    'journey-days, counted by $by',
    ({ few }) =>
      inEachWorld(async (world, scope) => {
        const input = { timeZone: 'America/Toronto' };
        return [
          await questions['journey-days'].ask(input, { ...askingOf(warehouse, world, scope), few }),
          journeyDaysOf(passagesOf(world, scope), input, contextOf(world)),
        ];
      }),
    120_000,
  );

  test.each(counting)(
    'journey-series, counted by $by',
    ({ few }) =>
      inEachWorld(async (world, scope) => {
        const input = { timeZone: 'America/Toronto' };
        return [
          await questions['journey-series'].ask(input, { ...askingOf(warehouse, world, scope), few }),
          journeySeriesOf(passagesOf(world, scope), input, contextOf(world)),
        ];
      }),
    120_000,
  );

  test(
    'people behind every number of a map',
    () =>
      inEachWorld(async (world, scope, at) => {
        const passages = passagesOf(world, scope);
        // Each number in one of the worlds.
        const asked = EVERY_BEHIND.filter((_, i) => i % (worlds.length * EACH[kind]) === at);
        const found = await Promise.all(
          asked.map(async (behind) => {
            const asking = askingOf(warehouse, world, scope);
            const rows = await warehouse.query(
              sql`select toString(person) as who, toString(${runPlace(scope)}) as place from (${await runsBehind(behind, asking)})`,
            );
            const runs = rows.map(({ who, place }) => refAtPlace('journey', String(who), String(place))).sort();
            return { behind, people: new Set(rows.map(({ who }) => who)).size, runs };
          }),
        );
        const expected = asked.map((behind) => {
          if (behind.kind === 'map-step' && isMood(behind.which)) {
            const at = { kind: 'step', step: behind.step } as const;
            const runs = voicesBehindOf(spokenIn(world, scope), { at, felt: behind.which }, 'journey').sort();
            return { behind, people: runs.length, runs };
          }
          const runs = runsBehindMap(passages, behind as Parameters<typeof runsBehindMap>[1], world.dataAsOfMs);
          return {
            behind,
            people: new Set(runs.map(({ run }) => run.person)).size,
            runs: runs.map(({ run, judging }) => `j${judging.definition}-${run.person}-${run.no}`).sort(),
          };
        });
        return [found, expected];
      }),
    120_000,
  );
});

test('worlds hold what questions count', () => {
  const all = fc
    .sample(draft, { numRuns: 40, seed: SEED })
    .map((one, i) => worldOf(one, i + 1))
    .flatMap((world) => passagesOf(world, scopeOf(world.workspace, { unit: 'journey' })));
  expect(new Set(all.map(({ status }) => status)).size).toBe(4);
  expect(new Set(all.flatMap(({ judged }) => judged.touches)).size).toBe(5);
  expect(new Set(all.flatMap(({ judged }) => judged.skips.map(({ label }) => label))).size).toBe(6);
});
