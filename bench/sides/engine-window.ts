// Side (d): plain window functions over the events table, on the same engine as the product.
import { openWarehouse, type Sql, type Warehouse } from '@continuo/warehouse';
import { SOURCE, WORKSPACE } from '../world/names.ts';
import { factsOfRows } from './row-facts.ts';
import { serveTasks } from './serve-tasks.ts';
import { type Dialect, windowSql } from './window-sql.ts';
import type { Workload } from './workload.ts';

const EVENTS = `select * from continuo.events where workspace = ${WORKSPACE} and source = ${SOURCE}`;

const clickhouse: Dialect = {
  events: (where) =>
    `select identity, toUnixTimestamp64Milli(time) as time_ms, ord, message, name from (${EVENTS} and ${where}) order by received, seq limit 1 by identity, message`,
  quantiles: (value) => `quantilesExactInclusive(0.5, 0.9)(${value})`,
  lag: (column) => `lagInFrame(${column}) over w`,
  // Without a frame that reaches behind the current row leadInFrame sees nothing.
  lead: (column) =>
    `leadInFrame(${column}) over (partition by identity order by time_ms, ord, message rows between unbounded preceding and unbounded following)`,
  isThere: (name) => `${name} != ''`,
  paths: () =>
    `select arrayMap(x -> x.4, arraySort(groupArray((time_ms, ord, message, name)))) as path, max(time_ms) - min(time_ms) as span from (${clickhouse.events('1 = 1')}) group by identity`,
  distinct: (column) => `uniqExact(${column})`,
};

const STATEMENTS = windowSql(clickhouse);
let warehouse: Warehouse;

serveTasks({
  open: async ({ folder }: { folder: string }) => {
    warehouse = await openWarehouse(`chdb:${folder}`);
  },
  ask: async ({ workload }: { workload: Workload }) => {
    const statement: Sql = { kind: 'sql', strings: [STATEMENTS[workload]], values: [] };
    return factsOfRows[workload](await warehouse.query(statement, { maxSeconds: 1800 }));
  },
  close: async () => warehouse.close(),
});
