import type { Flow, FlowInput, FlowNode, FlowPlace } from '@continuo/core';
import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { FocusStop, Paint, Scene, SceneNode } from '../scene/scene.ts';
import { fitText } from '../scene/text-width.ts';
import { flowSentence } from '../words/flow-sentence.ts';
import { counted, formatCount, formatShare } from '../words/format.ts';
import { textOf } from '../words/sentence.ts';

export interface FlowOptions {
  /** What was asked: names the layers and says whose numbers these are. */
  readonly input: FlowInput;
  readonly width: number;
  /** At least this high; default 420. */
  readonly height?: number;
  readonly title?: string;
}

interface NodeFacts {
  readonly id: string;
  readonly node: FlowNode;
}
interface LinkFacts {
  readonly runs: number;
  readonly people: number;
  readonly from: FlowPlace;
  readonly to: FlowPlace;
}
type Placed = SankeyNode<NodeFacts, LinkFacts>;
type PlacedLink = SankeyLink<NodeFacts, LinkFacts>;

const HEAD = 30;
const BAR = 10;
const LABEL = 144;
/** A layer closer to the next than this cannot hold the names of its steps. */
const LAYER = 172;
/** Two lines of text for each node, however thin it is. */
const ROW = 38;

/** Name of a place as it stands beside its bar. */
export function placeName(place: FlowPlace, restActivities = 0): string {
  switch (place.kind) {
    case 'activity':
      return place.activity;
    case 'rest':
      return `other (${formatCount(restActivities)})`;
    case 'start':
      return 'begins here';
    case 'end':
      return 'ends here';
  }
}

const idOf = (layer: number, place: FlowPlace): string =>
  `${layer}:${place.kind}:${place.kind === 'activity' ? place.activity : ''}`;

/** What stands above a layer: its distance from the anchor, or from the start of the journey. */
export function layerName(layer: number, input: FlowInput): string {
  if (layer === 0) return input.anchor ?? 'First step';
  if (input.anchor === null) return `Step ${formatCount(layer + 1)}`;
  return layer < 0 ? `${counted(-layer, 'step')} before` : `${counted(layer, 'step')} after`;
}

/** Fixed order in a layer, so that the same place stands at the same height in every picture: by size, then rest, then the ends. */
const KINDS: Readonly<Record<FlowPlace['kind'], number>> = { start: 0, activity: 1, rest: 2, end: 3 };

/**
 * What customers do before and after a step, layer by layer: loops unroll, so nothing runs backwards. All steps not
 * kept by name stand in "other (n)"; where journeys begin and end is drawn. Empty flow: a picture that says so.
 */
export function drawFlow(flow: Flow, options: FlowOptions): Scene {
  const { input } = options;
  const title = options.title ?? (input.anchor === null ? 'How journeys begin' : `Before and after “${input.anchor}”`);
  const description = textOf(flowSentence(flow, input));
  const layers = [...new Set(flow.nodes.map((node) => node.layer))].sort((a, b) => a - b);
  const most = layers.reduce((max, layer) => Math.max(max, flow.nodes.filter((n) => n.layer === layer).length), 0);
  const height = Math.max(options.height ?? 420, HEAD + 44 + most * ROW);
  const width = Math.max(options.width, (layers.length - 1) * LAYER + LABEL + 32);
  if (layers.length === 0) {
    const text: SceneNode = { kind: 'text', x: 16, y: 30, text: description, size: 13, weight: 400, fill: 'ink2' };
    return { width: options.width, height: 60, title, description, nodes: [text], stops: [], notes: [] };
  }
  const { nodes, links } = place(flow, layers, width, height, most);
  return {
    ...{ width, height, title, description, notes: [] },
    nodes: [
      ...heads(nodes, layers, input),
      ...links.map((link) => drawLink(link, flow)),
      ...nodes.flatMap((node) => drawNode(node, flow)),
    ],
    stops: nodes.map((node) => stopOf(node, nodes, flow, input)),
  };
}

function place(
  flow: Flow,
  layers: readonly number[],
  width: number,
  height: number,
  most: number,
): { readonly nodes: Placed[]; readonly links: PlacedLink[] } {
  const column = new Map(layers.map((layer, index) => [layer, index]));
  const layout = sankey<NodeFacts, LinkFacts>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => column.get((node as Placed).node.layer) ?? 0)
    .nodeSort((a, b) => KINDS[a.node.place.kind] - KINDS[b.node.place.kind] || b.node.runs - a.node.runs)
    .nodeWidth(BAR)
    .nodePadding(Math.min(ROW, (height - HEAD - 44) / Math.max(2, most + 1)))
    .extent([
      [16, HEAD + 20],
      [width - LABEL, height - 24],
    ]);
  const known = new Set(flow.nodes.map((node) => idOf(node.layer, node.place)));
  return layout({
    nodes: flow.nodes.map((node) => ({ id: idOf(node.layer, node.place), node, fixedValue: node.runs })),
    links: flow.links
      .map(({ layer, from, to, runs, people }) => ({
        ...{ source: idOf(layer, from), target: idOf(layer + 1, to), value: runs, runs, people, from, to },
      }))
      .filter((link) => known.has(link.source) && known.has(link.target)),
  });
}

