import {
  DAY_MS,
  FLOW,
  FLOW_ANCHOR,
  FUNNEL_STEPS,
  FUNNEL_WINDOW_MS,
  LAP_GAP_MS,
  SESSION_GAP_MS,
  VARIANTS_LISTED,
  type Workload,
} from './workload.ts';

/** Where two engines write the same thing differently. */
export interface Dialect {
  /** Events, each message once inside its identity, the first arrival: `identity, time_ms, ord, message, name`. */
  events(where: string): string;
  /** 0.5 and 0.9 interpolated as pandas' linear, as one list. */
  quantiles(value: string): string;
  /** The row before or after in the window `w`; what comes out where there is none is `none`. */
  lag(column: string): string;
  lead(column: string): string;
  /** Whether a lagged or led name is there. */
  isThere(name: string): string;
  /** One row an identity: `path`, its names in order, `span`, ms. */
  paths(): string;
  /** Exact count of different values. */
  distinct(column: string): string;
}

const ORDER = 'partition by identity order by time_ms, ord, message';
const quoted = (value: string): string => `'${value}'`;

/** The workloads over an events table, with window functions: one row per result group, reduced by `factsOfRows`. */
export function windowSql(d: Dialect): Readonly<Record<Workload, string>> {
  return {
    'path-graph': `select a, b, count(*) as n, ${d.distinct('identity')} as people, avg(gap) as mean, ${d.quantiles('gap')} as q, max(gap) as longest
from (select identity, name as b, ${d.lag('name')} as a, time_ms - ${d.lag('time_ms')} as gap
  from (${d.events('1 = 1')}) as e window w as (${ORDER})) as m
where ${d.isThere('a')} group by a, b`,
    variants: variantsSql(`select path, span from (${d.paths()}) as p`, d),
    funnel: funnelSql(d),
    flow: `select layer, name, ${d.isThere('next')} as goes_on, next, count(*) as n, ${d.distinct('identity')} as people
from (select identity, name, next, place - place_of_anchor as layer
  from (select identity, name, next, place, min(case when name = ${quoted(FLOW_ANCHOR)} then place else 1000000000 end) over (partition by identity) as place_of_anchor
    from (select identity, name, ${d.lead('name')} as next, row_number() over w as place
      from (${d.events('1 = 1')}) as e window w as (${ORDER})) as m) as k
  where place_of_anchor < 1000000000 and place - place_of_anchor between -${FLOW.before} and ${FLOW.after}) as l
group by layer, name, next`,
    retention: retentionSql(d),
    sessions: `select ${d.distinct('identity')} as people, sum(case when first = 1 or gap > ${SESSION_GAP_MS} then 1 else 0 end) as sessions, count(*) as events
from (select identity, row_number() over w as first, time_ms - ${d.lag('time_ms')} as gap
  from (${d.events('1 = 1')}) as e window w as (${ORDER})) as m`,
  };
}

/** From `path, span` rows: how many routes, how many once and twice, and the most frequent with their durations. */
export function variantsSql(paths: string, d: Pick<Dialect, 'quantiles'>): string {
  return `select n, q, total, once, twice
from (select n, q, count(*) over () as total, sum(case when n = 1 then 1 else 0 end) over () as once,
  sum(case when n = 2 then 1 else 0 end) over () as twice
  from (select path, count(*) as n, ${d.quantiles('span')} as q from (${paths}) as p group by path) as r) as s
order by n desc limit ${VARIANTS_LISTED}`;
}

/** Level k holds the latest entry from which an event reaches step k in time: the same people as the product's own. */
function funnelSql(d: Dialect): string {
  const steps = FUNNEL_STEPS.map((name, k) => `when name = ${quoted(name)} then ${k + 1}`).join(' ');
  const events = d.events(`name in (${FUNNEL_STEPS.map(quoted).join(', ')})`);
  return funnelOver(`select identity, time_ms, ord, message, case ${steps} end as k from (${events}) as e`, ORDER);
}

/** The funnel over rows `identity, time_ms, k` (k: which step) in the order of the window. */
export function funnelOver(stepRows: string, order: string): string {
  let rows = `select *, case when k = 1 then time_ms else 0 end as s1 from (${stepRows}) as e`;
  for (let k = 2; k <= FUNNEL_STEPS.length; k += 1) {
    const before = `max(s${k - 1}) over (${order} rows between unbounded preceding and 1 preceding)`;
    rows = `select *, case when k = ${k} and p${k} > 0 and time_ms - p${k} <= ${FUNNEL_WINDOW_MS} then p${k} else 0 end as s${k}
from (select *, ${before} as p${k} from (${rows}) as l${k - 1}) as q${k}`;
  }
  const steps = FUNNEL_STEPS.map((_, k) => k + 1);
  const reached = steps.map((k) => `max(case when s${k} > 0 then 1 else 0 end) as r${k}`).join(', ');
  return `select ${steps.map((k) => `sum(r${k}) as "step ${k}"`).join(', ')} from (select identity, ${reached} from (${rows}) as f group by identity) as g`;
}

export const weekOf = (time: string, divide: (a: string, b: number) => string): string =>
  divide(`${divide(time, DAY_MS)} + 3`, 7);

function retentionSql(d: Dialect): string {
  return retentionOver(
    `select identity, time_ms, name, ${d.lag('time_ms')} as before, row_number() over w as place from (${d.events('1 = 1')}) as e window w as (${ORDER})`,
    d,
  );
}

/** From rows `identity, time_ms, name, before, place`: cohort cells by week, laps, where people come back, silences. */
export function retentionOver(rows: string, d: Pick<Dialect, 'quantiles' | 'distinct'>): string {
  const week = 'floor((floor(time_ms / 86400000) + 3) / 7)';
  return `with m as ${MATERIALIZED}(${rows}),
  weeks as (select identity, ${week} as week from m group by identity, ${week}),
  cells as (select min(week) over (partition by identity) as cohort, week from weeks),
  table_of_cells as (select cohort, week, count(*) as n from cells group by cohort, week),
  returns as (select identity, name, time_ms - before as silence from m where place > 1 and time_ms - before > ${LAP_GAP_MS}),
  reentry as (select name, count(*) as n, ${d.distinct('identity')} as people from returns group by name)
select (select sum(case when cohort = week then n else 0 end) from table_of_cells) as people, (select sum(n) from table_of_cells) as cells,
  (select ${d.distinct('identity')} from returns) as came_back, (select sum(n) from reentry) as re_entered,
  (select ${d.quantiles('silence')} from returns) as q`;
}

/** Both engines inline a WITH used twice; DuckDB decides itself whether to keep it. */
const MATERIALIZED = '';
