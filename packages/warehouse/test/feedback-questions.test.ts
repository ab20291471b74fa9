import {
  compileMap,
  type FeedbackInput,
  type JourneyDefinition,
  judgeTouches,
  type SaidAt,
  type Scope,
} from '@continuo/core';
import {
  buildJourneyRuns,
  buildRuns,
  byRun,
  feedbackOf,
  type JudgedRun,
  judgedRunsOf,
  type SpokenScope,
  saidOf,
  scopeRuns,
  silentOf,
  voicesBehindOf,
} from '@continuo/core/oracle';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { judgeRuns } from '../src/journeys/judge-runs.ts';
import { questions } from '../src/questions/registry.ts';
import { readSaid } from '../src/questions/said.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { askingOf, buildWorlds, eachOf, scopeOf } from './build-worlds.ts';
import { expectSame } from './close.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { spokenScopeOf } from './spoken.ts';
import { ATTRIBUTES, CHANNELS, draft, EPOCH, NAMES, SPAN, type World, worldOf } from './worlds.ts';

const SEED = Number(process.env.CONTINUO_SEED ?? 20_261_127);
const MANY = process.env.CONTINUO_WORLDS;
const WORLDS = { chdb: Number(MANY ?? 10), clickhouse: Number(MANY ?? 4), cluster: Number(MANY ?? 3) };
const HOUR = 3_600_000;

const scoping: fc.Arbitrary<Omit<Scope, 'workspace'>> = fc.record({
  range: fc.oneof(
    fc.constant({ fromMs: 0, toMs: EPOCH + SPAN }),
    fc.nat({ max: 12 }).map((n) => ({ fromMs: EPOCH + n * (HOUR / 4), toMs: EPOCH + SPAN / 2 })),
  ),
  unit: fc.constantFrom('journey' as const, 'journey' as const, 'person' as const, 'case' as const, 'gap' as const),
  gapMs: fc.constant(2 * HOUR),
  activities: fc.option(fc.constant([...NAMES.slice(1)]), { freq: 3 }),
  filters: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([{ kind: 'passes' as const, activity: NAMES[1], is: true }]) },
    { weight: 1, arbitrary: fc.constant([{ kind: 'channel' as const, channel: CHANNELS[0] }]) },
  ),
});
const place: fc.Arbitrary<SaidAt> = fc.oneof(
  fc.record({ kind: fc.constant('step' as const), step: fc.constantFrom('s1', 's2', 's3', 'no such step') }),
  fc.record({ kind: fc.constant('activity' as const), activity: fc.constantFrom(...NAMES, 'never happened') }),
);
const feedbackInput: fc.Arbitrary<FeedbackInput> = fc.record({
  at: fc.option(place),
  period: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  timeZone: fc.constantFrom('UTC', 'America/Toronto', 'Asia/Kathmandu'),
});

const maps = new WeakMap<JourneyDefinition, ReturnType<typeof compileMap>>();
const judgeOne = (judging: JourneyDefinition, symbols: readonly number[], isOpen: boolean) => {
  const map = maps.get(judging) ?? compileMap(judging.contract, judging.numbers);
  maps.set(judging, map);
  return judgeTouches(map, [symbols], isOpen)[0] as ReturnType<typeof judgeTouches>[number];
};

/** Of a journey a choice of activities does not count: it does not change a map. */
function spokenIn(world: World, scope: Scope): SpokenScope & { readonly judged: readonly JudgedRun[] | null } {
  const options = { ...world, attributes: ATTRIBUTES };
  if (scope.unit !== 'journey') {
    const stored = buildRuns(world.events, { ...options, unit: scope.unit === 'case' ? 'case' : 'person' });
    return { ...spokenScopeOf(world, scope, scopeRuns(stored, scope)), judged: null };
  }
  const stored = world.journeys.flatMap((one) => buildJourneyRuns(world.events, one, options)).sort(byRun);
  const runs = scopeRuns(stored, { ...scope, activities: null });
  const judged = judgedRunsOf(runs, world.journeys, judgeOne, world.dataAsOfMs);
  return { ...spokenScopeOf(world, scope, runs), judged };
}

