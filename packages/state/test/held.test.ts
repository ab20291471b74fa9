import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { HELD } from '../src/index.ts';
import { describeEachState, type StateForTests } from './each-state.ts';

/** What the store really has: column names by table. */
async function columnsOf(given: StateForTests): Promise<Readonly<Record<string, readonly string[]>>> {
  const { db, engine } = given.state();
  const query =
    engine === 'sqlite'
      ? sql<{ t: string; c: string }>`select m.name as t, p.name as c from sqlite_master m, pragma_table_info(m.name) p
          where m.type = 'table' and m.name not like 'sqlite_%'`
      : sql<{ t: string; c: string }>`select table_name as t, column_name as c from information_schema.columns
          where table_schema = 'public'`;
  const found: Record<string, string[]> = {};
  for (const { t, c } of (await query.execute(db)).rows) found[t] = [...(found[t] ?? []), c];
  return found;
}

describeEachState('the privacy sheet', (given) => {
  test('has a line for every table and every column that is really there, and for nothing else', async () => {
    const real = await columnsOf(given);
    const told = Object.fromEntries(
      Object.entries(HELD).map(([name, { fields }]) => [name, Object.keys(fields).sort()]),
    );
    for (const columns of Object.values(real)) (columns as string[]).sort();
    expect(told, 'describe new tables and columns in packages/state/src/held').toEqual(real);
  });

  test('counts what a workspace holds, and nothing of another', async () => {
    const { id: workspace } = await given.workspace();
    const { id: other } = await given.workspace();
    const { held, facts, db } = given.state();
    await facts.set(db, other, 'a', '1');
    await facts.set(db, workspace, 'a', '1');
    await facts.set(db, workspace, 'b', '1');
    const counts = await held.count(db, workspace);
    expect(counts.get('facts')).toBe(2);
    expect(counts.get('users')).toBeUndefined();
    expect(counts.get('audit')).toBe(0);
  });
});

test('every line says what, why, how long and who sees it', () => {
  for (const [name, { what, why, until, seenBy, fields }] of Object.entries(HELD))
    for (const text of [what, why, until, seenBy, ...Object.values(fields)])
      expect([name, text]).not.toEqual([name, '']);
});
