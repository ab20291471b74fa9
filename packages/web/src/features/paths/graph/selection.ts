import type { Behind, PathGraph } from '@continuo/core';
import { pack, unpack } from '../../../url/filters.ts';

/** What is selected on the graph. */
export type Selection =
  | { readonly kind: 'activity'; readonly activity: string }
  | { readonly kind: 'edge'; readonly from: string; readonly to: string };

/** Reads the selection from an address; null when there is none, or when the graph does not hold it. */
export function readSelection(text: string | undefined, graph: PathGraph): Selection | null {
  const [kind, first, second] = unpack(text ?? '');
  if (kind === 'at' && first !== undefined && graph.nodes.some((node) => node.activity === first)) {
    return { kind: 'activity', activity: first };
  }
  if (kind === 'move' && graph.edges.some((edge) => edge.from === first && edge.to === second)) {
    return { kind: 'edge', from: first as string, to: second as string };
  }
  return null;
}

/** The selection as it stands in an address; undefined for what cannot be selected. */
export function writeSelection(behind: Behind | null): string | undefined {
  if (behind?.kind === 'activity') return pack(['at', behind.activity]);
  if (behind?.kind === 'edge') return pack(['move', behind.from, behind.to]);
  return undefined;
}
