import { buildRuns, CASE_RUNS, name, PERSON_RUNS, sql, uint, uints } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';

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
 * Brings the runs of a workspace up to its events and notes the build. Safe to repeat after a crash.
 * `dataAsOf` is the latest event: a file tells nothing about what came after it was written.
 */
export async function rebuildRuns({ warehouse, state, clock }: Services, input: RebuildInput): Promise<void> {
  const { workspace, sources } = input;
  const found = await seen(warehouse, workspace, sources);
  await Promise.all([
    state.codes.ensureCodes(state.db, workspace, 'activity', found.names),
    state.codes.ensureCodes(state.db, workspace, 'channel', found.channels),
  ]);
  const [names, ways, attributes, version] = await Promise.all([
    state.codes.names(state.db, workspace, 'activity'),
    state.codes.names(state.db, workspace, 'channel'),
    state.attributes.list(state.db, workspace),
    state.builds.nextVersion(state.db, workspace),
  ]);
  // Without any case key left, the case runs of a source that went must still go.
  const hasCases = found.keyed || (await hasCaseRuns(warehouse, workspace));
  await buildRuns(warehouse, {
    workspace,
    definitions: hasCases ? [PERSON_RUNS, CASE_RUNS] : [PERSON_RUNS],
    book: { activities: names, channels: ways },
    attributes,
    sources,
    version,
    touched: input.touched,
    signal: input.signal,
    ...(input.onProgress ? { onProgress: input.onProgress } : {}),
  });
  await state.builds.record(state.db, workspace, { version, dataAsOfMs: found.lastMs, builtMs: clock.now() });
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
