import type { PathGraph } from '@continuo/core';
import { rankLimit, rankNodes } from './ranks.ts';
import { lineUp, type WeightedEdge } from './sequence.ts';

/** A stage of a map with the activities that belong to it. */
export interface Stage {
  readonly name: string;
  readonly activities: readonly string[];
}

/** Where every activity of a log stands, once and for all views of it: nothing changes sides when a slider moves. */
export interface GraphOrder {
  /** Column (or row) of each activity, 0 first. */
  readonly rank: ReadonlyMap<string, number>;
  /** Place inside its rank, 0 first. */
  readonly place: ReadonlyMap<string, number>;
  /** Name of the stage of each rank; empty without stages. */
  readonly stageOfRank: readonly string[];
}

const SWEEPS = 24;

/**
 * Rank and place of each activity, from the whole graph. Do it once per log and keep it.
 * Ranks: `lineUp`, then `rankNodes`; with stages, stages follow one another and activities in none join the stage of
 * their heaviest neighbour. Places: heaviest in the middle, then 24 barycentre sweeps with logarithmic weights.
 * After Mennens, Scheepens and Westenberg, "A stable graph layout algorithm for processes" (2019). Deterministic.
 */
export function orderGraph(graph: PathGraph, stages: readonly Stage[] = []): GraphOrder {
  const names = graph.nodes.map((node) => node.activity);
  const number = new Map(names.map((name, index) => [name, index]));
  const edges: WeightedEdge[] = [];
  for (const edge of graph.edges) {
    const from = number.get(edge.from);
    const to = number.get(edge.to);
    if (from !== undefined && to !== undefined && from !== to) edges.push({ from, to, weight: edge.count });
  }
  const stageOf = stagesOf(names, edges, stages);
  const events = graph.nodes.map((node) => node.events);
  const rank = rankNodes(lineUp(names.length, edges), edges, stageOf, events, rankLimit(names.length));
  const layers = sweep(rank, edges, events);
  const place = new Map<string, number>();
  const stageOfRank: string[] = [];
  layers.forEach((layer, at) => {
    const first = layer[0];
    if (stages.length > 0 && first !== undefined) stageOfRank[at] = stages[stageOf[first] as number]?.name ?? '';
    layer.forEach((node, index) => {
      place.set(names[node] as string, index);
    });
  });
  return { rank: new Map(names.map((name, index) => [name, rank[index] as number])), place, stageOfRank };
}

function stagesOf(names: readonly string[], edges: readonly WeightedEdge[], stages: readonly Stage[]): number[] {
  const given = new Map(
    stages.flatMap((stage, index) => stage.activities.map((activity) => [activity, index] as const)),
  );
  const found: (number | undefined)[] = names.map((name) => given.get(name));
  const heaviest = new Map<number, { readonly stage: number; readonly weight: number }>();
  for (const { from, to, weight } of edges) {
    for (const [open, known] of [
      [from, to],
      [to, from],
    ] as const) {
      const stage = found[known];
      if (found[open] !== undefined || stage === undefined) continue;
      if (weight > (heaviest.get(open)?.weight ?? 0)) heaviest.set(open, { stage, weight });
    }
  }
  return found.map((stage, node) => stage ?? heaviest.get(node)?.stage ?? 0);
}

interface Neighbour {
  readonly node: number;
  readonly weight: number;
}

/** Layers of nodes in the order that crosses little. */
function sweep(rank: Int32Array, edges: readonly WeightedEdge[], events: readonly number[]): readonly number[][] {
  const size = rank.length;
  const layers: number[][] = Array.from({ length: size === 0 ? 0 : Math.max(...rank) + 1 }, () => []);
  for (let node = 0; node < size; node++) (layers[rank[node] as number] as number[]).push(node);
  const near: Neighbour[][] = Array.from({ length: size }, () => []);
  for (const { from, to, weight } of edges) {
    const distance = Math.abs((rank[from] as number) - (rank[to] as number));
    if (distance === 0) continue;
    const pull = Math.log2(1 + weight) / (distance * distance);
    (near[from] as Neighbour[]).push({ node: to, weight: pull });
    (near[to] as Neighbour[]).push({ node: from, weight: pull });
  }
  const x = new Float64Array(size);
  const spread = (layer: readonly number[]): void => {
    layer.forEach((node, at) => {
      x[node] = at - (layer.length - 1) / 2;
    });
  };
  for (const [at, layer] of layers.entries()) {
    layer.sort((a, b) => (events[b] as number) - (events[a] as number) || a - b);
    const middle: number[] = [];
    layer.forEach((node, index) => {
      if (index % 2 === 1) middle.push(node);
      else middle.unshift(node);
    });
    layers[at] = middle;
    spread(middle);
  }
  for (let round = 0; round < SWEEPS; round++) {
    const forward = round % 2 === 0;
    for (let at = 0; at < layers.length; at++) {
      const layer = layers[forward ? at : layers.length - 1 - at] as number[];
      if (layer.length < 2) continue;
      const want = new Map<number, number>();
      for (const node of layer) {
        let sum = 0;
        let total = 0;
        for (const other of near[node] as Neighbour[]) {
          const behind = (rank[other.node] as number) < (rank[node] as number);
          // Neighbours on the side the sweep comes from lead; the others pull a quarter as much, or rows drift apart.
          const weight = other.weight * (behind === forward ? 1 : 0.25);
          sum += (x[other.node] as number) * weight;
          total += weight;
        }
        want.set(node, total > 0 ? sum / total : (x[node] as number));
      }
      layer.sort((a, b) => (want.get(a) as number) - (want.get(b) as number));
      spread(layer);
    }
  }
  return layers;
}
