import { createHash } from 'node:crypto';
import { Problem } from '@continuo/core';
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** One step of the schema, in SQL that both engines speak. Never changed once it has been applied anywhere. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}

const checksumOf = ({ number, name, statements }: Migration): string =>
  createHash('sha256')
    .update(JSON.stringify([number, name, statements]))
    .digest('hex');

const changed = (message: string, number: number): Problem =>
  new Problem('migration.changed', message, { details: { number } });

function assertNumbered(migrations: readonly Migration[]): void {
  migrations.forEach(({ number, name }, i) => {
    if (number !== i + 1) throw changed(`Migration ${name} has number ${number} at place ${i + 1}.`, number);
  });
}

/** Applies one migration in one transaction, or checks it when it was applied before. True when applied now. */
function step(db: Db, migration: Migration): Promise<boolean> {
  const { number, name, statements } = migration;
  const checksum = checksumOf(migration);
  return db.transaction().execute(async (trx) => {
    const applied = await trx
      .selectFrom('migrations')
      .select(['name', 'checksum'])
      .where('number', '=', number)
      .executeTakeFirst();
    if (applied !== undefined) {
      if (applied.checksum === checksum) return false;
      throw changed(
        `Migration ${number} (${applied.name}) was applied with another text. Use the version that made this store.`,
        number,
      );
    }
    for (const statement of statements) await sql.raw(statement).execute(trx);
    await trx.insertInto('migrations').values({ number, name, checksum }).execute();
    return true;
  });
}

/**
 * Brings the schema forward, one transaction a migration; never back. Gives the numbers applied now, none when all were.
 * Two processes at once wait for one another. Throws `migration.changed` when an applied migration's text differs, when
 * numbers have gaps, and when the store was made by a newer version; what was applied before then stays.
 */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<readonly number[]> {
  assertNumbered(migrations);
  return db.connection().execute(async (connection) => {
    const { adapter } = connection.getExecutor();
    const lock = { lockTable: 'migrations', lockRowId: 'migrations' };
    // PostgreSQL: a session lock. SQLite: nothing; each step begins `immediate` and looks again.
    await adapter.acquireMigrationLock(connection, lock);
    try {
      await sql`create table if not exists migrations (
        number bigint not null primary key, name text not null, checksum text not null
      )`.execute(connection);
      const newest = await connection
        .selectFrom('migrations')
        .select(({ fn }) => fn.max('number').as('number'))
        .executeTakeFirst();
      if ((newest?.number ?? 0) > migrations.length) {
        throw changed(`The store was made by a newer version (migration ${newest?.number}).`, newest?.number ?? 0);
      }
      const appliedNow: number[] = [];
      for (const migration of migrations) if (await step(connection, migration)) appliedNow.push(migration.number);
      return appliedNow;
    } finally {
      await adapter.releaseMigrationLock(connection, lock);
    }
  });
}
