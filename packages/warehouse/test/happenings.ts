import { type Event, FELT, type Felt, type JourneyDefinition, type Run } from '@continuo/core';
import type { JourneyRun } from '@continuo/core/oracle';
import fc from 'fast-check';
import { insertEvents } from '../src/events/insert.ts';
import { buildRuns } from '../src/runs/builder.ts';
import type { CodeBook } from '../src/runs/code-book.ts';
import { link } from '../src/runs/links.ts';
import { name, sql, uint } from '../src/sql.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { type Arrival, ATTRIBUTES, BOOK, type Draft, draft, eventsOf, idOf } from './worlds.ts';

/** What happens to a warehouse, in order; after each step the touched people are rebuilt. */
export type Happening =
  | { readonly kind: 'arrive'; readonly arrivals: readonly Arrival[] }
  /** The same events once more, at another time: a client's clock was corrected. */
  | { readonly kind: 'resend'; readonly hoursLater: number }
  | { readonly kind: 'link'; readonly identity: number; readonly person: number }
  /** A source is withdrawn, or becomes complete. */
  | { readonly kind: 'sources'; readonly sources: readonly number[] };

const who = fc.nat({ max: 4 });
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: draft.map(({ arrivals }) => ({ kind: 'arrive' as const, arrivals: arrivals.slice(0, 12) })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resend' as const), hoursLater: fc.constantFrom(-3, 1, 48) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('link' as const), identity: who, person: who }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('sources' as const), sources: fc.constantFrom([1], [1, 2], [2]) }),
  },
);

/** A workspace as it is now, in memory and in the warehouse. */
export interface State {
  readonly workspace: number;
  readonly events: readonly Event[];
  readonly links: ReadonlyMap<bigint, bigint>;
  readonly sources: readonly number[];
  readonly version: number;
  /** Person and case runs to build, and journeys. */
  readonly definitions: readonly number[];
  readonly journeys: readonly JourneyDefinition[];
}

/** Builds what the state says; everyone anew when `touched` is null. */
export async function build(
  warehouse: Warehouse,
  state: State,
  touched: readonly bigint[] | null,
  ranges = 1,
  came?: readonly bigint[],
): Promise<void> {
  const { workspace, sources, version, definitions, journeys } = state;
  await buildRuns(warehouse, {
    workspace,
    definitions,
    journeys,
    book: BOOK,
    attributes: ATTRIBUTES,
    sources,
    version,
    touched,
    came,
    ranges,
  });
}

/** Lets it happen in the warehouse and rebuilds the people it touches. */
export async function happen(warehouse: Warehouse, state: State, what: Happening): Promise<State> {
  const version = state.version + 1;
  const arrive = async (events: readonly Event[]): Promise<State> => {
    await insertEvents(warehouse, events);
    const next = { ...state, events: [...state.events, ...events], version };
    const touched = [...new Set(events.map(({ identity }) => identity))];
    await build(
      warehouse,
      next,
      touched,
      1,
      events.map(({ message }) => message),
    );
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

/** Runs of a definition as they are stored. */
export async function storedRuns(warehouse: Warehouse, workspace: number, definition: number): Promise<Run[]> {
  return (await readRuns(warehouse, workspace, definition)).map((row) => runOf(row, BOOK));
}

/** Runs of a journey as they are stored. */
export async function storedJourneyRuns(
  warehouse: Warehouse,
  workspace: number,
  definition: number,
  book: CodeBook = BOOK,
): Promise<JourneyRun[]> {
  const rows = await readRuns(warehouse, workspace, definition);
  return rows.map((row) => ({ ...runOf(row, book), definition, steps: row.steps as number[] }));
}

async function readRuns(
  warehouse: Warehouse,
  workspace: number,
  definition: number,
): Promise<readonly Record<string, unknown>[]> {
  return warehouse.query(
    sql`select toString(person) as who, no, key, toUnixTimestamp64Milli(start) as start_ms, toUnixTimestamp64Milli(last) as last_ms, codes,
  arrayMap(x -> toString(x), gaps_ms) as gaps, arrayMap(x -> toUInt16(x), channels) as ways, arrayMap(x -> toUInt16(x), felt) as feelings, steps, attributes
from continuo.${name(warehouse.reads.runs)} final where workspace = ${uint(workspace)} and definition = ${uint(definition)}
order by person, no`,
  );
}

function runOf(row: Record<string, unknown>, book: CodeBook): Run {
  return {
    person: BigInt(row.who as string),
    no: Number(row.no),
    key: String(row.key),
    startMs: Number(row.start_ms),
    activities: (row.codes as number[]).map((code) => book.activities[code] as string),
    channels: (row.ways as number[]).map((code) => book.channels[code] as string),
    gapsMs: (row.gaps as string[]).map(Number),
    felt: (row.feelings as number[]).map((felt) => FELT[felt] as Felt),
    attributes: row.attributes as Record<string, string>,
    cutStart: false,
    cutEnd: false,
  };
}

/** A workspace with the first events in it, built in two ranges. */
export async function begin(
  warehouse: Warehouse,
  first: Draft,
  workspace: number,
  { definitions, journeys }: Pick<State, 'definitions' | 'journeys'> = { definitions: [0, 1], journeys: [] },
): Promise<State> {
  const events = eventsOf(first.arrivals, workspace);
  await insertEvents(warehouse, events);
  const { sources } = first;
  const state: State = { workspace, events, links: new Map(), sources, version: 1, definitions, journeys };
  await build(warehouse, state, null, 2);
  return state;
}
