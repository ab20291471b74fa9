import type { GraphEdge } from '@continuo/core';
import type { FocusStop } from '../scene/scene.ts';
import type { Box, Placement } from './place.ts';

export const nodeStop = (activity: string): string => `step:${activity}`;
export const edgeStop = (edge: { readonly from: string; readonly to: string }): string =>
  `move:${edge.from.length}:${edge.from}>${edge.to}`;

/** Where the arrow keys lead from each step: out along the heaviest move, back along the heaviest, to the neighbours. */
export function walkGraph(placement: Placement, edges: readonly GraphEdge[]): ReadonlyMap<string, FocusStop['next']> {
  const out = new Map<string, GraphEdge>();
  const back = new Map<string, GraphEdge>();
  for (const edge of edges) {
    if (edge.from === edge.to || !placement.boxes.has(edge.from) || !placement.boxes.has(edge.to)) continue;
    if (edge.count > (out.get(edge.from)?.count ?? 0)) out.set(edge.from, edge);
    if (edge.count > (back.get(edge.to)?.count ?? 0)) back.set(edge.to, edge);
  }
  const across = placement.direction === 'across';
  const [ahead, behind, before, after] = across
    ? (['right', 'left', 'up', 'down'] as const)
    : (['down', 'up', 'left', 'right'] as const);
  const walk = new Map<string, FocusStop['next']>();
  for (const row of placement.rows) {
    row.forEach((box: Box, index) => {
      const next: Partial<Record<'right' | 'left' | 'up' | 'down', string>> = {};
      const put = (key: keyof typeof next, activity: string | undefined): void => {
        if (activity !== undefined) next[key] = nodeStop(activity);
      };
      put(ahead, out.get(box.activity)?.to);
      put(behind, back.get(box.activity)?.from);
      put(before, row[index - 1]?.activity);
      put(after, row[index + 1]?.activity);
      walk.set(box.activity, next);
    });
  }
  return walk;
}
