import type { GraphEdge, GraphNode, PathGraph } from './path-graph.ts';
import { type Arc, widestPaths } from './widest-paths.ts';

/** Where the two sliders stand; null: that slider does not filter. */
export interface GraphSliders {
  /** Share of activities to keep, (0, 1], the most frequent first. At least one is kept. */
  readonly activityShare: number | null;
  /** Share of the edges that are not needed for reachability to keep, [0, 1]. */
  readonly pathShare: number | null;
}

/** What a filtered view holds. */
export interface GraphView {
  /** By events, most first; equal counts by name. */
  readonly activities: readonly string[];
  /** By count, most first; equal counts by names. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byEvents = (a: GraphNode, b: GraphNode): number => b.events - a.events || byName(a.activity, b.activity);

const byCount = (a: GraphEdge, b: GraphEdge): number =>
  b.count - a.count || b.runs - a.runs || byName(a.from, b.from) || byName(a.to, b.to);

/** How many of `total` a share keeps: rounded up, so that a share above 0 keeps something; 1e-9 forgives 0.1 + 0.2. */
function kept(share: number | null, total: number): number {
  if (share === null) return total;
  return Math.min(total, Math.max(0, Math.ceil(share * total - 1e-9)));
}

/** Steps `wanted` back along a tree of widest paths and reports every node and every arc on the way. */
function walkTree(
  tree: readonly number[],
  wanted: Iterable<number>,
  visit: (node: number, via: number | null) => void,
): void {
  const seen = new Set<number>();
  for (const start of wanted) {
    for (let node = start; !seen.has(node); ) {
      const via = tree[node] as number;
      if (via === -2) break;
      seen.add(node);
      visit(node, via < 0 ? null : via);
      if (via < 0) break;
      node = via;
    }
  }
}

/**
 * The part of a path graph that two sliders leave: the most frequent activities, for each of them the
 * maximum-bottleneck path from a start and to an end, then the other edges by falling count.
 * Every kept activity can be reached from a start, and reaches an end, inside the view whenever it does so in the
 * whole graph. Paths run among the kept activities where they can; else the activities in between are kept too.
 * The view says nothing about single runs: a path through it need not have happened. Empty graph: empty view.
 * Method: widest paths by Dijkstra with capacities, so that a thin view keeps the thick ways.
 */
export function filterGraph(graph: PathGraph, sliders: GraphSliders): GraphView {
  const nodes = [...graph.nodes].sort(byEvents);
  const edges = [...graph.edges].sort(byCount);
  if (nodes.length === 0) return { activities: [], edges: [] };
  const number = new Map(nodes.map((node, index) => [node.activity, index]));
  const keep = new Set<number>();
  const top = Math.max(1, kept(sliders.activityShare, nodes.length));
  for (let index = 0; index < top; index++) keep.add(index);

  const arcs: Arc[] = [];
  const arcEdge = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const from = number.get(edge.from);
    const to = number.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    arcs.push({ from, to, capacity: edge.count });
    arcEdge.set(`${from} ${to}`, edge);
  }
  const chosen = new Set<GraphEdge>();
  const connect = (backwards: boolean): void => {
    const sources = nodes.map((node) => (backwards ? node.ends : node.starts));
    const facing = backwards ? arcs.map((a) => ({ from: a.to, to: a.from, capacity: a.capacity })) : arcs;
    const take = (node: number, via: number | null): void => {
      keep.add(node);
      if (via === null) return;
      const edge = arcEdge.get(backwards ? `${node} ${via}` : `${via} ${node}`);
      if (edge) chosen.add(edge);
    };
    const inside = facing.filter((arc) => keep.has(arc.from) && keep.has(arc.to));
    const insideSources = sources.map((capacity, node) => (keep.has(node) ? capacity : 0));
    const tree = widestPaths(nodes.length, inside, insideSources);
    const cutOff = [...keep].filter((node) => tree[node] === -2);
    walkTree(tree, [...keep], take);
    if (cutOff.length > 0) walkTree(widestPaths(nodes.length, facing, sources), cutOff, take);
  };
  // Activities taken in by the second direction need the first one as well; each turn adds at least one or stops.
  for (let before = -1; before !== keep.size; ) {
    before = keep.size;
    connect(false);
    connect(true);
  }

  const rest = edges.filter((edge) => {
    const from = number.get(edge.from);
    const to = number.get(edge.to);
    return from !== undefined && to !== undefined && keep.has(from) && keep.has(to) && !chosen.has(edge);
  });
  for (const edge of rest.slice(0, kept(sliders.pathShare, rest.length))) chosen.add(edge);
  return {
    activities: nodes.filter((_, index) => keep.has(index)).map((node) => node.activity),
    edges: edges.filter((edge) => chosen.has(edge)).map(({ from, to }) => ({ from, to })),
  };
}
