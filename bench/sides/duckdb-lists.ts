// Side (c): DuckDB over lists it has stored, one row an identity.
import type { DuckDBConnection } from '@duckdb/node-api';
import { ACTIVITIES } from '../world/names.ts';
import { openDuckdb, rowsOf } from './duckdb-open.ts';
import { factsOfRows } from './row-facts.ts';
import { serveTasks } from './serve-tasks.ts';
import { funnelOver, retentionOver, variantsSql } from './window-sql.ts';
import { FLOW, FLOW_ANCHOR, FUNNEL_STEPS, SESSION_GAP_MS, type Workload } from './workload.ts';

const codeOf = (name: string): number => ACTIVITIES.indexOf(name) + 1;
const quantiles = (value: string): string => `quantile_cont(${value}, [0.5, 0.9])`;
const distinct = (column: string): string => `count(distinct ${column})`;

const EDGES = `list_transform(list_zip(codes[:len(codes) - 1], codes[2:]), x -> x[1]::uinteger * 65536 + x[2])`;
const steps = FUNNEL_STEPS.map((name, k) => `when ${codeOf(name)} then ${k + 1}`).join(' ');
const EVENTS =
  'select identity, unnest(codes) as code, unnest(times) as time_ms, unnest(gaps) as gap, unnest(range(1, len(codes) + 1)) as place from lists';

const STATEMENTS: Readonly<Record<Workload, string>> = {
  'path-graph': `select n, people, mean, q, longest
from (select e, count(*) as n, avg(gap) as mean, ${quantiles('gap')} as q, max(gap) as longest
    from (select unnest(${EDGES}) as e, unnest(gaps[2:]) as gap from lists) group by e)
  join (select e, count(*) as people from (select unnest(list_distinct(${EDGES})) as e from lists) group by e) using (e)`,
  variants: variantsSql('select codes as path, times[len(times)] - times[1] as span from lists', { quantiles }),
  funnel: funnelOver(
    `select identity, time_ms, place, case code ${steps} end as k from (${EVENTS}) where code in (${FUNNEL_STEPS.map(codeOf).join(', ')})`,
    'partition by identity order by place',
  ),
  flow: `select layer, name, next is not null as goes_on, next, count(*) as n, count(distinct identity) as people
from (select identity, unnest(list_slice(codes, lo, hi)) as name, unnest(list_slice(codes, lo + 1, hi + 1)) as next, unnest(generate_series(lo - place, hi - place)) as layer
  from (select identity, codes, place, greatest(place - ${FLOW.before}, 1) as lo, least(place + ${FLOW.after}, len(codes)) as hi
    from (select identity, codes, list_position(codes, ${codeOf(FLOW_ANCHOR)}) as place from lists) where place > 0))
group by layer, name, next`,
  retention: retentionOver(`select identity, code as name, time_ms, time_ms - gap as before, place from (${EVENTS})`, {
    quantiles,
    distinct,
  }),
  sessions: `select count(*) as people, sum(1 + len(list_filter(gaps, gap -> gap > ${SESSION_GAP_MS}))) as sessions, sum(len(codes)) as events from lists`,
};

let connection: DuckDBConnection;

serveTasks({
  open: async ({ path }: { path: string }) => {
    connection = await openDuckdb(path, 'read_only');
  },
  ask: async ({ workload }: { workload: Workload }) =>
    factsOfRows[workload](await rowsOf(connection, STATEMENTS[workload])),
  close: async () => connection.closeSync(),
});
