import type { Event, IdentityClaim } from '@continuo/core';
import { DATABASE } from '../schema/render.ts';
import type { Warehouse } from '../warehouse.ts';
import { EVENT_COLUMNS, encodeEvents, IDENTITY_COLUMNS, RowBinary } from './row-binary.ts';

/**
 * Inserts events, each into the shard of its identity (`identity mod shards`).
 * Resolves when every shard has answered; repeating it is safe, because a message counts once.
 */
export async function insertEvents(warehouse: Warehouse, events: readonly Event[]): Promise<void> {
  const count = BigInt(warehouse.shards.length);
  await Promise.all(
    warehouse.shards.map((shard, i) => {
      const mine = count === 1n ? events : events.filter((event) => event.identity % count === BigInt(i));
      return shard.insert(`${DATABASE}.events`, EVENT_COLUMNS, encodeEvents(mine));
    }),
  );
}

/** Keeps the text of identities; a repeated one is stored once after merging. */
export async function insertIdentities(
  warehouse: Warehouse,
  workspace: number,
  claims: Iterable<readonly [identity: bigint, claim: IdentityClaim]>,
): Promise<void> {
  const rows = warehouse.shards.map(() => new RowBinary());
  const count = BigInt(rows.length);
  for (const [identity, claim] of claims) {
    const row = rows[Number(identity % count)] as RowBinary;
    row.uint32(workspace);
    row.uint64(identity);
    row.text(claim.kind);
    row.text(claim.value);
  }
  await Promise.all(
    warehouse.shards.map((shard, i) =>
      shard.insert(`${DATABASE}.identities`, IDENTITY_COLUMNS, (rows[i] as RowBinary).bytes),
    ),
  );
}
