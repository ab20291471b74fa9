import type { Db } from './database.ts';

/** Counters that belong to no workspace: the numbers of workspaces, sources and imports. */
export const INSTALLATION = 0;

/**
 * The next value of a counter, 1 the first time; never given twice. The counter's row stays locked until the
 * transaction ends, so values become visible in their order; a rollback gives its value back.
 */
export async function nextCount(db: Db, scope: number, name: string): Promise<number> {
  const row = await db
    .insertInto('counters')
    .values({ scope, name, value: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'name'])
        .doUpdateSet(({ eb, ref }) => ({ value: eb(ref('counters.value'), '+', ref('excluded.value')) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}

/** The newest value given by a counter; 0 when none was. */
export async function lastCount(db: Db, scope: number, name: string): Promise<number> {
  const row = await db
    .selectFrom('counters')
    .select('value')
    .where('scope', '=', scope)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value ?? 0;
}
