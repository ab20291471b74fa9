import type { GraphNode, PathGraph } from '@continuo/core';
import type { FocusStop, Scene, SceneNode } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import { pathGraphSentence } from '../words/path-graph-sentence.ts';
import { textOf } from '../words/sentence.ts';
import { drawCard, endWords, type NodeMark } from './card.ts';
import { cornerOf, type Frame, toScreen } from './frame.ts';
import { TakenRoom } from './labels.ts';
import { drawLine, drawNumber, type LineStyle } from './lines.ts';
import { edgeLabel, edgeWeight, type GraphMetric, nodeLabel } from './metric.ts';
import { type GraphOrder, orderGraph, type Stage } from './order.ts';
import { type Direction, type Placement, placeCards } from './place.ts';
import { type Point, type Route, routeEdges } from './route.ts';
import { shownGraph } from './view.ts';
import { edgeStop, nodeStop, walkGraph } from './walk.ts';

export interface PathGraphOptions {
  /** Room to draw in, px. A graph that does not fit is drawn larger: put it in a scroll region. */
  readonly width: number;
  /** At least this high. */
  readonly height?: number;
  readonly metric: GraphMetric;
  /** From `orderGraph`, once per log; made here when missing. */
  readonly order?: GraphOrder;
  /** Default auto: left to right when every column gets 138 px. */
  readonly direction?: 'auto' | Direction;
  readonly selected?: string | null;
  readonly marks?: Readonly<Record<string, NodeMark>>;
  readonly stages?: readonly Stage[];
  readonly title?: string;
}

const MARGIN = 16;
const BAND_HEAD = 34;
/** More numbers find no room on any screen; looking for it would take longer than all the rest. */
const MOST_NUMBERS = 400;

/**
 * The path graph: steps as cards, moves as lines as thick as many customers make them. Draws the view of the graph when
 * it has one, else all of it; above 3,000 moves a thinned one with a note. No steps: an empty picture that says so.
 */
export function drawPathGraph(graph: PathGraph, options: PathGraphOptions): Scene {
  const { metric } = options;
  const stages = options.stages ?? [];
  const order = options.order ?? orderGraph(graph, stages);
  const shown = shownGraph(graph);
  const size = {
    width: options.width,
    direction: options.direction ?? 'auto',
    ...(metric === 'time' ? { labelRoom: 60 } : {}),
  };
  const height = options.height === undefined ? {} : { height: options.height };
  const placement = placeCards(shown.nodes, shown.edges, order, { ...size, ...height });
  const routes = routeEdges(shown.edges, placement);
  const picture = frameFor(placement, routes, shown.nodes, options, order.stageOfRank.length > 0);
  const style: LineStyle = {
    metric,
    heaviest: graph.edges.reduce((most, edge) => Math.max(most, edgeWeight(edge, metric)), 0),
    marks: options.marks ?? {},
    selected: options.selected ?? null,
  };
  const cards = drawCards(picture.frame, shown.nodes, style);
  return {
    width: picture.width,
    height: picture.height,
    title: options.title ?? 'Paths that customers take',
    description: textOf(pathGraphSentence(graph)),
    nodes: [
      ...bandsOf(picture.frame, order, picture.width, picture.height),
      ...linesOf(picture.frame, routes, shown.nodes, style),
      ...cards,
    ],
    stops: stopsOf(picture.frame, shown.nodes, routes),
    notes: shown.notes,
  };
}

interface Picture {
  readonly frame: Frame;
  readonly width: number;
  readonly height: number;
}

/** Finds the size that holds every card, line and mark, and centres the graph in what is left. */
function frameFor(
  placement: Placement,
  routes: readonly Route[],
  nodes: readonly GraphNode[],
  options: PathGraphOptions,
  banded: boolean,
): Picture {
  const flat: Frame = { placement, x: 0, y: 0 };
  let [left, top, right, bottom] = [0, 0, 0, 0];
  const cover = (x: number, y: number): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const node of nodes) {
    const box = placement.boxes.get(node.activity);
    if (box === undefined) continue;
    const { x, y } = cornerOf(flat, box);
    cover(x, y - 9);
    cover(
      x + placement.cardWidth + 9,
      y + placement.cardHeight + (endWords(node, placement.direction) === null ? 0 : 18),
    );
  }
  for (const route of routes) {
    const self = route.kind === 'self';
    const wide = self && placement.direction === 'down' ? 70 : 0;
    const take = (point: Point): void => {
      const { x, y } = toScreen(flat, point);
      cover(x, y - (self ? 18 : 6));
      cover(x + wide, y + 6);
    };
    // A curve never leaves the hull of its control points.
    take(route.start);
    for (const piece of route.pieces) for (const point of piece) take(point);
  }
  const head = banded && placement.direction === 'across' ? BAND_HEAD : 0;
  const width = Math.ceil(Math.max(options.width, right - left + 2 * MARGIN));
  const height = Math.ceil(Math.max(options.height ?? 0, bottom - top + 2 * MARGIN + head));
  return {
    frame: {
      placement,
      x: Math.round((width - (right - left)) / 2 - left),
      y: Math.round(head + (height - head - (bottom - top)) / 2 - top),
    },
    width,
    height,
  };
}

