import { filterGraph, type GraphEdge, type GraphNode, type PathGraph } from '@continuo/core';
import { formatCount } from '../words/format.ts';

/** What of a graph is drawn, and what is to be said about the rest. */
export interface ShownGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly notes: readonly string[];
}

/** More moves than this are not drawn: they would take seconds, and nobody can read them. */
export const MOST_EDGES = 3000;
/** What is drawn instead: as much as a large screen can show. */
const FEW_NODES = 120;
const FEW_EDGES = 400;

/** The part of a graph its sliders leave; all of it without sliders; a thinned one, with a note, when it is too large. */
export function shownGraph(graph: PathGraph): ShownGraph {
  const view = graph.view ?? { activities: graph.nodes.map((node) => node.activity), edges: graph.edges };
  const shown = pick(graph, view);
  if (shown.edges.length <= MOST_EDGES) return { ...shown, notes: [] };
  const thin = filterGraph(
    { ...shown, view: null },
    {
      activityShare: Math.min(1, FEW_NODES / shown.nodes.length),
      pathShare: FEW_EDGES / shown.edges.length,
    },
  );
  const few = pick(graph, thin);
  const note =
    `Too much to draw: the ${formatCount(few.edges.length)} most frequent of ${formatCount(shown.edges.length)} moves ` +
    `between ${formatCount(few.nodes.length)} of ${formatCount(shown.nodes.length)} steps are shown. ` +
    'The table holds them all; move the sliders to choose.';
  return { ...few, notes: [note] };
}

function pick(
  graph: PathGraph,
  view: {
    readonly activities: readonly string[];
    readonly edges: readonly { readonly from: string; readonly to: string }[];
  },
): { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] } {
  const kept = new Set(view.activities);
  const moves = new Map<string, Set<string>>();
  for (const { from, to } of view.edges) {
    const ends = moves.get(from);
    if (ends) ends.add(to);
    else moves.set(from, new Set([to]));
  }
  return {
    nodes: graph.nodes.filter((node) => kept.has(node.activity)),
    edges: graph.edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to) && moves.get(edge.from)?.has(edge.to)),
  };
}
