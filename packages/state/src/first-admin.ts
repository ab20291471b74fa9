import { type Db, inTransaction } from './database.ts';

/** Makes the one link with which the first account is made; an earlier one works no more. */
function setLink(db: Db, hash: string, expiresMs: number): Promise<void> {
  return inTransaction(db, async (trx) => {
    await trx.deleteFrom('firstAdminLinks').execute();
    await trx.insertInto('firstAdminLinks').values({ hash, expiresMs }).execute();
  });
}

/** Uses the link up. False when it is not this one, or its time is over. */
async function takeLink(db: Db, hash: string, nowMs: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('firstAdminLinks')
    .where('hash', '=', hash)
    .where('expiresMs', '>', nowMs)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export const firstAdmin = { setLink, takeLink } as const;
