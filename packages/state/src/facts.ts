import type { Db } from './database.ts';

/** Sets a small fact, such as `sawGraph`; the newest value counts. */
async function set(db: Db, workspace: number, key: string, value: string): Promise<void> {
  await db
    .insertInto('facts')
    .values({ workspace, key, value })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ value }))
    .execute();
}

/** Sets a fact that was never set, to `1`; false where it was, also by somebody at the same moment. */
async function begin(db: Db, workspace: number, key: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('facts')
    .values({ workspace, key, value: '1' })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One fact; null when it was never set. */
async function get(db: Db, workspace: number, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('facts')
    .select('value')
    .where('workspace', '=', workspace)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value ?? null;
}

/** All facts of a workspace by key; empty when none. */
async function all(db: Db, workspace: number): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('facts').select(['key', 'value']).where('workspace', '=', workspace).execute();
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** Forgets a fact; one that was never set is no harm. */
async function drop(db: Db, workspace: number, key: string): Promise<void> {
  await db.deleteFrom('facts').where('workspace', '=', workspace).where('key', '=', key).execute();
}

export const facts = { set, begin, get, all, drop } as const;
