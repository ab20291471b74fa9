import type { GraphEdge, GraphNode } from '@continuo/core';
import type { GraphOrder } from './order.ts';
import { relaxRows, type Slot } from './relax.ts';

export type Direction = 'across' | 'down';

/** A card: its middle along the graph (`u`, over the ranks) and across it (`v`). */
export interface Box {
  readonly activity: string;
  /** Row after empty ranks are dropped. */
  readonly row: number;
  readonly u: number;
  readonly v: number;
  /** Room it needs on either side of `v`: half a card, its loop, the marks below it. */
  readonly before: number;
  readonly after: number;
}

/** Cards in rows, in the graph's own directions: `u` runs over the ranks, `v` inside a rank. */
export interface Placement {
  readonly direction: Direction;
  /** Rows of cards by falling rank, each by rising `v`. */
  readonly rows: readonly (readonly Box[])[];
  readonly boxes: ReadonlyMap<string, Box>;
  /** Rank (of the order) of each row. */
  readonly ranks: readonly number[];
  readonly cardWidth: number;
  readonly cardHeight: number;
  /** Half a card along u and along v. */
  readonly halfU: number;
  readonly halfV: number;
  readonly pitch: number;
}

/** Least distance between two columns: a card and an arrow with its number (measured on sketches). */
const COLUMN = 138;
/** Of that, between two cards. */
const LABEL = 30;
const CARD_HEIGHT = 62;
/** Free at the left and right end. */
const SIDE = 10;
const WIDEST_CARD = 168;
/** Room between cards of one rank for lines that pass. */
const GAP_ACROSS = 28;
const GAP_DOWN = 36;
/** Room for a loop with its number above (across) or at the right of a card (down), and for the marks below it. */
const LOOP_ACROSS = 44;
const LOOP_DOWN = 66;
const MARKS = 16;

/** Left to right when each column gets its 138 px, else from the top down. */
export function directionFor(columns: number, width: number): Direction {
  return columns * COLUMN <= width ? 'across' : 'down';
}

/** Places the cards of a view: rank and order are those of the whole graph, only the distances are its own. */
export function placeCards(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  order: GraphOrder,
  size: {
    readonly width: number;
    readonly height?: number;
    readonly direction: 'auto' | Direction;
    readonly labelRoom?: number;
  },
): Placement {
  const rankOf = (node: GraphNode): number => order.rank.get(node.activity) ?? 0;
  const ranks = [...new Set(nodes.map(rankOf))].sort((a, b) => a - b);
  const rowOf = new Map(ranks.map((rank, index) => [rank, index]));
  const direction = size.direction === 'auto' ? directionFor(ranks.length, size.width) : size.direction;
  const across = direction === 'across';
  // Longer numbers widen the columns, but never turn the graph: a change of numbers must not change the picture.
  const labels = size.labelRoom ?? LABEL;
  const fair = (size.width - 2 * SIDE) / Math.max(1, ranks.length);
  const column = Math.min(WIDEST_CARD + 48, Math.max(COLUMN - LABEL + labels, fair));
  const cardWidth = across ? Math.round(Math.min(WIDEST_CARD, column - labels)) : 132;
  const halfU = (across ? cardWidth : CARD_HEIGHT) / 2;
  const halfV = (across ? CARD_HEIGHT : cardWidth) / 2;
  const pitch = across ? column : CARD_HEIGHT + 64;

  const rows: GraphNode[][] = ranks.map(() => []);
  for (const node of nodes) (rows[rowOf.get(rankOf(node)) as number] as GraphNode[]).push(node);
  for (const row of rows) row.sort((a, b) => (order.place.get(a.activity) ?? 0) - (order.place.get(b.activity) ?? 0));

  const gap = across ? GAP_ACROSS : GAP_DOWN;
  const looped = new Set(edges.filter((edge) => edge.from === edge.to).map((edge) => edge.from));
  const roomOf = (node: GraphNode): { readonly before: number; readonly after: number } => {
    const loop = looped.has(node.activity);
    if (!across) return { before: halfV, after: halfV + (loop ? LOOP_DOWN : 0) };
    const marks = node.starts > 0 || node.ends > 0 ? MARKS : 0;
    return { before: halfV + (loop ? LOOP_ACROSS : 0), after: halfV + marks };
  };
  const slots = new Map<string, Slot & { pulls: { slot: Slot; weight: number }[] }>();
  const slotRows = rows.map((row) =>
    row.map((node, index) => {
      const { before, after } = roomOf(node);
      const slot = { size: before + after, at: (index - (row.length - 1) / 2) * (2 * halfV + gap), pulls: [] };
      slots.set(node.activity, slot);
      return slot as Slot;
    }),
  );
  const rowNumber = new Map(rows.flatMap((row, index) => row.map((node) => [node.activity, index] as const)));
  for (const edge of edges) {
    const from = slots.get(edge.from);
    const to = slots.get(edge.to);
    const distance = Math.abs((rowNumber.get(edge.from) ?? 0) - (rowNumber.get(edge.to) ?? 0));
    if (from === undefined || to === undefined || distance === 0) continue;
    const weight = Math.log2(1 + edge.count) / distance;
    from.pulls.push({ slot: to, weight });
    to.pulls.push({ slot: from, weight });
  }
  relaxRows(slotRows, gap);
  const reached = slotRows.flat().map((slot) => slot.at);
  const span = reached.length === 0 ? 0 : Math.max(...reached) - Math.min(...reached);
  const room = across ? (size.height ?? 0) - 2 * halfV - 130 : 0;
  const stretch = span === 0 ? 1 : Math.min(2.2, Math.max(1, room / span));

  const boxes = new Map<string, Box>();
  const placed = rows.map((row, index) =>
    row.map((node, at): Box => {
      const { before, after } = roomOf(node);
      const v = Math.round(stretch * ((slotRows[index] as Slot[])[at] as Slot).at + (before - after) / 2);
      const box = { activity: node.activity, row: index, u: index * pitch, v, before, after };
      boxes.set(node.activity, box);
      return box;
    }),
  );
  return {
    ...{ direction, rows: placed, boxes, ranks, cardWidth, cardHeight: CARD_HEIGHT, halfU, halfV, pitch },
  };
}
