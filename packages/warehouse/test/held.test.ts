import { expect, test } from 'vitest';
import { HELD_IN_WAREHOUSE } from '../src/schema/held.ts';
import { migrate } from '../src/schema/migrate.ts';
import { sql } from '../src/sql.ts';
import { describeEachEngine } from './each-engine.ts';

describeEachEngine('the privacy sheet', ({ kind, open }) => {
  // Servers have the same columns: they are made by the same migrations.
  test.skipIf(kind !== 'chdb')('has a line for every column of every table, and for nothing else', async () => {
    const warehouse = await open();
    await migrate(warehouse);
    const rows = await warehouse.query(
      sql`select table as t, groupArray(name) as cs from (select table, name from system.columns
where database = 'continuo' order by table, name) group by table order by table`,
    );
    // Version numbers of the tables, and a view that keeps nothing of its own.
    const real = rows.filter(({ t }) => t !== 'migrations' && t !== 'arrivals_from_events');
    const told = Object.entries(HELD_IN_WAREHOUSE).map(([t, { fields }]) => ({ t, cs: Object.keys(fields).sort() }));
    expect(told.sort((a, b) => (a.t < b.t ? -1 : 1))).toEqual(real);
  });
});
