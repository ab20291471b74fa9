import type { JudgedBy } from '@continuo/core';
import type { JourneyRef, StoredDefinition } from '@continuo/state';
import { buildRuns, dropDefinition } from '@continuo/warehouse';
import { inBuildLane } from '../../../platform/build-lane.ts';
import type { Services } from '../../../platform/services.ts';
import { judgeAll } from './judge.ts';

export interface BuildOptions {
  readonly signal: AbortSignal;
  /** 0 … 1. */
  readonly onProgress: (progress: number) => void;
}

/** A draft that changes faster than it is built is given up after this many tries; the next request begins anew. */
const MOST_TRIES = 5;
/** Cutting the events into passages takes about this share of the time, judging them the rest. */
const BUILD_SHARE = 0.6;

/**
 * Builds and judges what a judging of a journey needs and lacks, then shows it to questions in one step. Nothing to do is
 * quickly done; safe to repeat after a crash. Throws `journey.unknown`, engine problems, and the signal's reason.
 */
export async function buildJudging(
  services: Services,
  ref: JourneyRef,
  judgedBy: JudgedBy,
  { signal, onProgress }: BuildOptions,
): Promise<void> {
  const { state, warehouse } = services;
  const { workspace } = ref;
  await sweep(services, workspace);
  for (let n = 0; n < MOST_TRIES; n += 1) {
    const isShown = await inBuildLane(warehouse, workspace, async () => {
      signal.throwIfAborted();
      const sources = await state.sources.listComplete(state.db, workspace);
      const wanted = await state.journeyDefinitions.want(state.db, ref, judgedBy);
      const lacking = wanted.filter((one) => !isBuiltOf(one, sources));
      if (lacking.length > 0) await build(services, workspace, lacking, sources, { signal, onProgress });
      return state.journeyDefinitions.switchOver(state.db, ref, judgedBy, sources);
    });
    if (isShown) return;
  }
}

/** Whether the runs of a definition hold the events of exactly these sources. */
export function isBuiltOf({ sources }: StoredDefinition, complete: readonly number[]): boolean {
  return sources !== null && sources.length === complete.length && complete.every((id) => sources.includes(id));
}

async function build(
  services: Services,
  workspace: number,
  journeys: readonly StoredDefinition[],
  sources: readonly number[],
  { signal, onProgress }: BuildOptions,
): Promise<void> {
  const { state, warehouse } = services;
  const ids = journeys.map(({ definition }) => definition);
  try {
    const [activities, channels, attributes, version, last] = await Promise.all([
      state.codes.names(state.db, workspace, 'activity'),
      state.codes.names(state.db, workspace, 'channel'),
      state.attributes.list(state.db, workspace),
      state.builds.nextVersion(state.db, workspace),
      state.builds.last(state.db, workspace),
    ]);
    await buildRuns(warehouse, {
      workspace,
      definitions: [],
      journeys,
      book: { activities, channels },
      attributes,
      sources,
      version,
      touched: null,
      signal,
      onProgress: (done, all) => onProgress((BUILD_SHARE * done) / Math.max(all, 1)),
    });
    await judgeAll(services, workspace, journeys, version, {
      dataAsOfMs: last?.dataAsOfMs ?? null,
      signal,
      onProgress: (share) => onProgress(BUILD_SHARE + (1 - BUILD_SHARE) * share),
    });
    await state.journeyDefinitions.built(state.db, workspace, ids, { version, sources });
  } catch (error) {
    if (!signal.aborted) await state.journeyDefinitions.fail(state.db, workspace, ids, wordsOf(error));
    throw error;
  }
}

function wordsOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (code === 'engine.disk_full') return 'The disk is full.';
  if (code === 'engine.memory') return 'It needs more memory than it may have.';
  return 'Something broke on our side; the server log says more.';
}

/** Runs of definitions that nobody looks at any more leave the warehouse. Questions that began with them have long ended. */
export async function sweep({ state, warehouse }: Services, workspace: number): Promise<void> {
  for (const { definition } of await state.journeyDefinitions.listOf(state.db, workspace, 'dropping')) {
    await dropDefinition(warehouse, workspace, definition);
    await state.journeyDefinitions.forget(state.db, workspace, definition);
  }
}
