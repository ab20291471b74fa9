import { Problem } from '@continuo/core';
import type { Selectable } from 'kysely';
import { INSTALLATION, nextCount } from './counters.ts';
import { type Database, type Db, inTransaction } from './database.ts';

export interface Workspace {
  /** 1, 2, 3 … */
  readonly id: number;
  /** Unique, for addresses. */
  readonly slug: string;
  readonly name: string;
  /** IANA zone of days and weeks. */
  readonly timeZone: string;
  readonly isDemo: boolean;
  /** What one case is called, for instance `order`; null: nothing better is known. */
  readonly caseName: string | null;
}

const DEFAULT_SLUG = 'default';

const toWorkspace = (row: Selectable<Database['workspaces']>): Workspace => ({ ...row, isDemo: row.isDemo === 1 });

const unknown = (workspace: number | string): Problem =>
  new Problem('workspace.unknown', `There is no workspace ${workspace}.`, { details: { workspace } });

/** Locks the workspace's row until the transaction ends, so that one hands out codes at a time. Throws `workspace.unknown`. */
export async function lockWorkspace(db: Db, id: number): Promise<void> {
  const row = await db.selectFrom('workspaces').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw unknown(id);
}

/** One workspace by its number. Throws `workspace.unknown`. */
async function get(db: Db, id: number): Promise<Workspace> {
  const row = await db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw unknown(id);
  return toWorkspace(row);
}

/** One workspace by its slug; null when there is none. */
async function findBySlug(db: Db, slug: string): Promise<Workspace | null> {
  const row = await db.selectFrom('workspaces').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row === undefined ? null : toWorkspace(row);
}

/** All workspaces, oldest first; empty before the first. */
async function list(db: Db): Promise<readonly Workspace[]> {
  const rows = await db.selectFrom('workspaces').selectAll().orderBy('id').execute();
  return rows.map(toWorkspace);
}

/** Makes a workspace under a fresh number. Throws `state.failed` (reason `duplicate`) for a slug that is taken. */
function create(db: Db, fields: Omit<Workspace, 'id'>): Promise<Workspace> {
  return inTransaction(db, async (trx) => {
    const workspace = { id: await nextCount(trx, INSTALLATION, 'workspace'), ...fields };
    await trx.insertInto('workspaces').values(workspace).execute();
    return workspace;
  });
}

/** The workspace everything belongs to until somebody makes another; made now when missing. Safe from two processes at once. */
function ensureDefault(db: Db, fields: { readonly name: string; readonly timeZone: string }): Promise<Workspace> {
  return inTransaction(db, async (trx) => {
    const known = await findBySlug(trx, DEFAULT_SLUG);
    if (known !== null) return known;
    // Drawing the number locks its counter: a second process waits here, then finds the row of the first.
    const id = await nextCount(trx, INSTALLATION, 'workspace');
    const workspace = { id, slug: DEFAULT_SLUG, isDemo: false, caseName: null, ...fields };
    await trx
      .insertInto('workspaces')
      .values(workspace)
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .execute();
    return (await findBySlug(trx, DEFAULT_SLUG)) ?? workspace;
  });
}

/** Changes what is given and leaves the rest. Throws `workspace.unknown`. */
async function update(
  db: Db,
  id: number,
  patch: Partial<Pick<Workspace, 'name' | 'timeZone' | 'caseName'>>,
): Promise<Workspace> {
  if (Object.keys(patch).length > 0) await db.updateTable('workspaces').set(patch).where('id', '=', id).execute();
  return get(db, id);
}

export const workspaces = { get, findBySlug, list, create, ensureDefault, update } as const;
