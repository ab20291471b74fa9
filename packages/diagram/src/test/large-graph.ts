import type { GraphEdge, GraphNode, PathGraph } from '@continuo/core';

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A log-like graph: a few dozen depths, mostly short moves forward, some rework, some repeats. */
export function largeGraph(size: number, moves: number, seed = 1): PathGraph {
  const random = seeded(seed);
  const depth = Array.from({ length: size }, () => Math.floor(random() * 24));
  depth[0] = 0;
  const nodes = depth.map((level, index): GraphNode => {
    const events = 1 + Math.floor(5000 / (1 + random() * 40));
    return {
      ...{ activity: `Step ${index} of stage ${level}`, events, runs: events, people: events, channel: 'web' },
      ...{ starts: level === 0 ? events : 0, ends: level === 23 ? events : 0, unhappy: 0, neutral: 0, happy: 0 },
    };
  });
  const edges = new Map<string, GraphEdge>();
  while (edges.size < moves) {
    const from = Math.floor(random() * size);
    const to = Math.floor(random() * size);
    const step = (depth[to] as number) - (depth[from] as number);
    const likely = step === 1 ? 0.9 : step > 1 && step < 4 ? 0.3 : step === 0 ? 0.05 : 0.03;
    if (random() > likely) continue;
    const count = 1 + Math.floor((step === 1 ? 900 : 60) * random() ** 4);
    const names = { from: (nodes[from] as GraphNode).activity, to: (nodes[to] as GraphNode).activity };
    edges.set(`${from} ${to}`, {
      ...{ ...names, count, runs: count, people: count, meanMs: 9e6, medianMs: 6e6, p90Ms: 2e7, minMs: 0, maxMs: 9e7 },
    });
  }
  return { nodes, edges: [...edges.values()], view: null };
}
