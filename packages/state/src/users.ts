import { Problem } from '@continuo/core';
import { INSTALLATION, nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';

/** An account of the installation; what it may do stands in its memberships. */
export interface User {
  readonly id: number;
  /** What is typed to sign in, as `normalLogin` writes it; unique. */
  readonly login: string;
  readonly name: string;
}

export interface UserWithPassword extends User {
  readonly passwordHash: string;
}

/** The one way a login is written: without spaces around it, in lower case, in one Unicode form. */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/** True once there is an account. Accounts are never deleted, so it stays true. */
async function anyExists(db: Db): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Makes an account. Throws `account.conflict` when the login is taken. */
function create(
  db: Db,
  fields: Omit<UserWithPassword, 'id'> & { readonly createdMs: number },
): Promise<UserWithPassword> {
  return inTransaction(db, async (trx) => {
    // Drawing the number locks its counter, so that two with the same login, and two first admins, come one by one.
    const id = await nextCount(trx, INSTALLATION, 'user');
    const login = normalLogin(fields.login);
    if ((await findByLogin(trx, login)) !== null)
      throw new Problem('account.conflict', 'This sign-in name is taken. Choose another, or sign in with it.');
    const { name, passwordHash, createdMs } = fields;
    await trx.insertInto('users').values({ id, login, name, passwordHash, createdMs }).execute();
    return { id, login, name, passwordHash };
  });
}

/** The account with this login; null when there is none. */
async function findByLogin(db: Db, login: string): Promise<UserWithPassword | null> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'login', 'name', 'passwordHash'])
    .where('login', '=', normalLogin(login))
    .executeTakeFirst();
  return row ?? null;
}

/** One account by its number. Throws `account.unknown`. */
async function get(db: Db, id: number): Promise<UserWithPassword> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'login', 'name', 'passwordHash'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('account.unknown', `There is no account ${id}.`);
  return row;
}

/** Names by number, of all accounts; empty when none. */
async function names(db: Db): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('users').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function setPassword(db: Db, id: number, passwordHash: string): Promise<void> {
  await db.updateTable('users').set({ passwordHash }).where('id', '=', id).execute();
}

export const users = { anyExists, create, findByLogin, get, names, setPassword } as const;
