import { type Sql, sql } from '../sql.ts';

/** The default database of chDB is of engine Overlay, so there is one of our own, and every name is qualified. */
export const createDatabase: Sql = sql`create database if not exists continuo engine = Atomic`;
/** Engine-side limits when a caller names none, seconds. */
export const READ_SECONDS = 60;
export const WRITE_SECONDS = 3600;
/** Lists of ids count as query text where they travel in it; the engine's default is 256 KiB. */
export const MAX_QUERY_BYTES = 256 * 1024 * 1024;

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The head of a RowBinary insert. Names come from our own DDL, never from people; they are checked all the same because
 * an INSERT takes no Identifier parameters.
 * @param source where the rows come from, before FORMAT; nothing when they follow in the request body.
 */
export function insertStatement(table: string, columns: readonly string[], source = ''): string {
  for (const part of [...table.split('.'), ...columns]) {
    if (!PLAIN_NAME.test(part)) throw new TypeError(`${part} is not a plain name of a table or column`);
  }
  return `insert into ${table} (${columns.join(', ')}) ${source} format RowBinary`;
}