function heads(nodes: readonly Placed[], layers: readonly number[], input: FlowInput): SceneNode[] {
  return layers.flatMap((layer): SceneNode[] => {
    const x = nodes.find((node) => node.node.layer === layer)?.x0 ?? 0;
    const text = fitText(layerName(layer, input), LABEL, 12, 600);
    return [{ kind: 'text', x, y: 20, text, size: 12, weight: 600, fill: layer === 0 ? 'accent' : 'ink2' }];
  });
}

const writeLink = sankeyLinkHorizontal<NodeFacts, LinkFacts>();

function drawLink(link: PlacedLink, flow: Flow): SceneNode {
  const stroke: Paint =
    link.to.kind === 'end' || link.from.kind === 'start' || link.to.kind === 'rest' ? 'control' : 'volume-4';
  const d = (writeLink(link) ?? '').replace(/\d+\.\d+/g, (digits) => String(Math.round(Number(digits) * 10) / 10));
  const rest = (place: FlowPlace): string => placeName(place).replace(' (0)', '');
  const title = `${rest(link.from)} to ${rest(link.to)}: ${formatCount(link.runs)} of ${formatCount(flow.anchored)} journeys, ${counted(link.people, 'customer')}`;
  const strokeWidth = Math.max(1, link.width ?? 1);
  return { kind: 'path', className: 'link', d, fill: 'none', stroke, strokeWidth, strokeOpacity: 0.32, title };
}

function drawNode(placed: Placed, flow: Flow): SceneNode[] {
  const { place, runs, restActivities, layer } = placed.node;
  const [x, y] = [placed.x0 ?? 0, placed.y0 ?? 0];
  const height = Math.max(2, (placed.y1 ?? 0) - y);
  const name = placeName(place, restActivities);
  const hollow = place.kind === 'start' || place.kind === 'end';
  const fill: Paint = layer === 0 ? 'accent' : place.kind === 'rest' ? 'control' : 'volume-4';
  const shape = hollow ? { fill: 'surface', stroke: 'control', strokeWidth: 1.5 } : { fill };
  const middle = y + height / 2;
  const style = { kind: 'text', x: x + BAR + 6, size: 12, halo: 'surface' } as const;
  const children: SceneNode[] = [
    { kind: 'rect', x, y, width: BAR, height, radius: 2, ...shape } as SceneNode,
    { ...style, y: middle - 2, text: fitText(name, LABEL - 20, 12, 500), weight: 500, fill: hollow ? 'ink2' : 'ink' },
    {
      ...style,
      y: middle + 13,
      text: `${formatCount(runs)} · ${formatShare(runs, flow.anchored)}`,
      weight: 400,
      fill: 'ink2',
    },
  ];
  return [{ kind: 'group', className: 'place', stop: idOf(layer, place), children }];
}

function stopOf(placed: Placed, all: readonly Placed[], flow: Flow, input: FlowInput): FocusStop {
  const { layer, place, runs, people, restActivities } = placed.node;
  const links = (list: readonly PlacedLink[] | undefined, end: 'source' | 'target'): string | undefined => {
    const heaviest = [...(list ?? [])].sort((a, b) => b.runs - a.runs)[0]?.[end] as Placed | undefined;
    return heaviest?.id;
  };
  const same = all.filter((other) => other.node.layer === layer).sort((a, b) => (a.y0 ?? 0) - (b.y0 ?? 0));
  const at = same.indexOf(placed);
  const next: Partial<Record<'right' | 'left' | 'up' | 'down', string>> = {};
  const put = (key: keyof typeof next, id: string | undefined): void => {
    if (id !== undefined) next[key] = id;
  };
  put('right', links(placed.sourceLinks, 'target'));
  put('left', links(placed.targetLinks, 'source'));
  put('up', same[at - 1]?.id);
  put('down', same[at + 1]?.id);
  const where = layerName(layer, input);
  return {
    id: placed.id,
    label: `${where}: ${placeName(place, restActivities)}, ${formatShare(runs, flow.anchored)} journeys, ${counted(people, 'customer')}`,
    ...{ x: placed.x0 ?? 0, y: placed.y0 ?? 0, width: BAR, height: (placed.y1 ?? 0) - (placed.y0 ?? 0) },
    behind: place.kind === 'activity' ? { kind: 'flow', flow: input, layer, activity: place.activity } : null,
    next,
  };
}
