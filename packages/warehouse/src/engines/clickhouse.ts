import { DATABASE } from '../schema/render.ts';
import type { Warehouse } from '../warehouse.ts';
import { createHttpNode } from './http-node.ts';
import { createRunning } from './running.ts';
import { createDatabase } from './statements.ts';

/**
 * Opens one ClickHouse server over HTTP; `url` may hold user and password. The user needs to create databases, tables and
 * dictionaries, to read `system.processes` and to KILL its own queries.
 * @throws Problem `engine.unreachable` when nobody answers there.
 */
export async function openClickhouse(url: string): Promise<Warehouse> {
  const running = createRunning();
  const node = createHttpNode(url, running);
  try {
    await node.shard.command(createDatabase);
  } catch (error) {
    await node.close();
    throw error;
  }
  return {
    capabilities: { engine: 'clickhouse', shards: 1, distributed: false, insertsThroughFile: false },
    database: DATABASE,
    reads: { events: 'events', runs: 'runs', identities: 'identities', links: 'links' },
    shards: [node.shard],
    query: node.shard.query,
    cancel: running.cancel,
    close: node.close,
    [Symbol.asyncDispose]: node.close,
  };
}
