import { sql, uint } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';

/** Forgets the runs of a definition and how they were judged, on every shard; repeating it is harmless. */
export async function dropDefinition(warehouse: Warehouse, workspace: number, definition: number): Promise<void> {
  const own = sql`workspace = ${uint(workspace)} and definition = ${uint(definition)}`;
  await Promise.all(
    warehouse.shards.map(async (shard) => {
      await shard.command(sql`delete from continuo.runs where ${own}`, { maxSeconds: 3600 });
      await shard.command(sql`delete from continuo.judged where ${own}`, { maxSeconds: 3600 });
    }),
  );
}
