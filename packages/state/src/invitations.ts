import type { Role } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { INSTALLATION, nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';

/** A link that makes whoever opens it a member, once. Only the fingerprint of its secret is kept. */
export interface StoredInvitation {
  readonly workspace: number;
  readonly id: number;
  readonly role: Role;
  /** For whom, in the words of the admin. */
  readonly label: string;
  readonly createdMs: number;
  readonly expiresMs: number;
}

const COLUMNS = ['workspace', 'id', 'role', 'label', 'createdMs', 'expiresMs'] as const;

function create(db: Db, fields: Omit<StoredInvitation, 'id'> & { readonly hash: string }): Promise<StoredInvitation> {
  return inTransaction(db, async (trx) => {
    const id = await nextCount(trx, INSTALLATION, 'invitation');
    await trx
      .insertInto('invitations')
      .values({ ...fields, id, endedMs: null })
      .execute();
    const { hash: _, ...rest } = fields;
    return { ...rest, id };
  });
}

/** Invitations of a workspace that still work, newest first. */
async function list(db: Db, workspace: number, nowMs: number): Promise<readonly StoredInvitation[]> {
  const rows = await db
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('workspace', '=', workspace)
    .where('endedMs', 'is', null)
    .where('expiresMs', '>', nowMs)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** The invitation with this fingerprint; null when there is none, it was used or taken back, or its time is over. */
async function find(db: Db, hash: string, nowMs: number): Promise<StoredInvitation | null> {
  const row = await db
    .selectFrom('invitations')
    .select(COLUMNS)
    .where('hash', '=', hash)
    .where('endedMs', 'is', null)
    .where('expiresMs', '>', nowMs)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, role: row.role as Role };
}

/** Uses an invitation up; of two at once only one gets it. Null for the other, and when it does not work any more. */
async function take(db: Db, hash: string, nowMs: number): Promise<StoredInvitation | null> {
  const row = await db
    .updateTable('invitations')
    .set({ endedMs: nowMs })
    .where('hash', '=', hash)
    .where('endedMs', 'is', null)
    .where('expiresMs', '>', nowMs)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, role: row.role as Role };
}

/** Takes an invitation back. Throws `account.unknown` when there is none of that number that still works. */
async function revoke(db: Db, workspace: number, id: number, nowMs: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ endedMs: nowMs })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('endedMs', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem('account.unknown', `There is no invitation ${id}.`);
}

export const invitations = { create, list, find, take, revoke } as const;
