import {
  ALL_TIME,
  type Behind,
  type FlowInput,
  type FunnelInput,
  type PeopleInput,
  type RetentionInput,
  type Run,
  type Scope,
} from '@continuo/core';
import {
  activitiesOf,
  buildJourneyRuns,
  buildRuns,
  byRun,
  flowOf,
  funnelOf,
  pathGraphOf,
  peopleOf,
  retentionOf,
  scopeRuns,
  seriesOf,
  summaryOf,
  timelineOf,
  variantsOf,
} from '@continuo/core/oracle';
import fc from 'fast-check';
import { beforeAll, test } from 'vitest';
import { questions } from '../src/questions/registry.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { askingOf, buildWorlds, eachOf, scopeOf } from './build-worlds.ts';
import { expectSame } from './close.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { ATTRIBUTES, BOOK, CHANNELS, draft, EPOCH, idOf, NAMES, SPAN, type World, worldOf } from './worlds.ts';

// Fixed, so that a red test is red again; another one explores.
const SEED = Number(process.env.CONTINUO_SEED ?? 20_260_301);
// Each engine has its share of the time budget: a statement takes 3 ms in chDB, 12 ms on the cluster.
const MANY = process.env.CONTINUO_WORLDS;
const WORLDS =
  MANY === undefined
    ? { chdb: 16, clickhouse: 8, cluster: 6 }
    : { chdb: Number(MANY), clickhouse: Number(MANY), cluster: Number(MANY) };
const HOUR = 3_600_000;

const activity = fc.constantFrom(...NAMES, 'never happened');
const instant = fc.nat({ max: 4 * 24 * 40 }).map((quarters) => EPOCH + quarters * (HOUR / 4));
const range = fc.oneof(
  fc.constant(ALL_TIME),
  fc.tuple(instant, instant).map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) + 1 })),
  fc.constant({ fromMs: EPOCH, toMs: EPOCH + SPAN }),
);
const filter: fc.Arbitrary<Scope['filters'][number]> = fc.oneof(
  fc.record({ kind: fc.constant('passes' as const), activity, is: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('starts' as const, 'ends' as const), activity }),
  fc.record({ kind: fc.constant('channel' as const), channel: fc.constantFrom(...CHANNELS, 'pigeon') }),
  fc.record({
    kind: fc.constant('attribute' as const),
    attribute: fc.constantFrom(...ATTRIBUTES),
    values: fc.subarray(['', 'free', "gold 'n\nmore", '0', '1', 'true'], { minLength: 1 }),
  }),
);
const scoping: fc.Arbitrary<Omit<Scope, 'workspace'>> = fc.record({
  range,
  unit: fc.constantFrom('person' as const, 'case' as const, 'gap' as const, 'journey' as const),
  gapMs: fc.constantFrom(2 * HOUR, 24 * HOUR),
  activities: fc.option(fc.subarray([...NAMES, 'never happened'], { minLength: 1 }), { freq: 3 }),
  filters: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(filter, { maxLength: 2 }) },
  ),
});
const step = fc.uniqueArray(activity, { minLength: 1, maxLength: 2 });
const funnelInput: fc.Arbitrary<FunnelInput> = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 4 }),
  order: fc.constantFrom('ordered' as const, 'strict' as const, 'unordered' as const),
  windowMs: fc.constantFrom(HOUR, 24 * HOUR, 14 * 24 * HOUR),
  exclusions: fc.uniqueArray(activity, { maxLength: 2 }),
  breakdown: fc.constantFrom(null, ...ATTRIBUTES),
});
const flowInput: fc.Arbitrary<FlowInput> = fc.record({
  anchor: fc.option(activity, { freq: 3 }),
  before: fc.nat({ max: 3 }),
  after: fc.nat({ max: 3 }),
  top: fc.integer({ min: 1, max: 4 }),
});
const retentionInput: fc.Arbitrary<RetentionInput> = fc.record({
  period: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  timeZone: fc.constantFrom('UTC', 'America/Toronto', 'Europe/Madrid', 'Asia/Kathmandu'),
  start: fc.option(activity, { freq: 1 }),
  back: fc.option(activity, { freq: 1 }),
  kind: fc.constantFrom('first' as const, 'recurring' as const),
  lapGapMs: fc.constantFrom(HOUR, 24 * HOUR, 7 * 24 * HOUR),
});
const behind: fc.Arbitrary<Behind> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.record({
    kind: fc.constantFrom('activity' as const, 'start' as const, 'end' as const, 'repeats' as const),
    activity,
  }),
  fc.record({ kind: fc.constant('edge' as const), from: activity, to: activity }),
  fc.record({ kind: fc.constant('route' as const), path: fc.array(activity, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('felt' as const),
    activity: fc.option(activity),
    felt: fc.constantFrom('unhappy' as const, 'neutral' as const, 'happy' as const),
  }),
  fc.record({
    kind: fc.constant('funnel' as const),
    funnel: funnelInput,
    step: fc.nat({ max: 3 }),
    outcome: fc.constantFrom('reached' as const, 'lost' as const, 'inside' as const),
    group: fc.constantFrom(null, '', 'free', 'true'),
  }),
  fc.record({ kind: fc.constant('flow' as const), flow: flowInput, layer: fc.integer({ min: -3, max: 3 }), activity }),
  fc.record({
    kind: fc.constant('retention' as const),
    retention: retentionInput,
    cohort: fc.nat({ max: 3 }),
    offset: fc.nat({ max: 3 }),
  }),
);
const peopleInput: fc.Arbitrary<PeopleInput> = fc.record({
  behind,
  search: fc.constantFrom(null, null, 'K2', 'customer-3', 'nobody'),
  sort: fc.constantFrom('recent' as const, 'events' as const, 'longest' as const, 'unhappy' as const),
  limit: fc.integer({ min: 1, max: 6 }),
  offset: fc.nat({ max: 2 }),
});

