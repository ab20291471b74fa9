import { type Letter, type LetterEntry, type LetterScope, letterSchema } from '@continuo/contract';
import type { Db } from './database.ts';
import { decodeJson } from './json.ts';

/** What a scope is kept as: its kind, and the key that the whole workspace has none of. */
export function scopeColumns(scope: LetterScope): { readonly scopeKind: string; readonly scopeKey: string } {
  return { scopeKind: scope.kind, scopeKey: scope.kind === 'workspace' ? '' : scope.key };
}

export function scopeOfColumns({ scopeKind, scopeKey }: ReturnType<typeof scopeColumns>): LetterScope {
  return scopeKind === 'workspace' ? { kind: 'workspace' } : ({ kind: scopeKind, key: scopeKey } as LetterScope);
}

/** Keeps a letter. False when that of its week and scope is there already: it stays as it was. */
async function put(db: Db, workspace: number, letter: Letter): Promise<boolean> {
  const { week, scope, madeMs } = letter;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('letters')
    .values({ workspace, week, ...scopeColumns(scope), letter: JSON.stringify(letter), madeMs })
    .onConflict((conflict) => conflict.columns(['workspace', 'week', 'scopeKind', 'scopeKey']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The letter of a week and scope; null when none was made. */
async function find(db: Db, workspace: number, week: string, scope: LetterScope): Promise<Letter | null> {
  const { scopeKind, scopeKey } = scopeColumns(scope);
  const row = await db
    .selectFrom('letters')
    .select('letter')
    .where('workspace', '=', workspace)
    .where('week', '=', week)
    .where('scopeKind', '=', scopeKind)
    .where('scopeKey', '=', scopeKey)
    .executeTakeFirst();
  return row === undefined ? null : decodeJson(letterSchema, row.letter, 'letters.letter');
}

const ORDER: Readonly<Record<LetterScope['kind'], number>> = { workspace: 0, journey: 1, team: 2 };

/** The newest letters without their parts: newest week first, of a week that of the workspace first, then by name. */
async function list(db: Db, workspace: number, most: number): Promise<readonly LetterEntry[]> {
  const rows = await db
    .selectFrom('letters')
    .select('letter')
    .where('workspace', '=', workspace)
    .orderBy('week', 'desc')
    .orderBy('scopeKind')
    .orderBy('scopeKey')
    .limit(most)
    .execute();
  return rows
    .map(({ letter }) => decodeJson(letterSchema, letter, 'letters.letter'))
    .map(({ week, scope, about, title, madeMs }) => ({ week, scope, about, title, madeMs }))
    .sort((a, b) =>
      a.week === b.week
        ? ORDER[a.scope.kind] - ORDER[b.scope.kind] || a.about.localeCompare(b.about, 'en')
        : b.week.localeCompare(a.week, 'en'),
    );
}

/** The Monday of the newest letter; null when none was made. */
async function lastWeek(db: Db, workspace: number): Promise<string | null> {
  const row = await db
    .selectFrom('letters')
    .select(({ fn }) => fn.max('week').as('week'))
    .where('workspace', '=', workspace)
    .executeTakeFirst();
  return row?.week ?? null;
}

/** Takes all letters of a workspace away; who gets them stays. */
async function removeAll(db: Db, workspace: number): Promise<void> {
  await db.deleteFrom('letters').where('workspace', '=', workspace).execute();
}

export const letters = { put, find, list, lastWeek, removeAll } as const;
