import type { WeightedEdge } from './sequence.ts';

/** An edge sets the rank of its target when it carries at least this share of the strongest inflow: rare skips do not stretch the graph. */
const STRONG = 0.25;

/** Two steps that follow one another this evenly (the rarer way against the other) stand side by side. */
const MUTUAL = 0.4;
/** A rank this rare against the one before joins it, so that a side step does not cost a column. */
const RARE = 0.1;

/** More ranks than this are too many columns to read: about 1.6 times as long as wide, never under 10. */
export function rankLimit(size: number): number {
  return Math.max(10, Math.ceil(1.6 * Math.sqrt(size)));
}

/**
 * Rank of each node: one more than the highest of its strong predecessors inside its stage; stages follow one another.
 * Steps that lead to one another about equally share a rank; a rank of rare steps joins the one before.
 * Thin ranks are then merged until there are no more than `limit` (stages are never merged).
 * `stages[n]` is the number of the stage of node n; all 0 without stages.
 */
export function rankNodes(
  place: Int32Array,
  edges: readonly WeightedEdge[],
  stages: readonly number[],
  events: readonly number[],
  limit: number,
): Int32Array {
  const size = place.length;
  const before: WeightedEdge[][] = Array.from({ length: size }, () => []);
  const weights = new Map(edges.map((edge) => [edge.from * size + edge.to, edge.weight]));
  for (const edge of edges) {
    if ((weights.get(edge.to * size + edge.from) ?? 0) >= MUTUAL * edge.weight) continue;
    if (stages[edge.from] !== stages[edge.to] || (place[edge.from] as number) >= (place[edge.to] as number)) continue;
    (before[edge.to] as WeightedEdge[]).push(edge);
  }
  const rank = new Int32Array(size);
  const inOrder = Array.from({ length: size }, (_, node) => node).sort(
    (a, b) => (place[a] as number) - (place[b] as number),
  );
  for (const node of inOrder) {
    const inflow = before[node] as WeightedEdge[];
    const strongest = inflow.reduce((most, edge) => Math.max(most, edge.weight), 0);
    for (const edge of inflow) {
      if (edge.weight < STRONG * strongest) continue;
      rank[node] = Math.max(rank[node] as number, (rank[edge.from] as number) + 1);
    }
  }
  const groups = groupsOf(inOrder, rank, stages);
  joinRare(groups, stages, events);
  mergeThin(groups, stages, limit);
  groups.forEach((group, at) => {
    for (const node of group) rank[node] = at;
  });
  return rank;
}

/** Nodes by (stage, rank), without empty groups. */
function groupsOf(inOrder: readonly number[], rank: Int32Array, stages: readonly number[]): number[][] {
  const found = new Map<string, number[]>();
  const sorted = [...inOrder].sort(
    (a, b) => (stages[a] as number) - (stages[b] as number) || (rank[a] as number) - (rank[b] as number),
  );
  for (const node of sorted) {
    const key = `${stages[node]} ${rank[node]}`;
    const group = found.get(key);
    if (group) group.push(node);
    else found.set(key, [node]);
  }
  return [...found.values()];
}

/** Lets a rank of rare steps join the rank before it; at most one joins each. */
function joinRare(groups: number[][], stages: readonly number[], events: readonly number[]): void {
  const most = (group: readonly number[]): number =>
    group.reduce((max, node) => Math.max(max, events[node] as number), 0);
  for (let at = 1; at < groups.length; at++) {
    const one = groups[at - 1] as number[];
    const two = groups[at] as number[];
    if (stages[one[0] as number] !== stages[two[0] as number] || most(two) >= RARE * most(one)) continue;
    one.push(...two);
    groups.splice(at, 1);
  }
}

/** Joins the two neighbouring groups that are smallest together, again and again; the first of equal pairs. */
function mergeThin(groups: number[][], stages: readonly number[], limit: number): void {
  while (groups.length > limit) {
    let best = -1;
    let smallest = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 1 < groups.length; at++) {
      const one = groups[at] as number[];
      const two = groups[at + 1] as number[];
      if (stages[one[0] as number] !== stages[two[0] as number]) continue;
      if (one.length + two.length >= smallest) continue;
      smallest = one.length + two.length;
      best = at;
    }
    if (best < 0) return;
    (groups[best] as number[]).push(...(groups[best + 1] as number[]));
    groups.splice(best + 1, 1);
  }
}
