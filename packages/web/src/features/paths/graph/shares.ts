import type { PathGraph } from '@continuo/core';

/** A picture is readable up to about so many touchpoints and moves; more are shown only when asked for. */
const READABLE_STEPS = 14;
const READABLE_MOVES = 26;

/** Shares in percent to begin with: everything when the graph is small. */
export function usualShares(graph: PathGraph): { readonly act: number; readonly path: number } {
  const act = share(READABLE_STEPS, graph.nodes.length);
  const kept = new Set(graph.nodes.slice(0, READABLE_STEPS).map((node) => node.activity));
  const among = graph.edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to)).length;
  return { act: Math.max(1, act), path: share(READABLE_MOVES, among) };
}

function share(readable: number, all: number): number {
  return all <= readable ? 100 : Math.max(1, Math.floor((100 * readable) / all));
}

export interface Shown {
  readonly steps: number;
  readonly allSteps: number;
  readonly events: number;
  readonly allEvents: number;
  readonly moves: number;
  readonly allMoves: number;
  readonly moved: number;
  readonly allMoved: number;
}

/** What the view holds of all there is: touchpoints with their events, moves with how often they were made. */
export function shownOf(graph: PathGraph): Shown {
  const { nodes, edges, view } = graph;
  const steps = new Set(view?.activities ?? nodes.map((node) => node.activity));
  const moves = view ? new Set(view.edges.map(moveKey)) : null;
  const shownNodes = nodes.filter((node) => steps.has(node.activity));
  const shownEdges = moves ? edges.filter((edge) => moves.has(moveKey(edge))) : edges;
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    steps: shownNodes.length,
    allSteps: nodes.length,
    events: sum(shownNodes.map((node) => node.events)),
    allEvents: sum(nodes.map((node) => node.events)),
    moves: shownEdges.length,
    allMoves: edges.length,
    moved: sum(shownEdges.map((edge) => edge.count)),
    allMoved: sum(edges.map((edge) => edge.count)),
  };
}

function moveKey(edge: { readonly from: string; readonly to: string }): string {
  return JSON.stringify([edge.from, edge.to]);
}
