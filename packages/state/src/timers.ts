import { z } from 'zod';
import type { Db } from './database.ts';
import { decodeJson } from './json.ts';

export interface TimerRef {
  readonly workspace: number;
  /** Who is woken, for instance `callback.due`. */
  readonly kind: string;
  /** What about; one timer for each. */
  readonly key: string;
}

/** Something to happen at a moment. */
export interface Timer extends TimerRef {
  /** UTC, milliseconds since 1970. */
  readonly dueMs: number;
  /** Anything JSON can say. */
  readonly payload: unknown;
  /** How often its handler has failed so far. */
  readonly attempts: number;
}

/** Sets a timer, or moves the one of the same kind and key; call it in the transaction of the decision. */
async function set(db: Db, { workspace, kind, key, dueMs, payload }: Omit<Timer, 'attempts'>): Promise<void> {
  const values = { dueMs, payload: JSON.stringify(payload ?? null), attempts: 0, retryMs: dueMs };
  await db
    .insertInto('timers')
    .values({ workspace, kind, key, ...values })
    .onConflict((conflict) => conflict.columns(['workspace', 'kind', 'key']).doUpdateSet(values))
    .execute();
}

/** Takes a timer away. False when there is none. */
async function drop(db: Db, { workspace, kind, key }: TimerRef): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('timers')
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** When a timer is due; null when there is none. */
async function dueOf(db: Db, { workspace, kind, key }: TimerRef): Promise<number | null> {
  const row = await db
    .selectFrom('timers')
    .select('dueMs')
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.dueMs ?? null;
}

export interface Looking {
  readonly nowMs: number;
  readonly kinds: readonly string[];
  readonly most: number;
}

/** Timers of these kinds that are due, the longest due first; nothing is taken yet. */
async function listDue(db: Db, { nowMs, kinds, most }: Looking): Promise<readonly Timer[]> {
  if (kinds.length === 0) return [];
  const rows = await db
    .selectFrom('timers')
    .select(['workspace', 'kind', 'key', 'dueMs', 'payload', 'attempts'])
    .where('retryMs', '<=', nowMs)
    .where('kind', 'in', kinds)
    .orderBy('dueMs')
    .orderBy('workspace')
    .orderBy('kind')
    .orderBy('key')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, payload: decodeJson(z.unknown(), row.payload, 'timers.payload') }));
}

/**
 * Takes a due timer away inside the transaction that acts on it: of two processes one gets it, and a rollback puts it back.
 * False when somebody else has it, or it was moved or dropped since it was listed.
 */
async function claimDue(trx: Db, { workspace, kind, key, dueMs }: Timer): Promise<boolean> {
  const row = await trx
    .selectFrom('timers')
    .select('key')
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('dueMs', '=', dueMs)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined && drop(trx, { workspace, kind, key });
}

/** A handler failed: the timer is tried again at `retryMs`. Nothing happens to one that was moved meanwhile. */
async function delay(db: Db, { workspace, kind, key, dueMs }: Timer, retryMs: number): Promise<void> {
  await db
    .updateTable('timers')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), retryMs }))
    .where('workspace', '=', workspace)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('dueMs', '=', dueMs)
    .execute();
}

export const timers = { set, drop, dueOf, listDue, claimDue, delay } as const;
