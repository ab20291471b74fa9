import { createHash } from 'node:crypto';
import { Problem } from '@continuo/core';
import { type Sql, sql, text, uint } from '../sql.ts';
import type { Capabilities, Shard, Warehouse } from '../warehouse.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { DATABASE } from './render.ts';

/** Fixed text of ours, without any value in it: the only way from text to statement. */
function statement(fixed: string): Sql {
  return { kind: 'sql', strings: [fixed], values: [] };
}

/** SHA-256 over the single-node rendering, so that one release has one checksum on every engine. */
export function checksumOf(migration: Migration): string {
  return createHash('sha256')
    .update(migration.statements({ distributed: false }).join(';\n'))
    .digest('hex');
}

/**
 * Brings every shard to the newest schema; forward only, safe to repeat.
 * Throws `migration.changed` when an applied migration's text is no longer what it was.
 */
export async function migrate(warehouse: Warehouse): Promise<void> {
  for (const shard of warehouse.shards) await migrateShard(shard, warehouse.capabilities);
}

async function migrateShard(shard: Shard, capabilities: Capabilities): Promise<void> {
  await shard.command(statement(`create database if not exists ${DATABASE} engine = Atomic`));
  await shard.command(
    statement(`create table if not exists ${DATABASE}.migrations
  (number UInt32, name String, checksum String, applied DateTime64(3, 'UTC') default now64(3))
  engine = MergeTree order by number settings fsync_after_insert = 1, fsync_part_directory = 1`),
  );
  const applied = await shard.query(sql`select number, checksum from continuo.migrations order by number`);
  const checksums = new Map(applied.map((row) => [Number(row.number), String(row.checksum)]));
  for (const migration of MIGRATIONS) {
    const checksum = checksumOf(migration);
    const before = checksums.get(migration.number);
    if (before === checksum) continue;
    if (before !== undefined)
      throw new Problem(
        'migration.changed',
        `Warehouse migration ${migration.number} (${migration.name}) was changed after it was applied. Nothing was touched. Run the release that applied it, or restore its text.`,
      );
    for (const text of migration.statements(capabilities)) await shard.command(statement(text));
    await shard.command(
      sql`insert into continuo.migrations (number, name, checksum) values (${uint(migration.number)}, ${text(migration.name)}, ${text(checksum)})`,
    );
  }
}
