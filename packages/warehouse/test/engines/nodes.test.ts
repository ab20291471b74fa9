import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { openWarehouse } from '../../src/open.ts';
import { sql } from '../../src/sql.ts';
import { runScript } from './run-script.ts';
import { startNodes } from './start-nodes.ts';

const cluster = inject('cluster');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a node does not outlive the process that started it', async () => {
  const parent = runScript('start-and-wait.ts', []);
  const [line] = (await once(parent.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const node = Number(line.toString());
  expect(isAlive(node)).toBe(true);
  parent.kill('SIGKILL');
  while (isAlive(node)) await setImmediate();
});

test('a server that goes away is engine.unreachable, and so is one that was never there', async () => {
  const nodes = await startNodes(1);
  const location = nodes.urls.join(',');
  const warehouse = await openWarehouse(location);
  const under = warehouse
    .query(sql`select count() from numbers(1000000000000) where sipHash64(number) = 1`)
    .catch((error: unknown) => error);
  expect(await warehouse.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await nodes.stop();
  expect(await under).toMatchObject({ code: 'engine.unreachable' });
  await expect(warehouse.query(sql`select 1`)).rejects.toMatchObject({ code: 'engine.unreachable' });
  await warehouse.close();
  await expect(openWarehouse(location)).rejects.toMatchObject({ code: 'engine.unreachable' });
});

test.skipIf('missing' in cluster)('the addresses of a cluster must be its shards, all of them', async () => {
  if ('missing' in cluster) return;
  const [first] = cluster.location.split(',');
  await expect(openWarehouse(`${cluster.location},${first}`)).rejects.toMatchObject({
    code: 'engine.failed',
    message: expect.stringContaining('cluster "continuo" of 2 shards, but 3 addresses'),
  });
  const warehouse = await openWarehouse(cluster.location);
  expect(warehouse.capabilities).toEqual({
    engine: 'cluster',
    shards: 2,
    distributed: true,
    insertsThroughFile: false,
  });
  await warehouse.close();
});

test('a location that is neither a folder nor an address is refused', async () => {
  for (const location of ['', 'chdb:', '/some/folder', 'postgres://x', 'http://a,b'])
    await expect(openWarehouse(location)).rejects.toMatchObject({ code: 'input.invalid' });
});
