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

export const secrets = { ensure } as const;
