import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Mapping } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { ImportLease, StoredImport, Workspace } from '@continuo/state';
import { insertEncoded, name, removeEvents, sql, uint } from '@continuo/warehouse';
import { inBuildLane } from '../../platform/build-lane.ts';
import type { Services } from '../../platform/services.ts';
import { rebuildRuns } from '../journeys/index.ts';
import { declareAttributes } from './declare-attributes.ts';
import { runImport } from './import-job.ts';
import { removeSource } from './remove-source.ts';

/** A lease is prolonged with every note of progress; after this silence somebody else may go on. */
export const LEASE_MS = 60_000;
const NOTE_EVERY_MS = 400;
/** Fewer people than this are rebuilt one by one; more make a full build the cheaper way. */
const TOUCHED_AT_MOST = 20_000;

/** Hash of a mapping: the same mapping written in another order of keys is the same. */
export function mappingHash(mapping: Mapping): string {
  const sorted = Object.fromEntries(Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

/** Path of the reject file of an import. */
export function rejectPathOf(path: string): string {
  return `${path}.rejects.csv`;
}

/**
 * Runs one import that waits or was interrupted, from its checkpoint to its end; ends quietly when somebody else has it.
 * The source stays hidden until all of it is in; another mapping of the same content is switched in one transaction.
 */
export async function runStoredImport(
  services: Services,
  workspace: Workspace,
  stored: StoredImport,
  signal: AbortSignal,
): Promise<void> {
  const { state, clock } = services;
  const nowMs = clock.now();
  const lease = await state.imports.claim(state.db, {
    workspace: workspace.id,
    id: stored.id,
    owner: `${hostname()}:${services.folder}`,
    nowMs,
    leaseMs: LEASE_MS,
  });
  if (lease === null || stored.path === null || stored.mapping === null) return;
  try {
    if (stored.status !== 'building') await loadEvents(services, workspace, stored, lease, signal);
    const now = await state.imports.get(state.db, stored);
    if (now.status === 'building') await finish(services, workspace.id, now, lease, signal);
  } catch (error) {
    if (signal.aborted || (error instanceof Problem && error.code === 'import.busy')) return;
    services.log.error({ err: error, import: stored.id }, 'import.failed');
    const message = error instanceof Problem ? error.message : 'Something broke on our side; the server log says more.';
    await giveUp(services, stored, lease, message);
  }
}

async function loadEvents(
  services: Services,
  workspace: Workspace,
  stored: StoredImport,
  lease: ImportLease,
  signal: AbortSignal,
): Promise<void> {
  const { state, clock } = services;
  const mapping = stored.mapping as Mapping;
  const sources = await state.sources.list(state.db, workspace.id);
  if (!sources.some((source) => source.id === stored.id))
    await state.sources.create(state.db, { workspace: workspace.id, kind: 'import', name: stored.file, id: stored.id });
  let notedMs = 0;
  const outcome = await runImport({
    file: stored.path as string,
    bytes: stored.bytes,
    format: stored.preview?.format ?? 'csv',
    mapping,
    workspace: workspace.id,
    source: stored.id,
    workspaceZone: workspace.timeZone,
    receivedMs: stored.createdMs,
    startRecord: stored.recordsDone,
    rejectPath: rejectPathOf(stored.path as string),
    signal,
    onContent: async ({ sha256 }) => {
      const hash = mappingHash(mapping);
      const done = await state.imports.findDone(state.db, {
        workspace: workspace.id,
        contentHash: sha256,
        mappingHash: hash,
      });
      await state.imports.advance(state.db, lease, { status: 'running', contentHash: sha256, mappingHash: hash });
      return done === null;
    },
    onChunk: async (chunk, { nextRecord, counts }) => {
      await insertEncoded(services.warehouse, chunk);
      await state.imports.advance(state.db, lease, {
        recordsDone: nextRecord,
        rowsRead: counts.rowsRead,
        eventsStored: counts.events,
        rowsRejected: counts.rejected,
        leaseUntilMs: clock.now() + LEASE_MS,
      });
    },
    onProgress: ({ progress, rowsPerSecond, secondsLeft, counts }) => {
      if (clock.now() - notedMs < NOTE_EVERY_MS) return;
      notedMs = clock.now();
      // A note that comes too late changes nothing: the lease refuses it, and the next chunk says so.
      state.imports
        .advance(state.db, lease, {
          progress,
          rowsPerSecond,
          secondsLeft,
          rowsRead: counts.rowsRead,
          leaseUntilMs: notedMs + LEASE_MS,
        })
        .catch(() => {});
    },
  });
  if (outcome.status === 'cancelled') throw new Problem('import.busy', 'The import was cancelled.');
  if (outcome.status === 'failed') return giveUp(services, stored, lease, outcome.error);
  if (outcome.status === 'unchanged') return endUnchanged(services, stored, lease);
  const { counts, notes } = outcome;
  await state.imports.advance(state.db, lease, {
    status: 'building',
    progress: 1,
    secondsLeft: null,
    rowsRead: counts.rowsRead,
    eventsStored: counts.events,
    rowsRejected: counts.rejected,
    hasRejects: counts.rejected > 0,
    notes: [...notes],
    leaseUntilMs: clock.now() + LEASE_MS,
  });
}

/** All events are in: builds the runs, then shows the source and hides the one it replaces. */
async function finish(
  services: Services,
  workspace: number,
  stored: StoredImport,
  lease: ImportLease,
  signal: AbortSignal,
): Promise<void> {
  const { state, clock } = services;
  await declareAttributes(services, workspace, stored.id);
  const same =
    stored.contentHash === null
      ? []
      : await state.imports.listByContent(state.db, { workspace, contentHash: stored.contentHash });
  // Journeys of another object type of the same log stand beside these; all else is the same content read otherwise.
  const replaced = same
    .filter((one) => one.id !== stored.id && one.mapping?.objectType === stored.mapping?.objectType)
    .map((one) => one.id);
  await inBuildLane(services.warehouse, workspace, async () => {
    const complete = await state.sources.listComplete(state.db, workspace);
    const sources = [...complete.filter((id) => !replaced.includes(id) && id !== stored.id), stored.id];
    const touched =
      replaced.length > 0 || complete.length === 0 ? null : await touchedBy(services, workspace, stored.id);
    await rebuildRuns(services, {
      workspace,
      sources,
      touched,
      signal,
      onProgress: () => {
        state.imports.advance(state.db, lease, { leaseUntilMs: clock.now() + LEASE_MS }).catch(() => {});
      },
    });
    await state.transaction(async (db) => {
      await state.sources.setStatus(db, { workspace, id: stored.id, status: 'complete' });
      for (const id of replaced) await state.sources.setStatus(db, { workspace, id, status: 'removing' });
      await state.imports.advance(db, lease, { status: 'done', finishedMs: clock.now(), path: null });
      await state.audit.append(db, workspace, {
        atMs: clock.now(),
        actor: 'system',
        action: 'import.done',
        thing: `import ${stored.id}`,
        details: { events: stored.eventsStored, rejected: stored.rowsRejected, replaced },
      });
    });
  });
  services.changes.tell(workspace);
  if (stored.path !== null) await rm(stored.path, { force: true });
  for (const id of replaced) await removeSource(services, workspace, id);
}

/** Identities of a source, when they are few; null when a full build is cheaper. */
async function touchedBy(
  { warehouse }: Services,
  workspace: number,
  source: number,
): Promise<readonly bigint[] | null> {
  const rows = await warehouse.query(
    sql`select distinct identity from continuo.${name(warehouse.reads.events)}
where workspace = ${uint(workspace)} and source = ${uint(source)} limit ${uint(TOUCHED_AT_MOST + 1)}`,
    { maxSeconds: 600 },
  );
  return rows.length > TOUCHED_AT_MOST ? null : rows.map((row) => BigInt(row.identity as string));
}

async function giveUp(services: Services, stored: StoredImport, lease: ImportLease, error: string): Promise<void> {
  const { state, clock } = services;
  await takeBack(services, stored.workspace, stored.id);
  await state.imports.advance(state.db, lease, {
    status: 'failed',
    error,
    finishedMs: clock.now(),
    eventsStored: 0,
    secondsLeft: null,
  });
}

async function endUnchanged(services: Services, stored: StoredImport, lease: ImportLease): Promise<void> {
  const { state, clock } = services;
  await takeBack(services, stored.workspace, stored.id);
  await state.imports.advance(state.db, lease, {
    status: 'done',
    unchanged: true,
    progress: 1,
    finishedMs: clock.now(),
    path: null,
  });
  if (stored.path !== null) await rm(stored.path, { force: true });
}

/** Events of an import that did not come to its end leave again; its source was never seen, so no run changes. */
export async function takeBack({ warehouse, state }: Services, workspace: number, id: number): Promise<void> {
  const sources = await state.sources.list(state.db, workspace);
  if (!sources.some((source) => source.id === id)) return;
  await removeEvents(warehouse, workspace, id);
  await state.sources.setStatus(state.db, { workspace, id, status: 'removed' });
}
