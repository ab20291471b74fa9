import { Problem } from '@continuo/core';
import { CLUSTER, DATABASE } from '../schema/render.ts';
import { compile, sql, text } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';
import { createHttpNode } from './http-node.ts';
import { createRunning } from './running.ts';
import { createDatabase } from './statements.ts';

/**
 * Opens several ClickHouse servers as the shards of one warehouse, in the order of `urls`: shard = key mod their number,
 * so neither number nor order may ever change. Reads go through the Distributed tables of the first one.
 *
 * DDL, DELETE and KILL go node by node from here: nothing needs ON CLUSTER, and a Distributed insert was seen to answer
 * while the second shard had none of 50,400 rows, so writers insert into the shards themselves.
 * @throws Problem `engine.unreachable` when one does not answer; `engine.failed` when the servers' own description of the
 * cluster has another number of shards.
 */
export async function openCluster(urls: readonly string[]): Promise<Warehouse> {
  const running = createRunning();
  const nodes = urls.map((url) => createHttpNode(url, running));
  const [first] = nodes;
  if (!first) throw new Problem('engine.failed', 'A cluster needs the address of at least one server.');
  const close = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.close()));
  };
  try {
    for (const { shard } of nodes) {
      await shard.command(createDatabase);
      const rows = await shard.query(
        sql`select uniqExact(shard_num) as shards from system.clusters where cluster = ${text(CLUSTER)}`,
      );
      checkShards(Number(rows[0]?.shards), urls.length);
    }
  } catch (error) {
    await close();
    throw error;
  }
  // The first node passes a statement on to the others under the same log_comment; its end ends them within 0.6 s, this
  // at once, and also when the first node itself is what hangs.
  const stop = async (id: string): Promise<void> => {
    await Promise.all(nodes.map((node) => node.kill(id)));
  };
  return {
    capabilities: { engine: 'cluster', shards: nodes.length, distributed: true, insertsThroughFile: false },
    database: DATABASE,
    reads: { events: 'events_all', runs: 'runs_all', identities: 'identities_all', links: 'links' },
    shards: nodes.map((node) => node.shard),
    query: (statement, options = {}) => first.query(compile(statement), options, stop),
    cancel: running.cancel,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function checkShards(described: number, given: number): void {
  if (described === given) return;
  throw new Problem(
    'engine.failed',
    `The servers describe a cluster "${CLUSTER}" of ${described} shards, but ${given} addresses were given. ` +
      'Name every shard once, in the order in which the warehouse was made.',
  );
}
