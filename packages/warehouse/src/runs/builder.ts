import { type JourneyDefinition, matchRules } from '@continuo/core';
import { keyOf, symbolOf } from '../journeys/symbol.ts';
import { isVoiceOf } from '../journeys/voice.ts';
import { name, type Sql, sql, texts, uint, uints } from '../sql.ts';
import type { AskOptions, Warehouse } from '../warehouse.ts';
import type { CodeBook } from './code-book.ts';
import { CASE_RUNS } from './definition.ts';
import { allLinks, type Linked } from './links.ts';
import { type MomentsInput, moments } from './moments.ts';
import { peopleToBuild } from './people-to-build.ts';
import { insertRuns, type RunsPlan } from './rows.ts';

export interface BuildInput {
  readonly workspace: number;
  /** Person and case runs, as wanted. */
  readonly definitions: readonly number[];
  /** Journeys whose runs are wanted too. One that was never built, or whose contract was edited, needs everyone. */
  readonly journeys?: readonly JourneyDefinition[] | undefined;
  readonly book: CodeBook;
  readonly attributes: readonly string[];
  readonly sources: readonly number[];
  /** Larger than that of every earlier build of the workspace. */
  readonly version: number;
  /** Identities whose events or links changed (with their former and new persons); null: everyone. */
  readonly touched: readonly bigint[] | null;
  /** Messages of the events that came to the touched, given only where nothing else changed: what they cannot change stays. */
  readonly came?: readonly bigint[] | undefined;
  /** A full build goes in this many ranges of identities; by the number of events when left out. */
  readonly ranges?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, all: number) => void;
}

const SPACE = 1n << 64n;
// One statement carries at most this many touched identities: its parameter stays near one megabyte.
const BATCH = 50_000;
const EVENTS_A_RANGE = 600_000;

/**
 * Builds runs from events, exactly: late, duplicate and out-of-order events, new links and removed ones give the
 * same runs as building everything anew. Safe to repeat; a reader sees old or new runs of a person, never none.
 * Pass 1: identities without links, on their own shard. Pass 2: linked people, over all shards. Pass 3: tombstones.
 * Resolves to the definitions of which runs were written.
 */
export async function buildRuns(warehouse: Warehouse, input: BuildInput): Promise<readonly number[]> {
  const links = await allLinks(warehouse, input.workspace);
  const ranges = input.ranges ?? (await rangesFor(warehouse, input));
  const plans: readonly RunsPlan[] = [
    ...input.definitions.map((definition) => ({ definition, journey: null })),
    ...(input.journeys ?? []).map((journey) => ({ definition: journey.definition, journey })),
  ];
  const toBuild = await peopleToBuild(warehouse, input, plans, links);
  const work = plans
    .map((plan) => ({ plan, mine: { ...input, touched: toBuild(plan), ranges } }))
    .filter(({ mine }) => mine.touched === null || mine.touched.length > 0)
    .map(({ plan, mine }) => ({ plan, mine, slices: slicesOf(mine, links) }));
  const all = work.reduce((sum, { slices }) => sum + slices.length, 0);
  let done = 0;
  for (const { plan, mine, slices } of work) {
    for (const slice of slices) {
      await buildSlice(warehouse, mine, plan, slice);
      done += 1;
      input.onProgress?.(done, all);
    }
    await bury(warehouse, mine, plan.definition, links);
  }
  return work.map(({ plan }) => plan.definition);
}

/** A statement costs 50 to 90 CPU ms whatever it reads, and about 300 bytes of memory an event: 34 ranges for 20M events. */
async function rangesFor(warehouse: Warehouse, { workspace, touched }: BuildInput): Promise<number> {
  if (touched !== null) return 1;
  const [row] = await warehouse.query(
    sql`select count() as events from continuo.${name(warehouse.reads.events)} where workspace = ${uint(workspace)}`,
  );
  return Math.min(1024, Math.ceil((Number(row?.events ?? 0) + 1) / EVENTS_A_RANGE));
}

/** Part of the work: where its events are, who they belong to. */
interface Slice {
  readonly isLinked: boolean;
  readonly where: Sql;
}

function slicesOf(
  { workspace, touched, ranges }: BuildInput & { readonly ranges: number },
  links: Linked,
): readonly Slice[] {
  const inWorkspace = sql`workspace = ${uint(workspace)}`;
  const those = (isLinked: boolean, ids: readonly bigint[]): Slice => ({
    isLinked,
    where: sql`${inWorkspace} and identity in ${uints(ids)}`,
  });
  if (touched !== null) {
    const people = new Set(touched.flatMap((identity) => [identity, links.personOf.get(identity) ?? identity]));
    const alone = [...people].filter((id) => !links.personOf.has(id) && !links.identitiesOf.has(id));
    return [
      ...batches(alone).map((ids) => those(false, ids)),
      ...wholePeople(people, links).map((ids) => those(true, ids)),
    ];
  }
  const linked = [...links.identitiesOf.values()].flat();
  const own = Array.from({ length: ranges }, (_, i) => {
    const lo = (SPACE * BigInt(i)) / BigInt(ranges);
    const hi = (SPACE * BigInt(i + 1)) / BigInt(ranges) - 1n;
    const others = linked.filter((id) => id >= lo && id <= hi);
    const notLinked = others.length === 0 ? sql`` : sql` and identity not in ${uints(others)}`;
    return {
      isLinked: false,
      where: sql`${inWorkspace} and identity between ${uint(lo)} and ${uint(hi)}${notLinked}`,
    };
  });
  return [...own, ...wholePeople(links.identitiesOf.keys(), links).map((ids) => those(true, ids))];
}

