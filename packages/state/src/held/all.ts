import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { ACCOUNTS_HELD } from './accounts.ts';
import { DATA_HELD } from './data.ts';
import { HEARING_HELD } from './hearing.ts';
import type { HeldTable } from './held-table.ts';
import { JOURNEYS_HELD } from './journeys.ts';
import { LETTERS_HELD } from './letters.ts';
import { OUTBOX_HELD } from './outbox.ts';
import { WATCHING_HELD } from './watching.ts';

/** Every table of the state by its name in SQL. A test holds this to the tables that really are there. */
export const HELD: Readonly<Record<string, HeldTable>> = {
  ...HEARING_HELD,
  ...WATCHING_HELD,
  ...LETTERS_HELD,
  ...DATA_HELD,
  ...JOURNEYS_HELD,
  ...OUTBOX_HELD,
  ...ACCOUNTS_HELD,
};

/** Rows of a workspace in every table that has any, by name; tables that belong to no workspace are left out. */
async function count(db: Db, workspace: number): Promise<ReadonlyMap<string, number>> {
  const names = Object.keys(HELD).filter((name) => HELD[name]?.fields.workspace !== undefined);
  const parts = names.map(
    (name) =>
      sql`select ${sql.lit(name)} as name, count(*) as n from ${sql.table(name)} where workspace = ${workspace}`,
  );
  const { rows } = await sql<{ name: string; n: number }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return new Map(rows.map(({ name, n }) => [name, Number(n)]));
}

export const held = { count } as const;
