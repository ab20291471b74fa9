import { round } from '../scene/markup.ts';
import type { Box, Placement } from './place.ts';
import { HEAD, type Point, type Route } from './route.ts';

/** Turns the graph's own directions into places on the screen. */
export interface Frame {
  readonly placement: Placement;
  /** Where u = 0, v = 0 lies. */
  readonly x: number;
  readonly y: number;
}

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export function toScreen(frame: Frame, point: Point): ScreenPoint {
  return frame.placement.direction === 'across'
    ? { x: frame.x + point.u, y: frame.y + point.v }
    : { x: frame.x + point.v, y: frame.y + point.u };
}

/** Upper left corner of a card. */
export function cornerOf(frame: Frame, box: Box): ScreenPoint {
  const { x, y } = toScreen(frame, box);
  return { x: x - frame.placement.cardWidth / 2, y: y - frame.placement.cardHeight / 2 };
}

const write = ({ x, y }: ScreenPoint): string => `${round(x, 1)} ${round(y, 1)}`;

/** The route as the `d` of a path. */
export function pathOf(frame: Frame, route: Route): string {
  let d = `M${write(toScreen(frame, route.start))}`;
  for (const [a, b, end] of route.pieces)
    d += `C${write(toScreen(frame, a))} ${write(toScreen(frame, b))} ${write(toScreen(frame, end))}`;
  return d;
}

/** The arrow head at the end of a route, wider for thicker lines. */
export function headOf(frame: Frame, route: Route, lineWidth: number): string {
  const last = route.pieces[route.pieces.length - 1];
  if (last === undefined) return '';
  const [first, second, end] = last;
  const before =
    second.u === end.u && second.v === end.v ? (first === end ? route.start : turned(route, first, end)) : second;
  const tip = toScreen(frame, end);
  const from = toScreen(frame, before);
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const half = Math.max(4, lineWidth / 2 + 2);
  const a = { x: tip.x - dy * half, y: tip.y + dx * half };
  const b = { x: tip.x + dy * half, y: tip.y - dx * half };
  return `M${write(a)}L${write({ x: tip.x + dx * HEAD, y: tip.y + dy * HEAD })}L${write(b)}z`;
}

/** A straight piece has its controls on its ends: it points from where it began. */
function turned(route: Route, first: Point, end: Point): Point {
  return first.u === end.u && first.v === end.v ? route.start : first;
}

const SAMPLES = 12;

/** A cubic at t, in one direction. */
function cubic(p: number, q: number, r: number, z: number, t: number): number {
  const s = 1 - t;
  return s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * z;
}

/** Points along a route, for finding room for its number. */
export function pointsAlong(route: Route): readonly Point[] {
  const points: Point[] = [route.start];
  let from = route.start;
  for (const [a, b, end] of route.pieces) {
    for (let step = 1; step <= SAMPLES; step++) {
      const t = step / SAMPLES;
      points.push({ u: cubic(from.u, a.u, b.u, end.u, t), v: cubic(from.v, a.v, b.v, end.v, t) });
    }
    from = end;
  }
  return points;
}

/** Points at these shares of the length of a line. */
export function pointsAt(points: readonly Point[], shares: readonly number[]): readonly Point[] {
  const lengths = new Float64Array(points.length);
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1] as Point, points[at] as Point];
    lengths[at] = (lengths[at - 1] as number) + Math.hypot(b.u - a.u, b.v - a.v);
  }
  const total = lengths[points.length - 1] ?? 0;
  return shares.map((share) => {
    let at = 1;
    while (at < points.length - 1 && (lengths[at] as number) < share * total) at++;
    const [a, b] = [points[at - 1] as Point, points[at] ?? (points[at - 1] as Point)];
    const before = lengths[at - 1] as number;
    const length = (lengths[at] ?? total) - before;
    const t = length > 0 ? (share * total - before) / length : 0;
    return { u: a.u + (b.u - a.u) * t, v: a.v + (b.v - a.v) * t };
  });
}
