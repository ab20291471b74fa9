/** Question  Which activity follows which, how often, by how many people, how fast?
 *  Counts    moves between neighbouring events of a run; runs; people (after identity merge)
 *  Time      event time, [from, to); times are elapsed ms between two neighbours
 *  Answers   exactly; percentiles interpolate (quantilesExactInclusive = pandas linear)
 *  Limits    a path through the drawing need not have been walked by anyone: see the routes */
import { filterGraph, type GraphEdge, type GraphNode, type PathGraph, type PathGraphInput } from '@continuo/core';
import { z } from 'zod';
import { activityName, channelName, codeIndex } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { codes, type Sql, sql, uints } from '../sql.ts';
import { byName } from './by-name.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number().int();
const nodeRow = z.object({
  c: count,
  runs: count,
  starts: count,
  ends: count,
  events: count,
  channel: count,
  unhappy: count,
  neutral: count,
  happy: count,
});
const moveRow = z.object({
  e: count,
  n: count,
  runs: count,
  mean: z.number(),
  q: z.tuple([z.number(), z.number()]),
  min: count,
  max: count,
});
const peopleRow = z.object({ what: count, people: count });

export const pathGraph: Question<PathGraphInput, PathGraph> = {
  exactness: 'exact',
  limits: ['A path through the drawing need not have been walked by anyone; the routes show what was.'],
  async ask({ activityShare, pathShare }, asking) {
    const [nodes, edges] = await Promise.all([readNodes(asking), readEdges(asking)]);
    const graph = { nodes, edges, view: null };
    if (activityShare === null && pathShare === null) return graph;
    const view = filterGraph(graph, { activityShare: activityShare ?? 1, pathShare: pathShare ?? 1 });
    return { ...graph, view: { ...view, ...(await countExplained(view, asking)) } };
  },
};

// One pass over the events of all runs gives everything but people: the first of equals in a run counts the run.
async function readNodes(asking: Asking): Promise<GraphNode[]> {
  const { warehouse, book, scope, options } = asking;
  const runs = scopedRuns(scope, asking);
  const [rows, peopleOf] = await Promise.all([
    warehouse.query(
      sql`select c, sum(n) as events, argMax(ch, (n, -ch)) as channel, sum(first) as runs, sum(starts) as starts, sum(ends) as ends,
  sum(n1) as unhappy, sum(n2) as neutral, sum(n3) as happy
from (
  select c, toInt16(w) as ch, count() as n, countIf(nth = 1) as first, countIf(f = 1) as n1, countIf(f = 2) as n2, countIf(f = 3) as n3,
    countIf(at = 1 and not cut_start) as starts, countIf(at = size and not cut_end) as ends
  from (select codes, channels, felt, cut_start, cut_end, length(codes) as size, arrayEnumerateUniq(codes) as nths from (${runs}))
  array join codes as c, channels as w, felt as f, nths as nth, arrayEnumerate(codes) as at group by c, ch)
group by c`,
      options,
    ),
    readPeople(sql`codes`, asking),
  ]);
  return rows
    .map((row) => nodeRow.parse(row))
    .map(({ c, channel, ...node }) => ({
      activity: activityName(book, c),
      ...node,
      people: peopleOf?.get(c) ?? node.runs,
      channel: channelName(book, channel),
    }))
    .sort((a, b) => b.events - a.events || byName(a.activity, b.activity));
}

/** The moves of a run: `from × 65,536 + to`. */
const MOVES = sql`arrayMap((x, y) -> bitOr(bitShiftLeft(toUInt32(x), 16), toUInt32(y)), arrayPopBack(codes), arrayPopFront(codes))`;

async function readEdges(asking: Asking): Promise<GraphEdge[]> {
  const { warehouse, book, scope, options } = asking;
  const runs = scopedRuns(scope, asking);
  const [rows, peopleOf] = await Promise.all([
    warehouse.query(
      sql`select e, count() as n, countIf(nth = 1) as runs, avg(gap) as mean, quantilesExactInclusive(0.5, 0.9)(gap) as q, min(gap) as min, max(gap) as max
from (select ${MOVES} as moves, arrayEnumerateUniq(moves) as nths, arrayPopFront(gaps) as between from (${runs}))
array join moves as e, nths as nth, between as gap
group by e`,
      options,
    ),
    readPeople(MOVES, asking),
  ]);
  return rows
    .map((row) => moveRow.parse(row))
    .map(({ e, n, runs: walked, mean, q, min, max }) => ({
      from: activityName(book, Math.floor(e / 65_536)),
      to: activityName(book, e % 65_536),
      count: n,
      runs: walked,
      people: peopleOf?.get(e) ?? walked,
      meanMs: mean,
      medianMs: q[0],
      p90Ms: q[1],
      minMs: min,
      maxMs: max,
    }))
    .sort((a, b) => b.count - a.count || byName(a.from, b.from) || byName(a.to, b.to));
}

/** Exact people of each code in a list of the run; null by person, where the runs are the people. */
async function readPeople(list: Sql, asking: Asking): Promise<ReadonlyMap<number, number> | null> {
  if (asking.scope.unit === 'person') return null;
  // Each once a run: 6 times cheaper than a distinct count over all.
  const rows = await asking.warehouse.query(
    sql`select what, uniqExact(person) as people
from (select person, arrayJoin(arrayDistinct(${list})) as what from (${scopedRuns(asking.scope, asking)})) group by what`,
    asking.options,
  );
  return new Map(rows.map((row) => peopleRow.parse(row)).map(({ what, people }) => [what, people]));
}

async function countExplained(
  view: {
    readonly activities: readonly string[];
    readonly edges: readonly { readonly from: string; readonly to: string }[];
  },
  asking: Asking,
): Promise<{ explainedRuns: number; runs: number }> {
  const index = codeIndex(asking.book);
  const code = (activity: string): number => index.get(activity) ?? 65_535;
  const shown = view.edges.map(({ from, to }) => code(from) * 65_536 + code(to));
  const [row] = await asking.warehouse.query(
    sql`select count() as runs, countIf(hasAll(${codes(view.activities.map(code))}, codes)
  and hasAll(${uints(shown)}, arrayMap((x, y) -> toUInt64(x) * 65536 + y, arrayPopBack(codes), arrayPopFront(codes)))) as explained
from (${scopedRuns(asking.scope, asking)})`,
    asking.options,
  );
  return { explainedRuns: Number(row?.explained ?? 0), runs: Number(row?.runs ?? 0) };
}
