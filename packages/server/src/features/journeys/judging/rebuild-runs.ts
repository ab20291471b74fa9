import { isAnswers, type StoredDefinition } from '@continuo/state';
import { buildRuns, CASE_RUNS, name, PERSON_RUNS, sql, uint, uints } from '@continuo/warehouse';
import type { Services } from '../../../platform/services.ts';
import { isBuiltOf } from './build.ts';
import { judgeAll } from './judge.ts';

export interface RebuildInput {
  readonly workspace: number;
  /** Sources that questions are about to see. */
  readonly sources: readonly number[];
  /** Identities whose events or links changed; null: everyone. */
  readonly touched: readonly bigint[] | null;
  /** What the new events bring, where the caller knows, and knows that nothing else changed: what they cannot change stays. */
  readonly brought?: Brought | undefined;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Brought {
  readonly names: readonly string[];
  readonly channels: readonly string[];
  /** Time of the latest, ms since 1970. */
  readonly lastMs: number;
  readonly messages: readonly bigint[];
}

/**
 * Brings the runs of a workspace up to its events, those of its journeys too, and notes the build. Safe to repeat after a
 * crash. Call it in the build lane of the workspace, together with what makes the sources complete.
 * `dataAsOf` is the latest event: a file tells nothing about what came after it was written. Answers to surveys do not move it
 * as long as there is anything else: one answer of today must not end every journey that a file of last month left open.
 */
export async function rebuildRuns({ warehouse, state, clock }: Services, input: RebuildInput): Promise<void> {
  const { workspace, sources } = input;
  const found = input.brought
    ? await foundWith(state, input, input.brought)
    : await seen(warehouse, input, await answersOf(state, workspace));
  await Promise.all([
    state.codes.ensureCodes(state.db, workspace, 'activity', found.names),
    state.codes.ensureCodes(state.db, workspace, 'channel', found.channels),
  ]);
  const [names, ways, attributes, version, journeys] = await Promise.all([
    state.codes.names(state.db, workspace, 'activity'),
    state.codes.names(state.db, workspace, 'channel'),
    state.attributes.list(state.db, workspace),
    state.builds.nextVersion(state.db, workspace),
    journeysToBuild(state, input),
  ]);
  // Without any case key left, the case runs of a source that went must still go.
  const hasCases = found.keyed || (await hasCaseRuns(warehouse, workspace));
  const built = await buildRuns(warehouse, {
    workspace,
    definitions: hasCases ? [PERSON_RUNS, CASE_RUNS] : [PERSON_RUNS],
    journeys,
    book: { activities: names, channels: ways },
    attributes,
    sources,
    version,
    touched: input.touched,
    came: input.brought?.messages,
    signal: input.signal,
    ...(input.onProgress ? { onProgress: input.onProgress } : {}),
  });
  // Who is silent for too long is judged by the latest event: where it did not move, only what was built can be new.
  const toJudge = found.isLater ? journeys : journeys.filter(({ definition }) => built.includes(definition));
  await judgeAll({ warehouse }, workspace, toJudge, version, {
    dataAsOfMs: found.lastMs === 0 ? null : found.lastMs,
    signal: input.signal,
  });
  await state.journeyDefinitions.built(
    state.db,
    workspace,
    journeys.map(({ definition }) => definition),
    { version, sources },
  );
  await state.builds.record(state.db, workspace, { version, dataAsOfMs: found.lastMs, builtMs: clock.now() });
}

/**
 * The journeys that questions see. Those that did not hold all events so far cannot be brought up to date by what was touched
 * alone: they are left, and are built when somebody asks for them or at the next start.
 */
async function journeysToBuild(
  state: Services['state'],
  { workspace, touched }: RebuildInput,
): Promise<readonly StoredDefinition[]> {
  const live = await state.journeyDefinitions.listOf(state.db, workspace, 'live');
  if (touched === null) return live;
  const complete = await state.sources.listComplete(state.db, workspace);
  return live.filter((one) => isBuiltOf(one, complete));
}

async function hasCaseRuns(warehouse: Services['warehouse'], workspace: number): Promise<boolean> {
  const rows = await warehouse.query(
    sql`select 1 from continuo.${name(warehouse.reads.runs)} where workspace = ${uint(workspace)} and definition = ${uint(CASE_RUNS)} limit 1`,
  );
  return rows.length > 0;
}

interface Found {
  readonly names: readonly string[];
  readonly channels: readonly string[];
  readonly keyed: boolean;
  readonly lastMs: number;
  /** The latest event may be another one than at the last build. */
  readonly isLater: boolean;
}

/** The source of answers to surveys, as a list; empty before the first answer. */
async function answersOf(state: Services['state'], workspace: number): Promise<readonly number[]> {
  const sources = await state.sources.list(state.db, workspace);
  return sources.filter(isAnswers).map(({ id }) => id);
}

async function foundWith(
  state: Services['state'],
  { workspace, sources }: RebuildInput,
  brought: Brought,
): Promise<Found> {
  const last = await state.builds.last(state.db, workspace);
  const lastMs =
    last === null || sources.length === 1 ? Math.max(last?.dataAsOfMs ?? 0, brought.lastMs) : last.dataAsOfMs;
  const channels = brought.channels.filter((channel) => channel !== '');
  return { names: brought.names, channels, keyed: false, lastMs, isLater: last?.dataAsOfMs !== lastMs };
}

async function seen(
  warehouse: Services['warehouse'],
  { workspace, sources }: RebuildInput,
  answers: readonly number[],
): Promise<Found> {
  const [row] = await warehouse.query(
    sql`select arraySort(groupUniqArray(toString(name))) as names, arraySort(groupUniqArray(toString(channel))) as channels,
  countIf(case_key != '') as keyed, toUnixTimestamp64Milli(max(time)) as last,
  toUnixTimestamp64Milli(maxIf(time, source not in ${uints(answers)})) as told
from continuo.${name(warehouse.reads.events)} where workspace = ${uint(workspace)} and source in ${uints(sources)}`,
    { maxSeconds: 600 },
  );
  const channels = ((row?.channels ?? []) as string[]).filter((channel) => channel !== '');
  return {
    names: (row?.names ?? []) as string[],
    channels,
    keyed: Number(row?.keyed ?? 0) > 0,
    lastMs: Number(row?.told ?? 0) || Number(row?.last ?? 0),
    isLater: true,
  };
}
