import type { LetterScope } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { nextCount } from './counters.ts';
import { type Db, inTransaction } from './database.ts';
import { scopeColumns, scopeOfColumns } from './letters.ts';

/** An address that gets the letter of a scope each Monday. */
export interface StoredLetterSubscription {
  readonly id: number;
  readonly address: string;
  readonly scope: LetterScope;
  readonly sinceMs: number;
}

/** So many addresses a workspace; more people read a letter that is passed on. */
const MOST = 500;

/** All of a workspace, oldest first. */
async function list(db: Db, workspace: number): Promise<readonly StoredLetterSubscription[]> {
  const rows = await db
    .selectFrom('letterSubscriptions')
    .select(['id', 'address', 'scopeKind', 'scopeKey', 'sinceMs'])
    .where('workspace', '=', workspace)
    .orderBy('id')
    .execute();
  return rows.map(({ id, address, sinceMs, ...columns }) => ({ id, address, sinceMs, scope: scopeOfColumns(columns) }));
}

/** Adds an address, or gives the one that is there. Throws `input.invalid` when there are 500 already. */
function add(
  db: Db,
  workspace: number,
  { address, scope, sinceMs }: Omit<StoredLetterSubscription, 'id'>,
): Promise<StoredLetterSubscription> {
  return inTransaction(db, async (trx) => {
    const all = await list(trx, workspace);
    const columns = scopeColumns(scope);
    const isSame = (one: StoredLetterSubscription): boolean =>
      one.address === address && JSON.stringify(scopeColumns(one.scope)) === JSON.stringify(columns);
    const known = all.find(isSame);
    if (known !== undefined) return known;
    if (all.length >= MOST) throw new Problem('input.invalid', `At most ${MOST} addresses get letters.`);
    const id = await nextCount(trx, workspace, 'letter subscription');
    await trx
      .insertInto('letterSubscriptions')
      .values({ workspace, id, address, ...columns, sinceMs })
      .execute();
    return { id, address, scope, sinceMs };
  });
}

/** Ends one. False when it is not there. */
async function remove(db: Db, workspace: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('letterSubscriptions')
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export const letterSubscriptions = { list, add, remove } as const;
