/** An edge between node numbers; self loops left out. */
export interface WeightedEdge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * A place for each node in one line such that little weight runs backwards: greedy feedback arc removal after
 * Eades, Lin and Smyth (1993), by weight. Sinks go to the end, sources to the front, else the node with the largest
 * share of outflow to the front; equal ones by number. O(N² + E).
 */
export function lineUp(size: number, edges: readonly WeightedEdge[]): Int32Array {
  const inflow = new Float64Array(size);
  const outflow = new Float64Array(size);
  const after: WeightedEdge[][] = Array.from({ length: size }, () => []);
  const before: WeightedEdge[][] = Array.from({ length: size }, () => []);
  for (const edge of edges) {
    inflow[edge.to] = (inflow[edge.to] as number) + edge.weight;
    outflow[edge.from] = (outflow[edge.from] as number) + edge.weight;
    (after[edge.from] as WeightedEdge[]).push(edge);
    (before[edge.to] as WeightedEdge[]).push(edge);
  }
  const left = new Set(Array.from({ length: size }, (_, node) => node));
  const front: number[] = [];
  const back: number[] = [];
  const take = (node: number, side: number[]): void => {
    left.delete(node);
    side.push(node);
    for (const edge of after[node] as WeightedEdge[]) inflow[edge.to] = (inflow[edge.to] as number) - edge.weight;
    for (const edge of before[node] as WeightedEdge[])
      outflow[edge.from] = (outflow[edge.from] as number) - edge.weight;
  };
  while (left.size > 0) {
    let took = false;
    for (const node of [...left]) {
      // Sums of removed weights may leave a crumb of floating point behind.
      if ((outflow[node] as number) < 1e-9) take(node, back);
      else if ((inflow[node] as number) < 1e-9) take(node, front);
      else continue;
      took = true;
    }
    if (took) continue;
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const node of left) {
      const share =
        ((outflow[node] as number) - (inflow[node] as number)) / ((outflow[node] as number) + (inflow[node] as number));
      if (share > most) {
        most = share;
        best = node;
      }
    }
    take(best, front);
  }
  const place = new Int32Array(size);
  [...front, ...back.reverse()].forEach((node, at) => {
    place[node] = at;
  });
  return place;
}
