import type { GraphEdge } from '@continuo/core';
import { type Bend, bendAround, type End } from './detour.ts';
import type { Box, Placement } from './place.ts';

export type RouteKind = 'forward' | 'back' | 'beside' | 'self';

/** A point in the graph's own directions. */
export interface Point {
  readonly u: number;
  readonly v: number;
}

/** A cubic piece of a line: control points and end; it begins where the one before ended. */
export type Piece = readonly [Point, Point, Point];

export interface Route {
  readonly edge: GraphEdge;
  readonly kind: RouteKind;
  readonly start: Point;
  readonly pieces: readonly Piece[];
}

/** Length of an arrow head; lines end this far before the card. */
export const HEAD = 8;
const PORT = 9;

interface Port {
  readonly box: Box;
  /** Which side of the card, along u. */
  readonly side: 1 | -1;
  toward: number;
  offset: number;
}

/** The way of each edge between the cards. Lines never pass behind a card that is not theirs. */
export function routeEdges(edges: readonly GraphEdge[], placement: Placement): readonly Route[] {
  const drafts = edges.flatMap((edge) => {
    const from = placement.boxes.get(edge.from);
    const to = placement.boxes.get(edge.to);
    return from === undefined || to === undefined ? [] : [draftOf(edge, from, to)];
  });
  spreadPorts(
    drafts.flatMap((draft) => draft.ports),
    placement,
  );
  const long = drafts.filter((draft) => draft.ends !== null);
  const bends = bendAround(
    long.map((draft) => endsOf(draft, placement)),
    placement,
  );
  const bendsOf = new Map(long.map((draft, index) => [draft, bends[index] as readonly Bend[]]));
  return drafts.map((draft) => routeOf(draft, bendsOf.get(draft) ?? [], placement));
}

interface Draft {
  readonly edge: GraphEdge;
  readonly kind: RouteKind;
  readonly from: Box;
  readonly to: Box;
  readonly ports: readonly Port[];
  /** Ports of a line between different rows, the one in the earlier row first; null for the others. */
  readonly ends: readonly [Port, Port] | null;
}

function draftOf(edge: GraphEdge, from: Box, to: Box): Draft {
  if (from === to) return { edge, kind: 'self', from, to, ports: [], ends: null };
  if (from.row === to.row) return { edge, kind: 'beside', from, to, ports: [], ends: null };
  const kind = from.row < to.row ? 'forward' : 'back';
  const [early, late] = kind === 'forward' ? [from, to] : [to, from];
  const ends = [
    { box: early, side: 1, toward: late.v, offset: 0 },
    { box: late, side: -1, toward: early.v, offset: 0 },
  ] as const satisfies readonly [Port, Port];
  return { edge, kind, from, to, ports: ends, ends };
}

/** Several lines on one side of a card leave it side by side, in the order of where they go. */
function spreadPorts(ports: readonly Port[], placement: Placement): void {
  const sides = new Map<string, Port[]>();
  for (const port of ports) {
    const key = `${port.side} ${port.box.row} ${port.box.v}`;
    const side = sides.get(key);
    if (side) side.push(port);
    else sides.set(key, [port]);
  }
  for (const side of sides.values()) {
    side.sort((a, b) => a.toward - b.toward);
    const step = Math.min(PORT, (1.2 * placement.halfV) / Math.max(1, side.length - 1));
    side.forEach((port, index) => {
      port.offset = (index - (side.length - 1) / 2) * step;
    });
  }
}

function endsOf(draft: Draft, placement: Placement): readonly [End, End] {
  const [a, b] = draft.ends as readonly [Port, Port];
  return [
    { row: a.box.row, u: a.box.u + placement.halfU, v: a.box.v + a.offset },
    { row: b.box.row, u: b.box.u - placement.halfU, v: b.box.v + b.offset },
  ];
}

/** A smooth piece that leaves and arrives along u. */
export function smooth(a: Point, b: Point): Piece {
  const reach = (b.u - a.u) / 2;
  return [{ u: a.u + reach, v: a.v }, { u: b.u - reach, v: b.v }, b];
}

const straight = (a: Point, b: Point): Piece => [a, b, b];

function routeOf(draft: Draft, bends: readonly Bend[], placement: Placement): Route {
  const { edge, kind } = draft;
  if (kind === 'self') return selfRoute(draft, placement);
  if (kind === 'beside') return besideRoute(draft, placement);
  const { halfU } = placement;
  const [first, last] = endsOf(draft, placement);
  const passed = bends.flatMap((bend) => [
    { u: bend.u - halfU, v: bend.v },
    { u: bend.u + halfU, v: bend.v },
  ]);
  const points: Point[] = [first, ...passed, last];
  if (kind === 'back') points.reverse();
  const tip = points.pop() as Point;
  points.push({ u: tip.u + (kind === 'back' ? HEAD : -HEAD), v: tip.v });
  const pieces: Piece[] = [];
  for (let at = 0; at + 1 < points.length; at++) {
    const a = points[at] as Point;
    const b = points[at + 1] as Point;
    pieces.push(a.v === b.v ? straight(a, b) : smooth(a, b));
  }
  return { edge, kind, start: points[0] as Point, pieces };
}

/** A loop over the card (across) or at its right (down), where no line arrives. */
function selfRoute({ edge, kind, from }: Draft, { direction, halfV }: Placement): Route {
  const side = direction === 'across' ? -1 : 1;
  const v = from.v + side * halfV;
  const high = v + side * 36;
  // Downwards near the upper corner: lines to neighbours leave from the middle of that side.
  const [left, right] = direction === 'across' ? [from.u - 16, from.u + 16] : [from.u - 25, from.u + 1];
  const piece: Piece = [
    { u: left, v: high },
    { u: right, v: high },
    { u: right, v: v + side * HEAD },
  ];
  return { edge, kind, start: { u: left, v }, pieces: [piece] };
}

/** Between two cards of one rank: straight when they are neighbours, else round the cards in between. */
function besideRoute({ edge, kind, from, to }: Draft, { rows, halfU, halfV, pitch }: Placement): Route {
  const row = rows[from.row] as readonly Box[];
  const distance = row.indexOf(to) - row.indexOf(from);
  const down = distance > 0 ? 1 : -1;
  if (Math.abs(distance) === 1) {
    const u = from.u + down * 0.3 * halfU;
    const start = { u, v: from.v + down * halfV };
    return { edge, kind, start, pieces: [straight(start, { u, v: to.v - down * (halfV + HEAD) })] };
  }
  const turn = from.u + halfU + Math.min(0.3 * pitch, 18 + 5 * Math.abs(distance));
  const start = { u: from.u + halfU, v: from.v + down * 10 };
  const end = { u: to.u + halfU + HEAD, v: to.v - down * 10 };
  return { edge, kind, start, pieces: [[{ u: turn, v: start.v }, { u: turn, v: end.v }, end]] };
}
