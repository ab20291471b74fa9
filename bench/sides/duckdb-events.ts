// Side (b): DuckDB from its own events table, with window functions; it also makes the tables of side (c).
import type { DuckDBConnection } from '@duckdb/node-api';
import { openDuckdb, rowsOf } from './duckdb-open.ts';
import { CREATE_LISTS, createEvents, firstArrivals, insertLists, RANGES, rangeOf } from './duckdb-tables.ts';
import { latencies } from './latencies.ts';
import { factsOfRows } from './row-facts.ts';
import { serveTasks } from './serve-tasks.ts';
import { type Dialect, windowSql } from './window-sql.ts';
import type { Workload } from './workload.ts';

const duckdb: Dialect = {
  events: (where) => firstArrivals('identity, time_ms, ord, message, name', where),
  quantiles: (value) => `quantile_cont(${value}, [0.5, 0.9])`,
  lag: (column) => `lag(${column}) over w`,
  lead: (column) => `lead(${column}) over w`,
  isThere: (name) => `${name} is not null`,
  paths: () =>
    `select list(name order by time_ms, ord, message) as path, max(time_ms) - min(time_ms) as span from (${duckdb.events('1 = 1')}) group by identity`,
  distinct: (column) => `count(distinct ${column})`,
};

const STATEMENTS = windowSql(duckdb);
let connection: DuckDBConnection;

serveTasks({
  open: async ({ path, mode }: { path: string; mode: 'read_only' | 'read_write' }) => {
    connection = await openDuckdb(path, mode);
    return (await rowsOf(connection, 'select version() as version'))[0]?.version;
  },
  load: async ({ parquet }: { parquet: string }) => {
    for (const statement of createEvents(parquet)) await connection.run(statement);
  },
  build: async () => {
    await connection.run(CREATE_LISTS);
    for (let i = 0; i < RANGES; i += 1) await connection.run(insertLists(rangeOf(i)));
    await connection.run('checkpoint');
  },
  maintain: async ({ touched }: { touched: readonly string[] }) => {
    await connection.run(`create temp table touched as select unnest([${touched.join(', ')}]::ubigint[]) as identity`);
    await connection.run('begin');
    await connection.run('delete from lists where identity in (select identity from touched)');
    await connection.run(insertLists('identity in (select identity from touched)'));
    await connection.run('commit');
    await connection.run('checkpoint');
  },
  ask: async ({ workload }: { workload: Workload }) =>
    factsOfRows[workload](await rowsOf(connection, STATEMENTS[workload])),
  timeline: async ({ people }: { people: readonly string[] }) => {
    const prepared = await connection.prepare(
      `select time_ms, name, channel, score, scale, text, props, source from (${firstArrivals('*', 'identity = $1')}) order by time_ms, ord, message`,
    );
    return latencies(people, async (person) => {
      prepared.bindUBigInt(1, BigInt(person));
      return (await prepared.runAndReadAll()).currentRowCount;
    });
  },
  close: async () => connection.closeSync(),
});