/** Stages as bands behind the columns, every other one tinted. */
function bandsOf(frame: Frame, order: GraphOrder, width: number, height: number): SceneNode[] {
  const { ranks, direction, pitch } = frame.placement;
  if (order.stageOfRank.length === 0 || direction !== 'across') return [];
  const bands: { name: string; from: number; to: number }[] = [];
  ranks.forEach((rank, row) => {
    const name = order.stageOfRank[rank] ?? '';
    const last = bands[bands.length - 1];
    const middle = frame.x + row * pitch;
    if (last !== undefined && last.name === name) last.to = middle + pitch / 2;
    else bands.push({ name, from: row === 0 ? 0 : middle - pitch / 2, to: middle + pitch / 2 });
  });
  const last = bands[bands.length - 1];
  if (last !== undefined) last.to = width;
  return bands.flatMap(({ name, from, to }, index): SceneNode[] => [
    ...(index % 2 === 0 ? [{ kind: 'rect', x: from, y: 0, width: to - from, height, fill: 'canvas' } as const] : []),
    { kind: 'text', x: from + 12, y: 22, text: name, size: 12, weight: 600, fill: 'ink' },
  ]);
}

/** Lines, the thin ones above the thick ones, then their numbers: heavy moves choose their place first. */
function linesOf(frame: Frame, routes: readonly Route[], nodes: readonly GraphNode[], style: LineStyle): SceneNode[] {
  const room = new TakenRoom();
  const { boxes, cardWidth, cardHeight, direction } = frame.placement;
  for (const node of nodes) {
    const box = boxes.get(node.activity);
    if (box === undefined) continue;
    const { x, y } = cornerOf(frame, box);
    room.take({ x, y, width: cardWidth, height: cardHeight });
    const words = endWords(node, direction);
    if (words === null) continue;
    const wide = textWidth(words, 12) + 12;
    const at = direction === 'across' ? x + (cardWidth - wide) / 2 : x;
    room.take({ x: at, y: y + cardHeight, width: wide, height: 19 });
  }
  const byWeight = [...routes].sort((a, b) => edgeWeight(b.edge, style.metric) - edgeWeight(a.edge, style.metric));
  return [
    ...byWeight.map((route) => drawLine(frame, route, style)),
    ...byWeight.slice(0, MOST_NUMBERS).flatMap((route) => drawNumber(frame, route, style, room) ?? []),
  ];
}

function drawCards(frame: Frame, nodes: readonly GraphNode[], style: LineStyle): SceneNode[] {
  const { boxes, cardWidth, cardHeight, direction } = frame.placement;
  return nodes.flatMap((node) => {
    const box = boxes.get(node.activity);
    if (box === undefined) return [];
    return drawCard({
      ...{ node, metric: style.metric, mark: style.marks[node.activity] ?? {}, ...cornerOf(frame, box) },
      ...{ width: cardWidth, height: cardHeight, direction },
      selected: style.selected === node.activity,
      stop: nodeStop(node.activity),
    });
  });
}

function stopsOf(frame: Frame, nodes: readonly GraphNode[], routes: readonly Route[]): FocusStop[] {
  const { placement } = frame;
  const walk = walkGraph(
    placement,
    routes.map((route) => route.edge),
  );
  const reading = [...nodes].sort((a, b) => {
    const [p, q] = [placement.boxes.get(a.activity), placement.boxes.get(b.activity)];
    return (p?.row ?? 0) - (q?.row ?? 0) || (p?.v ?? 0) - (q?.v ?? 0);
  });
  const steps = reading.flatMap((node): FocusStop[] => {
    const box = placement.boxes.get(node.activity);
    if (box === undefined) return [];
    return [
      {
        ...{ id: nodeStop(node.activity), label: nodeLabel(node), ...cornerOf(frame, box) },
        ...{ width: placement.cardWidth, height: placement.cardHeight },
        behind: { kind: 'activity', activity: node.activity },
        next: walk.get(node.activity) ?? {},
      },
    ];
  });
  const moves = routes.map(({ edge, start, pieces }): FocusStop => {
    const a = toScreen(frame, start);
    const b = toScreen(frame, pieces[pieces.length - 1]?.[2] ?? start);
    return {
      ...{ id: edgeStop(edge), label: edgeLabel(edge), x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) },
      ...{ width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) },
      behind: { kind: 'edge', from: edge.from, to: edge.to },
      next: { left: nodeStop(edge.from), right: nodeStop(edge.to) },
    };
  });
  return [...steps, ...moves];
}
