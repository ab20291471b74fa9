import { beforeAll, expect, test } from 'vitest';
import { sql } from '../../src/sql.ts';
import { describeEachEngine } from '../each-engine.ts';

/** Minutes of work on any machine. */
const ENDLESS = sql`select count() from numbers(1000000000000) where sipHash64(number) = 1`;

describeEachEngine('limits', ({ open }) => {
  beforeAll(async () => {
    const warehouse = await open();
    await warehouse.shards[0]?.command(sql`create table if not exists continuo.kept (a UInt8) engine = Memory`);
    return async () => {
      await warehouse.shards[0]?.command(sql`drop table if exists continuo.kept`);
    };
  });

  const forbidden = {
    'write rows': sql`insert into continuo.kept select 1`,
    'make a table': sql`create table continuo.nowhere (a UInt8) engine = Memory`,
    'make a temporary table': sql`create temporary table nowhere (a UInt8)`,
    'drop a table': sql`drop table continuo.kept`,
    'read a file': sql`select * from file('/etc/hostname', LineAsString)`,
    'read an address': sql`select * from url('http://127.0.0.1:1/', LineAsString)`,
    'run a program': sql`select * from executable('nothing', 'TSV', 'a String')`,
    'reach another server': sql`select * from remote('127.0.0.1:1', system.one)`,
    'lift the lock': sql`select 1 settings readonly = 0`,
    'raise its own limit': sql`select 1 settings max_execution_time = 0`,
  };
  test.each(Object.entries(forbidden))('a question cannot %s', async (_, statement) => {
    const warehouse = await open();
    await expect(warehouse.query(statement)).rejects.toMatchObject({
      code: 'engine.failed',
      message: expect.stringMatching(/readonly/),
    });
  });

  test('a question that takes longer than it may ends with engine.timeout', async () => {
    const warehouse = await open();
    const began = performance.now();
    await expect(warehouse.query(ENDLESS, { maxSeconds: 1 })).rejects.toMatchObject({ code: 'engine.timeout' });
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('a write obeys its limit too', async () => {
    const warehouse = await open();
    const endless = sql`create table continuo.never engine = Memory as ${ENDLESS}`;
    await expect(warehouse.shards[0]?.command(endless, { maxSeconds: 1 })).rejects.toMatchObject({
      code: 'engine.timeout',
    });
    await warehouse.shards[0]?.command(sql`drop table if exists continuo.never`);
  });

  test('a question that needs too much memory ends with engine.memory, and the next one works', async () => {
    const warehouse = await open();
    const greedy = sql`select length(groupArray(number)) as n from numbers(2000000000)`;
    await expect(warehouse.query(greedy)).rejects.toMatchObject({ code: 'engine.memory' });
    expect(await warehouse.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  test('what the engine refuses says why, with its code and the statement', async () => {
    const warehouse = await open();
    await expect(warehouse.query(sql`select nothing from continuo.nowhere`)).rejects.toMatchObject({
      code: 'engine.failed',
      details: { engineCode: 60, statement: 'select nothing from continuo.nowhere' },
    });
    await expect(warehouse.query(sql`select from where`)).rejects.toMatchObject({ details: { engineCode: 62 } });
  });

  test('a statement that fails in the middle leaves nothing behind for the next answer', async () => {
    const warehouse = await open();
    const fails = sql`select number from numbers(200000) where throwIf(number = 190000) = 0`;
    for (let i = 0; i < 8; i += 1) {
      await expect(warehouse.query(fails)).rejects.toMatchObject({ code: 'engine.failed' });
      const rows = await Promise.all([1, 2, 3, 4].map(() => warehouse.query(sql`select 1 as one`)));
      expect(rows.flat()).toEqual([{ one: 1 }, { one: 1 }, { one: 1 }, { one: 1 }]);
    }
  });
});
