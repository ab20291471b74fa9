import type { GraphEdge } from '@continuo/core';
import type { Paint, SceneNode } from '../scene/scene.ts';
import type { NodeMark } from './card.ts';
import { type Frame, headOf, pathOf, pointsAlong, pointsAt, toScreen } from './frame.ts';
import { findSpot, type TakenRoom } from './labels.ts';
import { edgeText, edgeWeight, type GraphMetric } from './metric.ts';
import type { Route } from './route.ts';
import { edgeStop } from './walk.ts';

export interface LineStyle {
  readonly metric: GraphMetric;
  /** The heaviest line of the whole graph: a line keeps its width when a slider moves. */
  readonly heaviest: number;
  readonly marks: Readonly<Record<string, NodeMark>>;
  readonly selected: string | null;
}

/** Thickest line 13 px, thinnest 1.5 px. */
function widthOf(edge: GraphEdge, { metric, heaviest }: LineStyle): number {
  return Math.max(1.5, 1 + (12 * edgeWeight(edge, metric)) / Math.max(1, heaviest));
}

/** Crimson only into or out of a step that harms; neutral where our map has no step, and for ways back. */
function paintOf({ edge, kind }: Route, { marks }: LineStyle): { readonly stroke: Paint; readonly opacity: number } {
  const [from, to] = [marks[edge.from], marks[edge.to]];
  if (to?.harm) return { stroke: 'alert', opacity: 0.75 };
  if (from?.notOnMap || to?.notOnMap || kind !== 'forward') return { stroke: 'control', opacity: 0.65 };
  return { stroke: 'volume-3', opacity: 0.85 };
}

const touches = (edge: GraphEdge, activity: string): boolean => edge.from === activity || edge.to === activity;

/** A move as a line with its arrow head. */
export function drawLine(frame: Frame, route: Route, style: LineStyle): SceneNode {
  const { stroke, opacity } = paintOf(route, style);
  const width = widthOf(route.edge, style);
  const dimmed = style.selected !== null && !touches(route.edge, style.selected);
  const headPaint: Paint = stroke === 'volume-3' ? 'volume-4' : stroke;
  return {
    kind: 'group',
    className: 'move',
    stop: edgeStop(route.edge),
    ...(dimmed ? { opacity: 0.35 } : {}),
    children: [
      {
        ...{ kind: 'path', d: pathOf(frame, route), fill: 'none', stroke },
        strokeWidth: width,
        strokeOpacity: opacity,
      },
      { kind: 'path', d: headOf(frame, route, width), fill: headPaint },
    ],
  };
}

const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** The number of a move, where it covers nothing else; null when there is no room or nothing to say. */
export function drawNumber(frame: Frame, route: Route, style: LineStyle, room: TakenRoom): SceneNode | null {
  const text = edgeText(route.edge, style.metric);
  if (text === null) return null;
  const harm = paintOf(route, style).stroke === 'alert';
  const self = route.kind === 'self';
  const said = self ? `${text} again` : text;
  const weight = harm ? 600 : self ? 500 : 400;
  const along = pointsAt(pointsAlong(route), self ? [0.5] : SHARES);
  const spots = along.flatMap((point) => {
    const { x, y } = toScreen(frame, point);
    // A loop's number stands clear of it; the others on the line, else beside it.
    if (self)
      return frame.placement.direction === 'across'
        ? [
            { x, y: y - 5 },
            { x: x + 14, y: y - 5 },
          ]
        : [{ x: x + 34, y: y - 8 }];
    return [
      { x, y: y + 4 },
      { x, y: y - 8 },
      { x, y: y + 16 },
    ];
  });
  // All places on the line come before those beside it.
  const sorted = self ? spots : [0, 1, 2].flatMap((side) => spots.filter((_, index) => index % 3 === side));
  const spot = findSpot({ text: said, size: 12, weight, spots: sorted }, room);
  if (spot === null) return null;
  return {
    ...{ kind: 'text', x: spot.x, y: spot.y, text: said, size: 12, weight, anchor: 'middle', halo: 'surface' },
    fill: harm ? 'alert' : 'ink2',
  };
}
