import type { Event, IdentityClaim } from '@continuo/core';
import { DATABASE } from '../schema/render.ts';
import type { Warehouse } from '../warehouse.ts';
import { EVENT_COLUMNS, encodeEvents, IDENTITY_COLUMNS, RowBinary } from './row-binary.ts';
import { splitRows } from './split-rows.ts';

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

/**
 * Inserts rows that are RowBinary already (`EVENT_COLUMNS`, `IDENTITY_COLUMNS`), each into the shard of its identity.
 * Identities first: an event is never visible without the text of its person. Repeating it is safe.
 */
export async function insertEncoded(
  warehouse: Warehouse,
  rows: { readonly events: Uint8Array; readonly identities: Uint8Array },
): Promise<void> {
  const shards = warehouse.shards.length;
  for (const [table, columns] of [
    ['identities', IDENTITY_COLUMNS],
    ['events', EVENT_COLUMNS],
  ] as const) {
    const parts = splitRows(rows[table], table, shards);
    await Promise.all(
      warehouse.shards.map((shard, i) => shard.insert(`${DATABASE}.${table}`, columns, parts[i] as Uint8Array)),
    );
  }
}