/** The runs that the oracle builds for the unit, before the scope. */
function storedRuns(world: World, unit: Scope['unit']): Run[] {
  if (unit === 'journey')
    return world.journeys
      .flatMap((one) => buildJourneyRuns(world.events, one, { ...world, attributes: ATTRIBUTES }))
      .sort(byRun);
  return buildRuns(world.events, { ...world, attributes: ATTRIBUTES, unit: unit === 'case' ? 'case' : 'person' });
}

describeEachEngine('every question answers what its oracle answers', ({ kind, open }) => {
  let warehouse: Warehouse;
  let worlds: readonly World[];

  beforeAll(async () => {
    warehouse = await open();
    worlds = fc.sample(draft, { numRuns: WORLDS[kind], seed: SEED }).map((one) => worldOf(one, freshWorkspace()));
    await buildWorlds(warehouse, worlds);
  }, 240_000);

  /** Each world is asked with an input and a scope of its own. */
  async function inEachWorld<Input>(
    inputs: fc.Arbitrary<Input>,
    compare: (input: Input, world: World, scope: Scope) => Promise<readonly [actual: unknown, expected: unknown]>,
  ): Promise<void> {
    const asked = fc.sample(fc.tuple(inputs, scoping), { numRuns: worlds.length, seed: SEED + 1 });
    await eachOf(
      worlds.map((world, i) => ({ world, asked: asked[i] as [Input, Omit<Scope, 'workspace'>] })),
      async ({ world, asked: [input, changes] }) => {
        const scope = scopeOf(world.workspace, changes);
        const [actual, expected] = await compare(input, world, scope);
        expectSame(actual, expected, {
          input,
          scope,
          world: { ...world, links: [...world.links], claims: [...world.claims] },
        });
      },
    );
  }

  const runsIn = (world: World, scope: Scope): Run[] => scopeRuns(storedRuns(world, scope.unit), scope);

  test(
    'summary',
    () =>
      inEachWorld(fc.constant({}), async (input, world, scope) => [
        await questions.summary.ask(input, askingOf(warehouse, world, scope)),
        summaryOf(runsIn(world, scope), scope, world.dataAsOfMs),
      ]),
    120_000,
  );

  test(
    'path-graph',
    () =>
      inEachWorld(
        fc.record({ activityShare: fc.constantFrom(null, 0.4, 1), pathShare: fc.constantFrom(null, 0, 0.5) }),
        async (input, world, scope) => [
          await questions['path-graph'].ask(input, askingOf(warehouse, world, scope)),
          pathGraphOf(runsIn(world, scope), input, BOOK.channels),
        ],
      ),
    120_000,
  );

  test(
    'variants',
    () =>
      inEachWorld(fc.record({ limit: fc.integer({ min: 1, max: 5 }) }), async (input, world, scope) => [
        await questions.variants.ask(input, askingOf(warehouse, world, scope)),
        variantsOf(runsIn(world, scope), input, scope.unit),
      ]),
    120_000,
  );

  test(
    'activities',
    () =>
      inEachWorld(fc.constant({}), async (input, world, scope) => [
        await questions.activities.ask(input, askingOf(warehouse, world, scope)),
        activitiesOf(runsIn(world, scope)),
      ]),
    120_000,
  );

  test(
    'series',
    () =>
      inEachWorld(
        fc.record({
          activity: fc.option(activity),
          channel: fc.option(fc.constantFrom(...CHANNELS, 'pigeon')),
          period: fc.constantFrom('hour' as const, 'day' as const),
          timeZone: fc.constantFrom('UTC', 'America/Toronto', 'Asia/Kathmandu'),
        }),
        async (input, world, scope) => [
          await questions.series.ask(input, askingOf(warehouse, world, scope)),
          seriesOf(runsIn(world, scope), input),
        ],
      ),
    120_000,
  );

  test(
    'flow',
    () =>
      inEachWorld(flowInput, async (input, world, scope) => [
        await questions.flow.ask(input, askingOf(warehouse, world, scope)),
        flowOf(runsIn(world, scope), input),
      ]),
    120_000,
  );

  test(
    'retention',
    () =>
      inEachWorld(retentionInput, async (input, world, scope) => [
        await questions.retention.ask(input, askingOf(warehouse, world, scope)),
        retentionOf(runsIn(world, scope), input, scope, world.dataAsOfMs),
      ]),
    120_000,
  );

  test(
    'funnel',
    () =>
      inEachWorld(funnelInput, async (input, world, scope) => [
        await questions.funnel.ask(input, askingOf(warehouse, world, scope)),
        funnelOf(storedRuns(world, scope.unit), input, scope, world.dataAsOfMs),
      ]),
    120_000,
  );

  test(
    'timeline',
    () =>
      inEachWorld(
        fc.record({
          who: fc.nat({ max: 5 }),
          caseKey: fc.constantFrom(null, null, 'k1'),
          limit: fc.constantFrom(3, 100),
        }),
        async ({ who, ...rest }, world, scope) => {
          const input = { person: String(idOf(world.workspace, who)), ...rest };
          const byText = (answer: { identities: readonly { value: string }[] }) => ({
            ...answer,
            identities: [...answer.identities].sort((a, b) => (a.value < b.value ? -1 : 1)),
          });
          return [
            byText(await questions.timeline.ask(input, askingOf(warehouse, world, scope))),
            byText(timelineOf(world.events, input, scope, world)),
          ];
        },
      ),
    120_000,
  );

  test(
    'people behind any number',
    () =>
      inEachWorld(peopleInput, async (input, world, scope) => [
        await questions.people.ask(input, askingOf(warehouse, world, scope)),
        peopleOf(storedRuns(world, scope.unit), input, scope, world),
      ]),
    120_000,
  );
});
