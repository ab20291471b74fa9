import { sql } from 'kysely';
import type { Db } from './database.ts';

/** When each call-back of a workspace was opened, ms, ascending; those that were withdrawn let nobody down. */
export async function openings(db: Db, workspace: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('callbacks')
    .select('openedMs')
    .where('workspace', '=', workspace)
    .where('withdrawn', 'is', null)
    .orderBy('openedMs')
    .execute();
  return rows.map(({ openedMs }) => openedMs);
}

/** From when until when a call-back was past due, [from, to); those that still are end at `nowMs`. */
export interface PastDueSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * When call-backs were past due, in no order: from the log, which says when one became late and when that was over;
 * those that are past due now from their own due time.
 */
export async function pastDueSpans(db: Db, workspace: number, nowMs: number): Promise<readonly PastDueSpan[]> {
  const [said, now] = await Promise.all([
    db
      .selectFrom('callbackLog')
      .select(['callback', 'kind', 'atMs'])
      .where('workspace', '=', workspace)
      .where('kind', 'in', ['late', 'waiting', 'closed', 'withdrawn'])
      .orderBy('callback')
      .orderBy('seq')
      .execute(),
    db
      .selectFrom('callbacks')
      .select('dueMs')
      .where('workspace', '=', workspace)
      .where('state', 'in', ['open', 'in-hand'])
      .where('dueMs', '<', nowMs)
      .execute(),
  ]);
  const over = said.flatMap(({ callback, kind, atMs }, i): PastDueSpan[] => {
    const next = said[i + 1];
    return kind === 'late' && next?.callback === callback && next.kind !== 'late'
      ? [{ fromMs: atMs, toMs: next.atMs }]
      : [];
  });
  return [...over, ...now.map(({ dueMs }) => ({ fromMs: dueMs, toMs: nowMs }))];
}

/** Whether a workspace has ever had a call-back. */
export async function hasAny(db: Db, workspace: number): Promise<boolean> {
  const row = await db
    .selectFrom('callbacks')
    .select(sql<number>`1`.as('one'))
    .where('workspace', '=', workspace)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
