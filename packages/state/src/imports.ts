import { type Import, mappingSchema, previewSchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { Selectable, Updateable } from 'kysely';
import { z } from 'zod';
import { INSTALLATION, nextCount } from './counters.ts';
import { type Database, type Db, inTransaction } from './database.ts';
import { decodeJson } from './json.ts';

export type ImportStatus = Import['status'];

/** One import as kept: what the API shows, and what resuming and recognising it needs. */
export interface StoredImport extends Import {
  readonly workspace: number;
  /** Where the kept copy of the file lies; null once it is deleted. */
  readonly path: string | null;
  /** SHA-256 of the decompressed content; null until it is read. */
  readonly contentHash: string | null;
  readonly mappingHash: string | null;
  /** Checkpoint: records and bytes that every shard has answered for. */
  readonly recordsDone: number;
  readonly bytesDone: number;
}

export interface ImportRef {
  readonly workspace: number;
  readonly id: number;
}

/** The right to work on one import. A later claim has a larger fence, and the earlier one is refused from then on. */
export interface ImportLease extends ImportRef {
  readonly fence: number;
}

/** What may change; what is left out stays. */
export type ImportPatch = Partial<Omit<StoredImport, 'id' | 'workspace' | 'file' | 'createdMs'>>;

const UNFINISHED: readonly ImportStatus[] = ['waiting', 'running', 'building'];

const notesSchema = z.array(z.string());

function toImport(row: Selectable<Database['imports']>): StoredImport {
  const { fence: _fence, leaseOwner: _owner, leaseUntilMs: _until, ...kept } = row;
  return {
    ...kept,
    status: row.status as ImportStatus,
    preview: row.preview === null ? null : decodeJson(previewSchema, row.preview, 'imports.preview'),
    mapping: row.mapping === null ? null : decodeJson(mappingSchema, row.mapping, 'imports.mapping'),
    notes: decodeJson(notesSchema, row.notes, 'imports.notes'),
    hasRejects: row.hasRejects === 1,
    unchanged: row.unchanged === 1,
  };
}

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** A patch as columns. A final status gives the lease back. */
function toColumns(patch: ImportPatch): Updateable<Database['imports']> {
  const { preview, mapping, notes, ...plain } = patch;
  const isFinal = plain.status !== undefined && !UNFINISHED.includes(plain.status);
  return {
    ...plain,
    ...(preview === undefined ? {} : { preview: jsonOrNull(preview) }),
    ...(mapping === undefined ? {} : { mapping: jsonOrNull(mapping) }),
    ...(notes === undefined ? {} : { notes: JSON.stringify(notes) }),
    ...(isFinal ? { leaseOwner: null, leaseUntilMs: null } : {}),
  };
}

const unknown = ({ workspace, id }: ImportRef): Problem =>
  new Problem('import.unknown', `There is no import ${id}.`, { details: { workspace, id } });

const EMPTY = {
  contentHash: null,
  mappingHash: null,
  status: 'draft',
  preview: null,
  mapping: null,
  rowsRead: 0,
  progress: null,
  rowsPerSecond: null,
  secondsLeft: null,
  eventsStored: 0,
  rowsRejected: 0,
  hasRejects: false,
  notes: '[]',
  error: null,
  finishedMs: null,
  unchanged: false,
  recordsDone: 0,
  bytesDone: 0,
  fence: 0,
  leaseOwner: null,
  leaseUntilMs: null,
} as const;

/** Makes a draft under a fresh number, which is also the number of the source it will fill. */
function create(
  db: Db,
  fields: Pick<StoredImport, 'workspace' | 'file' | 'path' | 'bytes' | 'createdMs'>,
): Promise<StoredImport> {
  return inTransaction(db, async (trx) => {
    const id = await nextCount(trx, INSTALLATION, 'source');
    await trx
      .insertInto('imports')
      .values({ ...EMPTY, ...fields, id })
      .execute();
    return get(trx, { workspace: fields.workspace, id });
  });
}

/** One import. Throws `import.unknown`, also for one of another workspace. */
async function get(db: Db, ref: ImportRef): Promise<StoredImport> {
  const row = await db
    .selectFrom('imports')
    .selectAll()
    .where('workspace', '=', ref.workspace)
    .where('id', '=', ref.id)
    .executeTakeFirst();
  if (row === undefined) throw unknown(ref);
  return toImport(row);
}

/** All imports of a workspace, newest first; empty when none. */
async function list(db: Db, workspace: number): Promise<readonly StoredImport[]> {
  const rows = await db
    .selectFrom('imports')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toImport);
}