describeEachEngine('every question about feedback answers what its oracle answers', ({ kind, open }) => {
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
          judge: (sequences, isOpen) => sequences.map((symbols) => judgeOne(journey, symbols, isOpen)),
          dataAsOfMs,
          version: 1,
        });
    });
  }, 240_000);

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
        expectSame(actual, expected, { input, scope, world: { ...world, links: [...world.links], journeys: null } });
      },
    );
  }

  test(
    'feedback',
    () =>
      inEachWorld(feedbackInput, async (input, world, scope) => [
        await questions.feedback.ask(input, askingOf(warehouse, world, scope)),
        feedbackOf(
          spokenIn(world, scope),
          input,
          world.events.filter(({ source }) => world.sources.includes(source)),
        ),
      ]),
    120_000,
  );

  test(
    'people behind answers',
    () =>
      inEachWorld(
        fc.record({ at: fc.option(place), felt: fc.constantFrom('unhappy' as const, 'happy' as const) }),
        async ({ at, felt }, world, scope) => {
          const behind = { kind: 'voice', at, felt } as const;
          const input = { behind, search: null, sort: 'recent', limit: 50, offset: 0 } as const;
          const { rows, people } = await questions.people.ask(input, askingOf(warehouse, world, scope));
          const refs = voicesBehindOf(spokenIn(world, scope), { at, felt }, scope.unit);
          return [
            { runs: rows.map(({ run }) => run).sort(), people },
            { runs: refs.sort(), people: refs.length },
          ];
        },
      ),
    120_000,
  );

  test(
    'what was written',
    () =>
      inEachWorld(fc.constant(null), async (_, world, scope) => {
        const sorted = (said: readonly unknown[]): string[] => said.map((one) => JSON.stringify(one)).sort();
        const found = await readSaid(askingOf(warehouse, world, scope));
        return [
          sorted(
            found.map(({ person, at, timeMs, text, score, scale, channel, run }) => ({
              ...{ person, at, timeMs, text, score: rounded(score), scale, channel, run },
            })),
          ),
          sorted(
            saidOf(spokenIn(world, scope), world.events, { ...world, unit: scope.unit }).map((one) => ({
              ...one,
              score: rounded(one.score),
            })),
          ),
        ];
      }),
    120_000,
  );

  test(
    'who did not answer',
    () =>
      inEachWorld(fc.record({ at: place }), async (input, world, scope) => {
        const { judged, ...spoken } = spokenIn(world, scope);
        return [
          await questions.silent.ask(input, askingOf(warehouse, world, scope)),
          silentOf(spoken, input.at, judged),
        ];
      }),
    120_000,
  );

  test('the map, its feedback and the people behind them say the same', async () => {
    await eachOf(worlds.slice(0, 4), async (world) => {
      const asking = askingOf(warehouse, world, scopeOf(world.workspace, { unit: 'journey' }));
      const map = await questions['journey-map'].ask({ comments: 0 }, asking);
      const input = { at: null, period: 'week', timeZone: 'UTC' } as const;
      const { places, voices, customers } = await questions.feedback.ask(input, asking);
      expect({ voices, customers }).toEqual({ voices: map.voices, customers: map.customers });
      for (const { step, voices, customers } of map.steps) {
        const at = { kind: 'step', step } as const;
        const place = places.find((one) => one.at.kind === 'step' && one.at.step === step);
        expect(place?.voices ?? { unhappy: 0, neutral: 0, happy: 0 }).toEqual(voices);
        if (place) expect(place.customers).toBe(customers);
        const behind = { kind: 'voice', at, felt: 'unhappy' } as const;
        const input = { behind, search: null, sort: 'recent', limit: 50, offset: 0 } as const;
        expect((await questions.people.ask(input, asking)).people).toBe(voices.unhappy);
      }
    });
  }, 120_000);
});

/** Scores are stored in 32 bits. */
function rounded(score: number | null): number | null {
  return score === null ? null : Math.fround(score);
}
