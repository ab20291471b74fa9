import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sql, text } from '../../src/sql.ts';
import type { Warehouse } from '../../src/warehouse.ts';
import { describeEachEngine } from '../each-engine.ts';

const ENDLESS = sql`select count() as n from numbers(1000000000000) where sipHash64(number, 'cancel_test') = 1`;
/** The promise of the design; measured 25 to 40 ms on one node, 0.6 s for the far shard. */
const STOPPED_WITHIN_MS = 2000;

/** Statements of this suite that the engine itself lists as running, over all shards. */
async function running(warehouse: Warehouse): Promise<number> {
  const counts = await Promise.all(
    warehouse.shards.map((shard) =>
      shard.query(sql`select count() as n from system.processes where query like ${text('%cancel_test%')}
        and query not like ${text('%system.processes%')}`),
    ),
  );
  return counts.reduce((sum, rows) => sum + Number(rows[0]?.n), 0);
}

async function untilRunning(warehouse: Warehouse): Promise<void> {
  while ((await running(warehouse)) === 0) await setImmediate();
}

describeEachEngine('cancel', ({ open, kind }) => {
  test('aborting really stops the question in the engine', async () => {
    const warehouse = await open();
    const controller = new AbortController();
    const answer = warehouse.query(ENDLESS, { signal: controller.signal }).catch((error: unknown) => error);
    await untilRunning(warehouse);
    const began = performance.now();
    controller.abort();
    expect(await answer).toMatchObject({ code: 'engine.cancelled' });
    expect(performance.now() - began).toBeLessThan(STOPPED_WITHIN_MS);
    expect(await running(warehouse)).toBe(0);
  });

  test('cancel by id stops every statement of that id, and no other', async () => {
    const warehouse = await open();
    const controller = new AbortController();
    const outcome = (id: string) =>
      warehouse.query(ENDLESS, { id, signal: controller.signal }).catch((error: unknown) => error);
    const [first, second, other] = [outcome('cancel-a'), outcome('cancel-a'), outcome('cancel-b')];
    while ((await running(warehouse)) < 3) await setImmediate();
    await warehouse.cancel('cancel-a');
    expect(await Promise.all([first, second])).toEqual([
      expect.objectContaining({ code: 'engine.cancelled' }),
      expect.objectContaining({ code: 'engine.cancelled' }),
    ]);
    expect(await running(warehouse)).toBe(1);
    controller.abort();
    await other;
    expect(await running(warehouse)).toBe(0);
  });

  test('an abort that comes before the engine has begun is not lost', async () => {
    const warehouse = await open();
    for (let turns = 0; turns < 6; turns += 1) {
      const controller = new AbortController();
      const answer = warehouse.query(ENDLESS, { signal: controller.signal }).catch((error: unknown) => error);
      for (let i = 0; i < turns; i += 1) await setImmediate();
      controller.abort();
      expect(await answer).toMatchObject({ code: 'engine.cancelled' });
    }
    expect(await running(warehouse)).toBe(0);
  });

  test('a write can be cancelled', async () => {
    const warehouse = await open();
    const controller = new AbortController();
    const statement = sql`create table continuo.cancelled engine = Memory as ${ENDLESS}`;
    const answer = warehouse.shards[0]?.command(statement, { signal: controller.signal }).catch((e: unknown) => e);
    await untilRunning(warehouse);
    controller.abort();
    expect(await answer).toMatchObject({ code: 'engine.cancelled' });
    expect(await running(warehouse)).toBe(0);
    await warehouse.shards[0]?.command(sql`drop table if exists continuo.cancelled`);
  });

  test('an aborted signal asks nothing, an unknown id is ignored', async () => {
    const warehouse = await open();
    const refused = warehouse.query(sql`select 1`, { signal: AbortSignal.abort() });
    await expect(refused).rejects.toMatchObject({ code: 'engine.cancelled' });
    await expect(warehouse.cancel('nobody')).resolves.toBeUndefined();
  });

  test.runIf(kind === 'cluster')('a question over all shards stops on every one of them', async () => {
    const warehouse = await open();
    for (const shard of warehouse.shards) {
      await shard.command(sql`create or replace view continuo.cancel_test_endless as
        select number from numbers(1000000000000) where sipHash64(number) = 1`);
      await shard.command(sql`create table if not exists continuo.cancel_test_endless_all (number UInt64)
        engine = Distributed('continuo', 'continuo', 'cancel_test_endless')`);
    }
    const controller = new AbortController();
    const answer = warehouse
      .query(sql`select count() as n from continuo.cancel_test_endless_all`, { signal: controller.signal })
      .catch((error: unknown) => error);
    while ((await running(warehouse)) < 2) await setImmediate();
    const began = performance.now();
    controller.abort();
    expect(await answer).toMatchObject({ code: 'engine.cancelled' });
    while ((await running(warehouse)) > 0) await setImmediate();
    expect(performance.now() - began).toBeLessThan(STOPPED_WITHIN_MS);
    for (const shard of warehouse.shards) {
      await shard.command(sql`drop table continuo.cancel_test_endless_all`);
      await shard.command(sql`drop view continuo.cancel_test_endless`);
    }
  });
});
