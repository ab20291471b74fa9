import type { Role } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { INSTALLATION, nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';

/** What a program of a user may do in one workspace. Only the fingerprint of its secret is kept. */
export interface StoredToken {
  readonly workspace: number;
  readonly id: number;
  readonly userId: number;
  readonly name: string;
  readonly role: Role;
  readonly createdMs: number;
  readonly usedMs: number | null;
}

const COLUMNS = ['workspace', 'id', 'userId', 'name', 'role', 'createdMs', 'usedMs'] as const;

function create(db: Db, fields: Omit<StoredToken, 'id' | 'usedMs'> & { readonly hash: string }): Promise<StoredToken> {
  return inTransaction(db, async (trx) => {
    const id = await nextCount(trx, INSTALLATION, 'token');
    await trx
      .insertInto('tokens')
      .values({ ...fields, id, usedMs: null, revokedMs: null })
      .execute();
    const { hash: _, ...rest } = fields;
    return { ...rest, id, usedMs: null };
  });
}

/** Tokens of a user in a workspace that still work, newest first. */
async function list(db: Db, workspace: number, userId: number): Promise<readonly StoredToken[]> {
  const rows = await db
    .selectFrom('tokens')
    .select(COLUMNS)
    .where('workspace', '=', workspace)
    .where('userId', '=', userId)
    .where('revokedMs', 'is', null)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

// When a token was used is written at most once a minute, as with sessions.
const USED_STEP_MS = 60_000;

/** The token with this fingerprint, now used once more; null when there is none or it was taken back. */
async function use(db: Db, hash: string, nowMs: number): Promise<StoredToken | null> {
  const row = await db
    .selectFrom('tokens')
    .select(COLUMNS)
    .where('hash', '=', hash)
    .where('revokedMs', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.usedMs === null || nowMs - row.usedMs >= USED_STEP_MS)
    await db.updateTable('tokens').set({ usedMs: nowMs }).where('hash', '=', hash).execute();
  return { ...row, role: row.role as Role };
}

/** Takes a token of a user back. Throws `account.unknown` when the user has none of that number. */
async function revoke(
  db: Db,
  { workspace, userId, id }: Pick<StoredToken, 'workspace' | 'userId' | 'id'>,
  nowMs: number,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('tokens')
    .set({ revokedMs: nowMs })
    .where('workspace', '=', workspace)
    .where('userId', '=', userId)
    .where('id', '=', id)
    .where('revokedMs', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('account.unknown', `There is no token ${id}.`);
}

/** Takes back every token of a user in a workspace. */
async function revokeAll(db: Db, workspace: number, userId: number, nowMs: number): Promise<void> {
  await db
    .updateTable('tokens')
    .set({ revokedMs: nowMs })
    .where('workspace', '=', workspace)
    .where('userId', '=', userId)
    .where('revokedMs', 'is', null)
    .execute();
}

export const tokens = { create, list, use, revoke, revokeAll } as const;
