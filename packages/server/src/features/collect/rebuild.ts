import type { StoredDefinition } from '@continuo/state';
import { buildRuns, CASE_RUNS, name, PERSON_RUNS, sql, uint, uints } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';
import { isBuiltOf, judgeAll } from '../journeys/index.ts';

export interface RebuildInput {
  readonly workspace: number;
  /** Sources that questions are about to see. */
  readonly sources: readonly number[];
  /** Identities whose events or links changed; null: everyone. */
  readonly touched: readonly bigint[] | null;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings the runs of a workspace up to its events, those of its journeys too, and notes the build. Safe to repeat after a
 * crash. Call it in the build lane of the workspace, together with what makes the sources complete.
 * `dataAsOf` is the latest event: a file tells nothing about what came after it was written.
 */
export async function rebuildRuns({ warehouse, state, clock }: Services, input: RebuildInput): Promise<void> {
  const { workspace, sources } = input;
  const found = await seen(warehouse, workspace, sources);
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
  await buildRuns(warehouse, {
    workspace,
    definitions: hasCases ? [PERSON_RUNS, CASE_RUNS] : [PERSON_RUNS],
    journeys,
    book: { activities: names, channels: ways },
    attributes,
    sources,
    version,
    touched: input.touched,
    signal: input.signal,
    ...(input.onProgress ? { onProgress: input.onProgress } : {}),
  });
  await judgeAll({ warehouse }, workspace, journeys, version, {
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

async function seen(
  warehouse: Services['warehouse'],
  workspace: number,
  sources: readonly number[],
): Promise<{ names: string[]; channels: string[]; keyed: boolean; lastMs: number }> {
  const [row] = await warehouse.query(
    sql`select arraySort(groupUniqArray(toString(name))) as names, arraySort(groupUniqArray(toString(channel))) as channels,
  countIf(case_key != '') as keyed, toUnixTimestamp64Milli(max(time)) as last
from continuo.${name(warehouse.reads.events)} where workspace = ${uint(workspace)} and source in ${uints(sources)}`,
    { maxSeconds: 600 },
  );
  const channels = ((row?.channels ?? []) as string[]).filter((channel) => channel !== '');
  return {
    names: (row?.names ?? []) as string[],
    channels,
    keyed: Number(row?.keyed ?? 0) > 0,
    lastMs: Number(row?.last ?? 0),
  };
}