/** Identities of these people in batches, all of one person in the same: half a person would be half a run. */
function wholePeople(people: Iterable<bigint>, links: Linked): bigint[][] {
  const all: bigint[][] = [];
  for (const person of people) {
    const identities = links.identitiesOf.get(person);
    if (!identities) continue;
    const open = all.at(-1);
    if (open && open.length + identities.length <= BATCH) open.push(...identities);
    else all.push([...identities]);
  }
  return all;
}

async function buildSlice(warehouse: Warehouse, input: BuildInput, plan: RunsPlan, slice: Slice): Promise<void> {
  const { shards, reads } = warehouse;
  const wanted: MomentsInput = { ...input, ...elementsOf(plan), withIdentities: slice.isLinked };
  const rows = { ...input, plan };
  const options: AskOptions = { maxSeconds: 3600, signal: input.signal };
  await Promise.all(
    shards.map((shard, i) => {
      if (!slice.isLinked)
        return shard.command(
          insertRuns(
            moments(
              sql`(select *, identity as person from continuo.events)`,
              input.touched === null ? touching(plan, slice) : slice.where,
              wanted,
            ),
            rows,
          ),
          options,
        );
      const mine =
        shards.length === 1 ? slice.where : sql`${slice.where} and person % ${uint(shards.length)} = ${uint(i)}`;
      const from = sql`(select *, if(linked_person = 0, identity, linked_person) as person from continuo.${name(reads.events)} as e
      left any join (select identity, person as linked_person from continuo.links final where workspace = ${uint(input.workspace)} and identity != person) as l
      using identity)`;
      return shard.command(insertRuns(moments(from, mine, wanted), rows), options);
    }),
  );
}

/**
 * Of a journey only identities with an event of a name that its map knows: a map that meets few people costs a look at
 * names. Not for linked people, whose identities may lie on other shards, nor for touched ones: they are few.
 */
function touching({ journey }: RunsPlan, { where }: Slice): Sql {
  if (journey === null) return where;
  const known = matchRules(journey.contract, journey.numbers).flatMap(({ matcher }) => matcher.events);
  return sql`${where} and identity in (select identity from continuo.events where ${where} and name in ${texts([...new Set(known)])})`;
}

/** What a definition needs to know of each event beside what all runs keep. */
function elementsOf({ definition, journey }: RunsPlan): Pick<MomentsInput, 'key' | 'symbol' | 'isVoice'> {
  if (journey === null) return { key: definition === CASE_RUNS ? sql`case_key` : null, symbol: null };
  const { passage } = journey.contract;
  const byProperty = passage.by === 'property' ? keyOf(passage.property ?? '') : null;
  return {
    key: passage.by === 'case' ? sql`case_key` : byProperty,
    symbol: symbolOf(matchRules(journey.contract, journey.numbers)),
    isVoice: isVoiceOf(journey),
  };
}

/** Whatever the new version did not write again is no more: runs beyond the new count, people who became someone else. */
async function bury(warehouse: Warehouse, input: BuildInput, definition: number, links: Linked): Promise<void> {
  const who = input.touched === null ? [null] : batches(affected(input.touched, links));
  for (const people of who) {
    const narrowed = people === null ? sql`` : sql` and person in ${uints(people)}`;
    await Promise.all(
      warehouse.shards.map((shard) =>
        shard.command(
          sql`
insert into continuo.runs
  (workspace, definition, person, no, key, start, last, codes, gaps_ms, channels, felt, path, attributes, version, is_deleted)
select workspace, definition, person, no, '', start, last, [], [], [], [], 0, map(), ${uint(input.version)}, 1
from continuo.runs final
where workspace = ${uint(input.workspace)} and definition = ${uint(definition)} and version < ${uint(input.version)}${narrowed}`,
          { maxSeconds: 3600, signal: input.signal },
        ),
      ),
    );
  }
}

function affected(touched: readonly bigint[], links: Linked): bigint[] {
  const people = new Set<bigint>();
  for (const identity of touched) {
    people.add(identity);
    const person = links.personOf.get(identity);
    if (person !== undefined) people.add(person);
  }
  return [...people];
}

function batches(ids: readonly bigint[]): bigint[][] {
  const all: bigint[][] = [];
  for (let i = 0; i < ids.length; i += BATCH) all.push(ids.slice(i, i + BATCH));
  return all;
}
