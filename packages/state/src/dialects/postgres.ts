import { type Dialect, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { stateProblem } from './failure.ts';
import { narrowed, toBound } from './parameter.ts';

const { builtins, getTypeParser } = pg.types;

/** Whole numbers as numbers when exact, else bigint: as on SQLite. Sums of bigint arrive as numeric. */
const wholeNumber = (text: string): number | bigint | string => (/^-?\d+$/.test(text) ? narrowed(BigInt(text)) : text);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === builtins.INT8 || oid === builtins.NUMERIC) return wholeNumber;
    return getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A client that takes and refuses the same values as SQLite does, and fails with the same problems. */
function guarded(client: pg.PoolClient): PostgresPoolClient {
  async function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const values = parameters.map(toBound);
    try {
      return (await client.query(text, values)) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      throw stateProblem(error);
    }
  }
  return { query: query as PostgresPoolClient['query'], release: () => client.release() };
}

/**
 * Kysely on a pool of at most 10 connections to a PostgreSQL URL. Connects with the first query; waits 10 s at most for
 * a connection. Throws `state.failed`, `details.reason` saying why.
 */
export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, types });
  // An idle connection that breaks must not end the process: the next query connects anew or says why it cannot.
  pool.on('error', () => {});
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const connect = async (): Promise<PostgresPoolClient> => {
    try {
      const client = await pool.connect();
      const known = clients.get(client) ?? guarded(client);
      clients.set(client, known);
      return known;
    } catch (error) {
      throw stateProblem(error);
    }
  };
  return new PostgresDialect({ pool: { connect, end: () => pool.end() } });
}