/** Changes an import nobody works on, for instance its mapping. Throws `import.unknown`. */
async function update(db: Db, ref: ImportRef, patch: ImportPatch): Promise<StoredImport> {
  const columns = toColumns(patch);
  if (Object.keys(columns).length > 0) {
    await db
      .updateTable('imports')
      .set(columns)
      .where('workspace', '=', ref.workspace)
      .where('id', '=', ref.id)
      .execute();
  }
  return get(db, ref);
}

/**
 * The finished import of this very content with this very mapping whose source is still there: doing it again would
 * change nothing. The newest; null when there is none.
 */
async function findDone(
  db: Db,
  { workspace, contentHash, mappingHash }: { workspace: number; contentHash: string; mappingHash: string },
): Promise<StoredImport | null> {
  const same = await listByContent(db, { workspace, contentHash });
  return same.find((one) => one.mappingHash === mappingHash) ?? null;
}

/** Finished imports of the same content whose sources are complete, newest first: what another mapping would replace. */
async function listByContent(
  db: Db,
  { workspace, contentHash }: { readonly workspace: number; readonly contentHash: string },
): Promise<readonly StoredImport[]> {
  const rows = await db
    .selectFrom('imports')
    .innerJoin('sources', (join) =>
      join.onRef('sources.workspace', '=', 'imports.workspace').onRef('sources.id', '=', 'imports.id'),
    )
    .selectAll('imports')
    .where('imports.workspace', '=', workspace)
    .where('imports.contentHash', '=', contentHash)
    .where('imports.status', '=', 'done')
    .where('sources.status', '=', 'complete')
    .orderBy('imports.id', 'desc')
    .execute();
  return rows.map(toImport);
}

/** Imports of all workspaces that were begun or wait, and on which nobody works at `nowMs`; oldest first. */
async function listUnfinished(db: Db, nowMs: number): Promise<readonly StoredImport[]> {
  const rows = await db
    .selectFrom('imports')
    .selectAll()
    .where('status', 'in', UNFINISHED)
    .where(({ eb, or }) => or([eb('leaseUntilMs', 'is', null), eb('leaseUntilMs', '<=', nowMs)]))
    .orderBy('id')
    .execute();
  return rows.map(toImport);
}

/**
 * Takes an unfinished import to work on it until `nowMs + leaseMs`; null when somebody else has it or it is not to be run.
 * An owner may take its own again: it is the same folder after a crash, and its lock says that no one else is there.
 */
async function claim(
  db: Db,
  { workspace, id, owner, nowMs, leaseMs }: ImportRef & { owner: string; nowMs: number; leaseMs: number },
): Promise<ImportLease | null> {
  const row = await db
    .updateTable('imports')
    .set(({ eb }) => ({ fence: eb('fence', '+', 1), leaseOwner: owner, leaseUntilMs: nowMs + leaseMs }))
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('status', 'in', UNFINISHED)
    .where(({ eb, or }) =>
      or([eb('leaseUntilMs', 'is', null), eb('leaseUntilMs', '<=', nowMs), eb('leaseOwner', '=', owner)]),
    )
    .returning('fence')
    .executeTakeFirst();
  return row === undefined ? null : { workspace, id, fence: row.fence };
}

/**
 * Progress, checkpoint or end, written by whoever holds the lease; `leaseUntilMs` prolongs it. A final status ends it.
 * Throws `import.busy` when the import was cancelled or somebody else took it over: stop, and write nothing more.
 */
async function advance(
  db: Db,
  { workspace, id, fence }: ImportLease,
  patch: ImportPatch & { readonly leaseUntilMs?: number },
): Promise<void> {
  const { leaseUntilMs, ...fields } = patch;
  const columns = { ...(leaseUntilMs === undefined ? {} : { leaseUntilMs }), ...toColumns(fields) };
  const { numUpdatedRows } = await db
    .updateTable('imports')
    .set({ ...columns, fence })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('fence', '=', fence)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new Problem('import.busy', `Import ${id} is no longer ours: it was cancelled or taken over.`, {
      details: { workspace, id, fence },
    });
  }
}

/** Cancels an import that is not finished; whoever works on it is refused from now on. False when it was finished. */
async function cancel(db: Db, { workspace, id }: ImportRef, atMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('imports')
    .set(({ eb }) => ({ fence: eb('fence', '+', 1), ...toColumns({ status: 'cancelled', finishedMs: atMs }) }))
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('status', 'in', ['draft', ...UNFINISHED])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const imports = {
  create,
  get,
  list,
  update,
  findDone,
  listByContent,
  listUnfinished,
  claim,
  advance,
  cancel,
} as const;
