import type { Db } from './database.ts';

async function find(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('secrets').select('secret').where('name', '=', name).executeTakeFirst();
  return row?.secret ?? null;
}

/** A secret of the installation, made by `make` the first time and then the same for ever; of two who make it at once one wins. */
async function ensure(db: Db, name: string, make: () => string): Promise<string> {
  const known = await find(db, name);
  if (known !== null) return known;
  const made = make();
  await db
    .insertInto('secrets')
    .values({ name, secret: made })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await find(db, name)) ?? made;
}

/** Keeps every secret as `renew` gives it back, by its name; what it does not change is not written. */
async function renew(db: Db, renewed: (kept: string, name: string) => string): Promise<void> {
  for (const { name, secret: kept } of await db.selectFrom('secrets').selectAll().execute()) {
    const secret = renewed(kept, name);
    if (secret !== kept) await db.updateTable('secrets').set({ secret }).where('name', '=', name).execute();
  }
}

export const secrets = { ensure, renew } as const;
