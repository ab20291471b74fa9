import type { Db } from './database.ts';

/** Sets a small fact, such as `sawGraph`; the newest value counts. */
async function set(db: Db, workspace: number, key: string, value: string): Promise<void> {
  await db
    .insertInto('facts')
    .values({ workspace, key, value })
    .onConflict((conflict) => conflict.columns(['workspace', 'key']).doUpdateSet({ value }))
    .execute();
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

export const facts = { set, get, all, drop } as const;
