/** Question  Which activity follows which, how often, by how many people, how fast?
 *  Counts    moves between neighbouring events of a run; runs; people (after identity merge)
 *  Time      event time, [from, to); times are elapsed ms between two neighbours
 *  Answers   exactly; percentiles interpolate (quantilesExactInclusive = pandas linear)
 *  Limits    a path through the drawing need not have been walked by anyone: see the routes */
import { filterGraph, type GraphEdge, type GraphNode, type PathGraph, type PathGraphInput } from '@continuo/core';
import { z } from 'zod';
import { activityName, channelName, codeIndex } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { codes, sql, uints } from '../sql.ts';
import { byName } from './by-name.ts';
import { distinctPeople } from './distinct-people.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number().int();
const visitRow = z.object({ c: count, runs: count, people: count, starts: count, ends: count });
const eventRow = z.object({ c: count, events: count, channel: count, unhappy: count, neutral: count, happy: count });
const moveRow = z.object({
  e: count,
  n: count,
  mean: z.number(),
  q: z.tuple([z.number(), z.number()]),
  min: count,
  max: count,
});
const walkerRow = z.object({ e: count, runs: count, people: count });

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

async function readNodes(asking: Asking): Promise<GraphNode[]> {
  const { warehouse, book, scope, options } = asking;
  const runs = scopedRuns(scope, asking);
  const [visits, events] = await Promise.all([
    warehouse.query(
      sql`select c, count() as runs, ${distinctPeople(asking)} as people,
  countIf(c = codes[1] and not cut_start) as starts, countIf(c = codes[-1] and not cut_end) as ends
from (${runs}) array join arrayDistinct(codes) as c group by c`,
      options,
    ),
    warehouse.query(
      sql`select c, sum(n) as events, argMax(ch, (n, -ch)) as channel,
  sum(n1) as unhappy, sum(n2) as neutral, sum(n3) as happy
from (
  select c, toInt16(w) as ch, count() as n, countIf(f = 1) as n1, countIf(f = 2) as n2, countIf(f = 3) as n3
  from (${runs}) array join codes as c, channels as w, felt as f group by c, ch)
group by c`,
      options,
    ),
  ]);
  const byCode = new Map(events.map((row) => eventRow.parse(row)).map((row) => [row.c, row]));
  return visits
    .map((row) => visitRow.parse(row))
    .map(({ c, ...visit }) => {
      const { channel, c: _, ...felt } = byCode.get(c) as z.output<typeof eventRow>;
      return { activity: activityName(book, c), ...visit, ...felt, channel: channelName(book, channel) };
    })
    .sort((a, b) => b.events - a.events || byName(a.activity, b.activity));
}

async function readEdges(asking: Asking): Promise<GraphEdge[]> {
  const { warehouse, book, scope, options } = asking;
  const runs = scopedRuns(scope, asking);
  const [moves, walkers] = await Promise.all([
    warehouse.query(
      sql`select e, count() as n, avg(gap) as mean, quantilesExactInclusive(0.5, 0.9)(gap) as q, min(gap) as min, max(gap) as max
from (${runs})
array join arrayMap((x, y) -> toUInt32(x) * 65536 + y, arrayPopBack(codes), arrayPopFront(codes)) as e, arrayPopFront(gaps) as gap
group by e`,
      options,
    ),
    // Exact distinct people an edge through arrayDistinct: 6 times cheaper than uniqExact over moves.
    warehouse.query(
      sql`select e, count() as runs, ${distinctPeople(asking)} as people
from (select person, arrayJoin(arrayDistinct(arrayMap((x, y) -> toUInt32(x) * 65536 + y, arrayPopBack(codes), arrayPopFront(codes)))) as e
  from (${runs}))
group by e`,
      options,
    ),
  ]);
  const byEdge = new Map(walkers.map((row) => walkerRow.parse(row)).map((row) => [row.e, row]));
  return moves
    .map((row) => moveRow.parse(row))
    .map(({ e, n, mean, q, min, max }) => {
      const walked = byEdge.get(e) as z.output<typeof walkerRow>;
      return {
        from: activityName(book, Math.floor(e / 65_536)),
        to: activityName(book, e % 65_536),
        count: n,
        runs: walked.runs,
        people: walked.people,
        meanMs: mean,
        medianMs: q[0],
        p90Ms: q[1],
        minMs: min,
        maxMs: max,
      };
    })
    .sort((a, b) => b.count - a.count || byName(a.from, b.from) || byName(a.to, b.to));
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
