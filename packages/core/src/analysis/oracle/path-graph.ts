import { meanOf, quantileOf } from '../../stats/quantile.ts';
import { filterGraph } from '../filter-graph.ts';
import type { GraphEdge, GraphNode, PathGraph, PathGraphInput } from '../path-graph.ts';
import type { Run } from '../run.ts';
import { byName, tally } from './tally.ts';

const movesOf = (run: Run): string[] => run.activities.slice(1).map((to, i) => JSON.stringify([run.activities[i], to]));

/** Channel with the most events; of equally frequent ones the first in `channelOrder`. */
function mainChannel(channels: readonly string[], channelOrder: readonly string[]): string {
  return [...tally(channels)].sort(
    ([a, n], [b, m]) => m - n || channelOrder.indexOf(a) - channelOrder.indexOf(b),
  )[0]?.[0] as string;
}

function nodesOf(runs: readonly Run[], channelOrder: readonly string[]): GraphNode[] {
  const activities = [...new Set(runs.flatMap((run) => run.activities))];
  return activities
    .map((activity) => {
      const passing = runs.filter((run) => run.activities.includes(activity));
      const moments = passing.flatMap((run) =>
        run.activities.flatMap((name, i) =>
          name === activity ? [{ channel: run.channels[i] as string, felt: run.felt[i] }] : [],
        ),
      );
      const feeling = (felt: string): number => moments.filter((moment) => moment.felt === felt).length;
      return {
        activity,
        events: moments.length,
        runs: passing.length,
        people: new Set(passing.map(({ person }) => person)).size,
        starts: passing.filter((run) => run.activities[0] === activity && !run.cutStart).length,
        ends: passing.filter((run) => run.activities.at(-1) === activity && !run.cutEnd).length,
        channel: mainChannel(
          moments.map(({ channel }) => channel),
          channelOrder,
        ),
        unhappy: feeling('unhappy'),
        neutral: feeling('neutral'),
        happy: feeling('happy'),
      };
    })
    .sort((a, b) => b.events - a.events || byName(a.activity, b.activity));
}

function edgesOf(runs: readonly Run[]): GraphEdge[] {
  const edges = [...new Set(runs.flatMap(movesOf))];
  return edges
    .map((edge) => {
      const [from, to] = JSON.parse(edge) as [string, string];
      const walking = runs.filter((run) => movesOf(run).includes(edge));
      const gaps = walking
        .flatMap((run) => movesOf(run).flatMap((move, i) => (move === edge ? [run.gapsMs[i + 1] as number] : [])))
        .sort((a, b) => a - b);
      return {
        from,
        to,
        count: gaps.length,
        runs: walking.length,
        people: new Set(walking.map(({ person }) => person)).size,
        meanMs: meanOf(gaps),
        medianMs: quantileOf(gaps, 0.5),
        p90Ms: quantileOf(gaps, 0.9),
        minMs: gaps[0] as number,
        maxMs: gaps.at(-1) as number,
      };
    })
    .sort((a, b) => b.count - a.count || byName(a.from, b.from) || byName(a.to, b.to));
}

/** @param channelOrder decides between equally frequent channels: that of the code book. */
export function pathGraphOf(
  runs: readonly Run[],
  { activityShare, pathShare }: PathGraphInput,
  channelOrder: readonly string[],
): PathGraph {
  const graph = { nodes: nodesOf(runs, channelOrder), edges: edgesOf(runs), view: null };
  if (activityShare === null && pathShare === null) return graph;
  const view = filterGraph(graph, { activityShare: activityShare ?? 1, pathShare: pathShare ?? 1 });
  const shown = new Set(view.edges.map(({ from, to }) => JSON.stringify([from, to])));
  const explained = runs.filter(
    (run) =>
      run.activities.every((name) => view.activities.includes(name)) && movesOf(run).every((move) => shown.has(move)),
  );
  return { ...graph, view: { ...view, explainedRuns: explained.length, runs: runs.length } };
}
