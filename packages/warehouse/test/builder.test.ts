import type { Event, Felt, Run } from '@continuo/core';
import { FELT } from '@continuo/core';
import { buildRuns as oracleRuns } from '@continuo/core/oracle';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { insertEvents } from '../src/events/insert.ts';
import { buildRuns } from '../src/runs/builder.ts';
import { link } from '../src/runs/links.ts';
import { migrate } from '../src/schema/migrate.ts';
import { name, sql, uint } from '../src/sql.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { eachOf } from './build-worlds.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { type Arrival, ATTRIBUTES, BOOK, type Draft, draft, eventsOf, idOf } from './worlds.ts';

const SEED = Number(process.env.CONTINUO_SEED ?? 20_260_401);

/** What happens to a warehouse, in order; after each step the touched people are rebuilt. */
type Happening =
  | { readonly kind: 'arrive'; readonly arrivals: readonly Arrival[] }
  /** The same events once more, at another time: a client's clock was corrected. */
  | { readonly kind: 'resend'; readonly hoursLater: number }
  | { readonly kind: 'link'; readonly identity: number; readonly person: number }
  /** A source is withdrawn, or becomes complete. */
  | { readonly kind: 'sources'; readonly sources: readonly number[] };

const who = fc.nat({ max: 4 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: draft.map(({ arrivals }) => ({ kind: 'arrive' as const, arrivals: arrivals.slice(0, 12) })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resend' as const), hoursLater: fc.constantFrom(-3, 1, 48) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('link' as const), identity: who, person: who }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('sources' as const), sources: fc.constantFrom([1], [1, 2], [2]) }),
  },
);
const history = fc.record({ first: draft, later: fc.array(happening, { minLength: 1, maxLength: 5 }) });

/** A workspace as it is now, in memory and in the warehouse. */
interface State {
  readonly workspace: number;
  readonly events: readonly Event[];
  readonly links: ReadonlyMap<bigint, bigint>;
  readonly sources: readonly number[];
  readonly version: number;
}

async function build(warehouse: Warehouse, state: State, touched: readonly bigint[] | null, ranges = 1): Promise<void> {
  const { workspace, sources, version } = state;
  const definitions = [0, 1];
  await buildRuns(warehouse, {
    workspace,
    definitions,
    book: BOOK,
    attributes: ATTRIBUTES,
    sources,
    version,
    touched,
    ranges,
  });
}

async function happen(warehouse: Warehouse, state: State, what: Happening): Promise<State> {
  const version = state.version + 1;
  const arrive = async (events: readonly Event[]): Promise<State> => {
    await insertEvents(warehouse, events);
    const next = { ...state, events: [...state.events, ...events], version };
    await build(warehouse, next, [...new Set(events.map(({ identity }) => identity))]);
    return next;
  };
  const { workspace } = state;
  switch (what.kind) {
    case 'arrive':
      return arrive(eventsOf(what.arrivals, workspace, state.events.length + 1));
    case 'resend':
      return arrive(
        state.events.slice(0, 10).map((event, i) => ({
          ...event,
          timeMs: event.timeMs + what.hoursLater * 3_600_000,
          receivedMs: event.receivedMs + 60_000,
          seq: BigInt(state.events.length + 1 + i),
        })),
      );
    case 'link': {
      const identity = idOf(workspace, what.identity);
      const person = idOf(workspace, what.person);
      await link(warehouse, { workspace, identities: [identity], person, version });
      const links = new Map(state.links);
      const former = links.get(identity) ?? identity;
      if (person === identity) links.delete(identity);
      else links.set(identity, person);
      const next = { ...state, links, version };
      await build(warehouse, next, [identity, former, person]);
      return next;
    }
    case 'sources': {
      const next = { ...state, sources: what.sources, version };
      await build(warehouse, next, [...new Set(state.events.map(({ identity }) => identity))]);
      return next;
    }
  }
}

async function storedRuns(warehouse: Warehouse, workspace: number, definition: number): Promise<Run[]> {
  const rows = await warehouse.query(
    sql`select toString(person) as who, no, key, toUnixTimestamp64Milli(start) as start_ms, toUnixTimestamp64Milli(last) as last_ms, codes,
  arrayMap(x -> toString(x), gaps_ms) as gaps, arrayMap(x -> toUInt16(x), channels) as ways, arrayMap(x -> toUInt16(x), felt) as feelings, attributes
from continuo.${name(warehouse.reads.runs)} final where workspace = ${uint(workspace)} and definition = ${uint(definition)}
order by person, no`,
  );
  return rows.map((row) => ({
    person: BigInt(row.who as string),
    no: Number(row.no),
    key: String(row.key),
    startMs: Number(row.start_ms),
    activities: (row.codes as number[]).map((code) => BOOK.activities[code] as string),
    channels: (row.ways as number[]).map((code) => BOOK.channels[code] as string),
    gapsMs: (row.gaps as string[]).map(Number),
    felt: (row.feelings as number[]).map((felt) => FELT[felt] as Felt),
    attributes: row.attributes as Record<string, string>,
    cutStart: false,
    cutEnd: false,
  }));
}

async function expectExact(warehouse: Warehouse, state: State, about: string): Promise<void> {
  for (const unit of ['person', 'case'] as const) {
    const stored = await storedRuns(warehouse, state.workspace, unit === 'person' ? 0 : 1);
    expect(stored, about).toEqual(oracleRuns(state.events, { ...state, attributes: ATTRIBUTES, unit }));
  }
}

async function begin(warehouse: Warehouse, first: Draft, workspace: number): Promise<State> {
  const events = eventsOf(first.arrivals, workspace);
  await insertEvents(warehouse, events);
  const state: State = { workspace, events, links: new Map(), sources: first.sources, version: 1 };
  await build(warehouse, state, null, 2);
  return state;
}

describeEachEngine('runs are exact whatever happened, in whatever order', ({ kind, open }) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await open();
    await migrate(warehouse);
  });

  test('rebuilding the touched people equals building everything anew equals the oracle', async () => {
    const numRuns = Number(process.env.CONTINUO_WORLDS ?? (kind === 'chdb' ? 12 : 8));
    await eachOf(fc.sample(history, { numRuns, seed: SEED }), async ({ first, later }) => {
      const about = JSON.stringify({ first, later });
      let state = await begin(warehouse, first, freshWorkspace());
      for (const what of later) state = await happen(warehouse, state, what);
      await expectExact(warehouse, state, `incremental: ${about}`);
      await build(warehouse, { ...state, version: state.version + 1 }, null);
      await expectExact(warehouse, state, `anew: ${about}`);
    });
  }, 240_000);

  test('two identities of different shards become one person and part again', async () => {
    const workspace = freshWorkspace();
    const shards = BigInt(warehouse.shards.length);
    const here = 0;
    const there =
      [1, 2, 3, 4, 5, 6, 7, 8, 9].find((n) => idOf(workspace, n) % shards !== idOf(workspace, here) % shards) ?? 1;
    const [sample] = fc.sample(
      fc.array(
        draft.map(({ arrivals }) => arrivals),
        { minLength: 6, maxLength: 6 },
      ),
      { numRuns: 1, seed: SEED },
    );
    const arrivals = (sample ?? [])
      .flat()
      .map((one, i) => ({ ...one, message: i % 40, who: i % 2 === 0 ? here : there, source: 1 }));
    let state = await begin(warehouse, { arrivals, links: [], sources: [1], dataAsOfMs: 0 }, workspace);
    await expectExact(warehouse, state, 'apart');
    state = await happen(warehouse, state, { kind: 'link', identity: there, person: here });
    await expectExact(warehouse, state, 'together');
    expect(await storedRuns(warehouse, workspace, 0)).toHaveLength(1);
    state = await happen(warehouse, state, { kind: 'link', identity: there, person: there });
    await expectExact(warehouse, state, 'apart again');
    expect(await storedRuns(warehouse, workspace, 0)).toHaveLength(2);
  });

  test('the same runs five times, from eight parts and more, in any order of arrival', async () => {
    const [sample] = fc.sample(fc.array(draft, { minLength: 12, maxLength: 12 }), { numRuns: 1, seed: SEED + 1 });
    const arrivals = (sample ?? []).flatMap((one) => one.arrivals).map((one, i) => ({ ...one, message: i, source: 1 }));
    const digests = new Set<string>();
    for (let repeat = 0; repeat < 5; repeat += 1) {
      // Another workspace has other identities: people are compared by their number.
      const workspace = freshWorkspace();
      const events = eventsOf(arrivals, workspace);
      const turned = events.map((_, i) => events[(i * 7 + repeat * 13) % events.length] as Event);
      const shuffled = new Set(turned.length % 7 === 0 ? events.toReversed() : turned);
      const parts = Array.from({ length: 9 }, (_, part) => [...shuffled].filter((_, i) => i % 9 === part));
      for (const part of parts) await insertEvents(warehouse, part);
      await build(warehouse, { workspace, events, links: new Map(), sources: [1], version: 1 }, null, 1);
      const runs = [...(await storedRuns(warehouse, workspace, 0)), ...(await storedRuns(warehouse, workspace, 1))];
      const numbers = new Map(Array.from({ length: 5 }, (_, n) => [idOf(workspace, n), n]));
      const digest = runs.map((run) => JSON.stringify({ ...run, person: numbers.get(run.person) })).sort();
      digests.add(digest.join('\n'));
      expect(runs.length).toBeGreaterThan(5);
    }
    expect(digests.size).toBe(1);
  });
});
