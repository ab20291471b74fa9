import { blankJourney, blankStep, type JourneyDefinition } from '@continuo/core';
import { buildJourneyRuns } from '@continuo/core/oracle';
import { randomContract, stepNumbers } from '@continuo/synth';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { dropDefinition } from '../src/journeys/drop.ts';
import { migrate } from '../src/schema/migrate.ts';
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

describeEachEngine('runs of journeys are exact whatever happened', ({ kind, open }) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await open();
    await migrate(warehouse);
  });

  test('touched people rebuilt equals everything anew equals the oracle, for any map', async () => {
    const numRuns = Number(process.env.CONTINUO_WORLDS ?? (kind === 'chdb' ? 8 : 5));
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
    });
    expect(found).toBeGreaterThan(numRuns * 3);
  }, 240_000);

  test('a dropped definition is gone, the others stay', async () => {
    const numbers = new Map([['any', 1]]);
    const any = { ...blankStep('any', 'I come'), matchers: [{ events: NAMES, where: [], channels: [] }] };
    const blank = blankJourney('any', 'I come');
    const contract = { ...blank, stages: [{ id: 'all', title: 'All', blocks: [any] }] };
    const journeys = [2, 3].map((definition) => ({ definition, fromMs: null, toMs: null, contract, numbers }));
    const first = fc.sample(draft, { numRuns: 9, seed: SEED + 3 }).find(({ arrivals }) => arrivals.length > 5) as Draft;
    const state = await begin(warehouse, first, freshWorkspace(), { definitions: [], journeys });
    const count = async (definition: number) =>
      (await storedJourneyRuns(warehouse, state.workspace, definition)).length;
    expect(await count(2)).toBeGreaterThan(0);
    await dropDefinition(warehouse, state.workspace, 2);
    expect(await count(2)).toBe(0);
    expect(await count(3)).toBeGreaterThan(0);
  });
});
