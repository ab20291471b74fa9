import type { SeenRoute } from './seen-routes.ts';

/** How surely one step leads to another: −1 … 1, near 0 when both orders are as frequent or little was seen. */
export interface Dependency {
  readonly from: number;
  readonly to: number;
  readonly dependency: number;
}

/**
 * Dependency of every pair of different steps that directly followed each other: (|a>b| − |b>a|) / (|a>b| + |b>a| + 1);
 * of a step after itself: |a>a| / (|a>a| + 1). By step numbers.
 * The 1 pulls what was seen rarely towards 0.
 * Source: Weijters & Ribeiro, Flexible Heuristics Miner, CIDM 2011.
 */
export function dependencies(routes: readonly SeenRoute[]): readonly Dependency[] {
  const counts = new Map<string, { from: number; to: number; count: number }>();
  for (const { sequence, runs } of routes) {
    for (const [at, to] of sequence.entries()) {
      if (at === 0) continue;
      const from = sequence[at - 1] as number;
      const key = `${from} ${to}`;
      counts.set(key, { from, to, count: runs + (counts.get(key)?.count ?? 0) });
    }
  }
  return [...counts.values()]
    .map(({ from, to, count }) => {
      const back = from === to ? 0 : (counts.get(`${to} ${from}`)?.count ?? 0);
      return { from, to, dependency: (count - back) / (count + back + 1) };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
