import type { Paint, SceneNode } from '../scene/scene.ts';
import { wrapText } from '../scene/text-width.ts';
import { glyph } from '../theme/glyphs.ts';
import type { MapCell } from './map-view.ts';
import { LINE, PLANNED_DASH, STATUS_PAINT, words } from './paint.ts';

type StepCell = Extract<MapCell, { kind: 'step' }>;

const PAD = 6;
const INSET = 9;
const MOST_LINES = 5;
const STAR = 'M6 1l1.5 3.2l3.5.4l-2.6 2.4l.7 3.5l-3.1-1.8l-3.1 1.8l.7-3.5l-2.6-2.4l3.5-.4z';

interface Lines {
  readonly title: readonly string[];
  readonly foot: readonly string[];
}

function linesOf(cell: StepCell, width: number): Lines {
  const inner = width - 2 * PAD - 2 * INSET;
  const isMarked = cell.mark !== null && cell.mark !== 'linked';
  const indent = cell.mark === null ? 0 : 15;
  return {
    title: wrapText(cell.title, inner, 12, 600, MOST_LINES),
    foot: cell.foot === '' ? [] : wrapText(cell.foot, inner - indent, 12, isMarked ? 600 : 400, 3),
  };
}

/** How high the card wants to be, with the space around it. */
export function stepHeight(cell: StepCell, width: number): number {
  const { title, foot } = linesOf(cell, width);
  return 2 * PAD + 14 + (title.length + Math.max(1, foot.length)) * LINE + 8;
}

/** A step as a card; all cards of a row are equally high: dashed planned, solid lived, "+" not on our map. */
export function drawStep(cell: StepCell, width: number, height: number): readonly SceneNode[] {
  const { title, foot } = linesOf(cell, width);
  const isPlus = cell.outline === 'plus';
  const box = { x: PAD + 0.75, y: PAD + 0.75, width: width - 2 * PAD - 1.5, height: height - 2 * PAD - 1.5 };
  const nodes: SceneNode[] = [
    {
      ...{ kind: 'rect', className: 'card', ...box, radius: 5, fill: 'surface' },
      ...(cell.outline === 'dashed'
        ? { stroke: 'control', strokeWidth: 1.25, dash: PLANNED_DASH }
        : { stroke: isPlus ? 'control' : 'line2', strokeWidth: isPlus ? 2 : 1.25 }),
    },
  ];
  if (cell.outline === 'solid') nodes.push(edge(cell, box));
  title.forEach((text, line) => {
    nodes.push(words(text, PAD + INSET, PAD + 18 + LINE * line, { weight: 600 }));
  });
  const from = height - PAD - 10 - LINE * (foot.length - 1);
  const isMarked = cell.mark !== null && cell.mark !== 'linked';
  const fill: Paint = isMarked ? STATUS_PAINT[cell.status][0] : 'ink3';
  foot.forEach((text, line) => {
    const style = { fill, weight: isMarked ? 600 : 400 } as const;
    nodes.push(words(text, PAD + INSET + (cell.mark === null ? 0 : 15), from + LINE * line, style));
  });
  if (cell.mark === 'linked')
    nodes.push({ kind: 'path', d: linkAt(PAD + INSET, from - 9), stroke: 'ink3', strokeWidth: 1.25, roundEnds: true });
  if (isMarked) nodes.push(glyph(cell.status, PAD + INSET, from - 10, 11));
  if (isPlus) nodes.push(...badge(width));
  if (cell.matters) nodes.push(star(width));
  return nodes;
}

/** Two links of a chain in 11 × 10. */
function linkAt(x: number, y: number): string {
  return `M${x + 4} ${y + 2}h-1a3 3 0 0 0 0 6h1M${x + 7} ${y + 2}h1a3 3 0 0 1 0 6h-1M${x + 3.5} ${y + 5}h4`;
}

/** The left edge of a lived card in the colour of its status, within the rounded corners. */
function edge({ status }: StepCell, { x, y, height }: { x: number; y: number; height: number }): SceneNode {
  const d = `M${x + 4} ${y}h-1a4 4 0 0 0 -4 4v${height - 8}a4 4 0 0 0 4 4h1z`;
  return { kind: 'path', d, fill: status === 'none' ? 'control' : STATUS_PAINT[status][0] };
}

/** A star on the corner: a moment that matters. */
function star(width: number): SceneNode {
  return {
    ...{ kind: 'group', x: width - PAD - 13, y: PAD - 6, title: 'a moment that matters' },
    children: [
      { kind: 'circle', cx: 9, cy: 9, r: 8.5, fill: 'surface', stroke: 'line2', strokeWidth: 1 },
      { kind: 'group', x: 3, y: 3, children: [{ kind: 'path', d: STAR, fill: 'ink2' }] },
    ],
  };
}

function badge(width: number): readonly SceneNode[] {
  const [cx, cy] = [width - PAD - 4, PAD + 3];
  const d = `M${cx} ${cy - 4}v8M${cx - 4} ${cy}h8`;
  return [
    { kind: 'circle', cx, cy, r: 8.5, fill: 'ink3', stroke: 'surface', strokeWidth: 1 },
    { kind: 'path', d, fill: 'none', stroke: 'surface', strokeWidth: 2, roundEnds: true },
  ];
}
