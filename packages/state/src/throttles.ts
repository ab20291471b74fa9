import { type Db, inTransaction } from './database.ts';

/** How tries slow down: `free` in a row cost nothing, each further one doubles the wait up to `longestMs`. */
export interface ThrottleRule {
  readonly free: number;
  readonly firstMs: number;
  readonly longestMs: number;
  /** After so long without a try everything is forgotten. */
  readonly forgetMs: number;
}

/** Wait after the n-th try in a row (1, 2 …), ms. */
export function waitAfter(tries: number, { free, firstMs, longestMs }: ThrottleRule): number {
  if (tries <= free) return 0;
  return Math.min(longestMs, firstMs * 2 ** Math.min(40, tries - free - 1));
}

/**
 * Counts a try before it is known whether it is a good one, so that many at once cannot slip through together.
 * Gives how long to wait instead, ms; 0: go on. A refused try is not counted.
 */
function begin(db: Db, key: string, nowMs: number, rule: ThrottleRule): Promise<number> {
  return inTransaction(db, async (trx) => {
    await trx
      .insertInto('throttles')
      .values({ key, failures: 0, untilMs: 0, lastMs: nowMs })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    const row = await trx
      .selectFrom('throttles')
      .select(['failures', 'untilMs', 'lastMs'])
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.untilMs > nowMs) return row.untilMs - nowMs;
    const failures = (nowMs - row.lastMs >= rule.forgetMs ? 0 : row.failures) + 1;
    await trx
      .updateTable('throttles')
      .set({ failures, untilMs: nowMs + waitAfter(failures, rule), lastMs: nowMs })
      .where('key', '=', key)
      .execute();
    return 0;
  });
}

/** Forgets the tries behind a key: the last one was good. */
async function forget(db: Db, key: string): Promise<void> {
  await db.deleteFrom('throttles').where('key', '=', key).execute();
}

/** Takes back the one try that turned out good, and keeps those before it. */
async function takeBack(db: Db, key: string): Promise<void> {
  await db
    .updateTable('throttles')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), untilMs: 0 }))
    .where('key', '=', key)
    .where('failures', '>', 0)
    .execute();
}

/** Clears what nobody needs any more: keys without a try for so long. */
async function clear(db: Db, beforeMs: number): Promise<void> {
  await db.deleteFrom('throttles').where('lastMs', '<', beforeMs).execute();
}

export const throttles = { begin, forget, takeBack, clear } as const;
