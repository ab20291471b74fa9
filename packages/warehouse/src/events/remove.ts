import { sql, uint } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';

/** Deletes the events of one source on every shard; repeating it is harmless. Runs are the builder's business. */
export async function removeEvents(warehouse: Warehouse, workspace: number, source: number): Promise<void> {
  await Promise.all(
    warehouse.shards.map((shard) =>
      shard.command(
        sql`delete from continuo.events where workspace = ${uint(workspace)} and source = ${uint(source)}`,
        {
          maxSeconds: 3600,
        },
      ),
    ),
  );
}
