import { expect, test } from 'vitest';
import { checksumOf, migrate } from '../src/schema/migrate.ts';
import { MIGRATIONS, type Migration } from '../src/schema/migrations.ts';
import { sql, text, uint } from '../src/sql.ts';
import { describeEachEngine } from './each-engine.ts';

describeEachEngine('a database of an earlier release', ({ kind, open }) => {
  // On servers the test files share one database, which is at the newest migration already.
  test.skipIf(kind !== 'chdb')('keeps its runs, which have no steps yet', async () => {
    const warehouse = await open();
    const [shard] = warehouse.shards;
    if (!shard) throw new Error('no shard');
    const [first] = MIGRATIONS as readonly [Migration];
    await shard.command(sql`create database if not exists continuo engine = Atomic`);
    for (const statement of first.statements(warehouse.capabilities))
      await shard.command({ kind: 'sql', strings: [statement], values: [] });
    await shard.command(sql`create table continuo.migrations
  (number UInt32, name String, checksum String, applied DateTime64(3, 'UTC') default now64(3)) engine = MergeTree order by number`);
    await shard.command(
      sql`insert into continuo.migrations (number, name, checksum) values (1, ${text(first.name)}, ${text(checksumOf(first))})`,
    );
    await shard.command(
      sql`insert into continuo.runs (workspace, definition, person, no, codes) values (${uint(1)}, 0, 7, 1, [1, 2])`,
    );
    await migrate(warehouse);
    await migrate(warehouse);
    expect(await warehouse.query(sql`select no, codes, steps from continuo.runs final`)).toEqual([
      { no: 1, codes: [1, 2], steps: [] },
    ]);
    expect(await warehouse.query(sql`select number from continuo.migrations order by number`)).toEqual(
      MIGRATIONS.map(({ number }) => ({ number })),
    );
    expect(await warehouse.query(sql`select count() as judged from continuo.judged`)).toEqual([{ judged: '0' }]);
  });
});
