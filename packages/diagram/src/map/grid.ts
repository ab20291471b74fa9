import type { Behind } from '@continuo/core';
import type { FocusStop, SceneNode } from '../scene/scene.ts';
import { fitText, textWidth, wrapText } from '../scene/text-width.ts';
import { drawCell, type RowScale } from './draw-cell.ts';
import { CUSTOMERS_BASE, CUSTOMERS_HEIGHT } from './draw-customers.ts';
import { drawEmotion, EMOTION_HEIGHT } from './draw-emotion.ts';
import { stepHeight } from './draw-step.ts';
import type { MapCell, MapRow, MapView } from './map-view.ts';
import { LINE, statusChip, words, wrapped } from './paint.ts';

export const COLUMN = 116;
export const HEAD = 124;
const STAGE_NARROW = 62;
const STAGE_WIDE = 44;
const LOOP = 28;

/** Which columns are drawn: `from` … `to` - 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A drawn strip of the grid, from (0, 0) down. */
export interface Strip {
  readonly nodes: readonly SceneNode[];
  readonly stops: readonly FocusStop[];
  readonly height: number;
}

/** The names of the stages with how they go; a stage cut by a page is named on both. */
export function stageStrip({ stages }: MapView, span: Span): Strip {
  const shown = stages.filter(({ from, columns }) => from < span.to && from + columns > span.from);
  const parts = shown.map((stage) => {
    const first = Math.max(stage.from, span.from);
    const columns = Math.min(stage.from + stage.columns, span.to) - first;
    const chip = stage.status === null ? null : statusChip(stage.status, stage.words, 0, 0);
    const room = columns * COLUMN - 16;
    const isWide = chip === null || textWidth(stage.title, 13, 600) + chip.width + 8 <= room;
    return { stage, x: HEAD + (first - span.from) * COLUMN, columns, chip, room, isWide };
  });
  const height = parts.every(({ isWide }) => isWide) ? STAGE_WIDE : STAGE_NARROW;
  const width = HEAD + (span.to - span.from) * COLUMN;
  const nodes: SceneNode[] = [
    { kind: 'rect', x: 0, y: 0, width: HEAD, height, fill: 'canvas' },
    words('Stage', 12, 22, { weight: 600, fill: 'ink2' }),
  ];
  for (const { stage, x, columns, chip, room, isWide } of parts) {
    const y = isWide ? height / 2 + 5 : 24;
    nodes.push({ kind: 'line', x1: x, x2: x, y1: 0, y2: height, stroke: 'line2', strokeWidth: 1 });
    nodes.push(words(fitText(stage.title, room, 13, 600), x + 9, y, { size: 13, weight: 600 }));
    if (chip === null || stage.status === null) continue;
    const left = isWide ? x + columns * COLUMN - chip.width - 8 : x + 7;
    nodes.push(...statusChip(stage.status, stage.words, left, isWide ? y - 15 : 33).nodes);
  }
  nodes.push(...frame(width, height, 'line2'));
  return { nodes, stops: [], height };
}

/** The rail from the last column back to where those who come again come in. */
export function loopStrip({ loop }: MapView, span: Span): Strip {
  if (loop === null) return { nodes: [], stops: [], height: 0 };
  const width = HEAD + (span.to - span.from) * COLUMN;
  const nodes: SceneNode[] = [
    { kind: 'rect', x: 0, y: 0, width: HEAD, height: LOOP, fill: 'canvas' },
    words('Loop', 12, 18, { weight: 600, fill: 'ink2' }),
  ];
  const middle = (column: number): number => HEAD + (column - span.from) * COLUMN + COLUMN / 2;
  const right = Math.min(width, middle(loop.from));
  const left = Math.max(HEAD, loop.to === null ? HEAD : middle(loop.to));
  if (right > left) {
    const start = loop.from < span.to ? `M${right} ${LOOP}v-9a6 6 0 0 0 -6 -6H` : `M${right} 13H`;
    const isTarget = loop.to !== null && loop.to >= span.from;
    const d = isTarget ? `${start}${left + 6}a6 6 0 0 0 -6 6v4` : `${start}${left}`;
    nodes.push({ kind: 'path', d, fill: 'none', stroke: 'accent', strokeWidth: 1.5 });
    if (isTarget) nodes.push({ kind: 'path', d: `M${left - 4} 20l4 7l4 -7z`, fill: 'accent' });
  }
  const text = fitText(`∞ ${loop.text}`, width - HEAD - 32, 12, 500);
  const wide = textWidth(text, 12, 500) + 24;
  const x = Math.max(HEAD + 4, Math.min((Math.max(left, HEAD) + right - wide) / 2, width - wide - 4));
  const pill: SceneNode[] = [
    { kind: 'rect', x, y: 3, width: wide, height: 20, radius: 10, fill: 'accent-soft' },
    words(text, x + wide / 2, 17, { weight: 500, fill: 'accent', anchor: 'middle' }),
  ];
  const stop: FocusStop = {
    ...{ id: 'loop', label: loop.text, x, y: 3, width: wide, height: 20, behind: loop.figure.behind, next: {} },
  };
  return { nodes: [...nodes, { kind: 'group', stop: 'loop', children: pill }], stops: [stop], height: LOOP };
}

/** One row of the grid with its head; as high as its highest cell. */
export function rowStrip(row: MapRow, view: MapView, span: Span): Strip {
  const cells = row.cells.slice(span.from, span.to);
  const scale = scaleOf(row);
  const drawn = cells.map((cell) => drawCell(cell, COLUMN, scale));
  const isEmotion = cells.some(({ kind }) => kind === 'emotion');
  const head = headOf(row);
  const tallest = Math.max(head.height, isEmotion ? EMOTION_HEIGHT : 0, ...drawn.map(({ height }) => height));
  const height = Math.ceil(Math.max(row.id === 'customers' ? CUSTOMERS_HEIGHT : 30, tallest));
  const nodes: SceneNode[] = [{ kind: 'rect', x: 0, y: 0, width: HEAD, height, fill: 'canvas' }, ...head.nodes];
  const stops: FocusStop[] = [];
  const gaps: FocusStop[] = [];
  if (isEmotion) nodes.push({ kind: 'group', x: HEAD, children: drawEmotion(cells, COLUMN) });
  cells.forEach((cell, at) => {
    const column = view.columns[span.from + at];
    const x = HEAD + at * COLUMN;
    nodes.push(...groundOf(cell, column?.kind === 'off-map', { x, height }));
    const offWords = row.id === 'customers' && cell.kind === 'nothing' ? offText(cell.words, x) : [];
    const children = drawn[at]?.nodes ?? [];
    if (cell.kind === 'nothing') nodes.push({ kind: 'group', x, children }, ...offWords);
    else {
      const id = `${row.id}:${column?.id ?? at}`;
      const rest: SceneNode = { kind: 'rect', x: 0, y: 0, width: COLUMN, height, fill: 'surface', fillOpacity: 0 };
      nodes.push({ kind: 'group', x, stop: id, children: [rest, ...children] });
      stops.push({ id, label: cell.label, x, y: 0, width: COLUMN, height, behind: behindOf(cell), next: {} });
    }
    nodes.push({ kind: 'line', x1: x, x2: x, y1: 0, y2: height, stroke: 'line', strokeWidth: 1 });
    if (cell.kind === 'customers') gaps.push(...gapStop(cell, `gap:${column?.id ?? at}`, x));
  });
  for (const { id, x, y, width, height: tall } of gaps) {
    const area: SceneNode = { kind: 'rect', x, y, width, height: tall, fill: 'surface', fillOpacity: 0 };
    nodes.push({ kind: 'group', stop: id, children: [area] });
  }
  return {
    nodes: [...nodes, ...frame(HEAD + cells.length * COLUMN, height, 'line')],
    stops: [...stops, ...gaps],
    height,
  };
}

/** Those who are missing can be walked to on their own. */
function gapStop(cell: Extract<MapCell, { kind: 'customers' }>, id: string, x: number): readonly FocusStop[] {
  if (cell.gap?.figure.behind == null) return [];
  const label = `${cell.gap.text}: ${cell.label}`;
  const box = { x, y: CUSTOMERS_BASE + 2, width: COLUMN, height: CUSTOMERS_HEIGHT - CUSTOMERS_BASE - 2 };
  return [{ id, label, ...box, behind: cell.gap.figure.behind, next: {} }];
}

function scaleOf({ id, cells }: MapRow): RowScale {
  const heights =
    id === 'steps' ? cells.flatMap((cell) => (cell.kind === 'step' ? [stepHeight(cell, COLUMN)] : [])) : [];
  const answers = cells.flatMap((cell) =>
    cell.kind === 'voices' ? [cell.voices.unhappy.n, cell.voices.neutral.n, cell.voices.happy.n] : [],
  );
  return { voices: Math.max(0, ...answers), height: Math.max(0, ...heights) };
}

function headOf({ title, note }: MapRow): { readonly nodes: readonly SceneNode[]; readonly height: number } {
  const room = { x: 12, width: HEAD - 20 };
  const top = wrapped(title, { ...room, y: 20, lines: 3 }, { weight: 600, fill: 'ink2' });
  const below = wrapped(note, { ...room, y: 20 + top.height, lines: 5 }, { fill: 'ink3' });
  return { nodes: [...top.nodes, ...below.nodes], height: top.height + below.height + 14 };
}

function groundOf(
  cell: MapCell,
  isOffMap: boolean,
  { x, height }: { x: number; height: number },
): readonly SceneNode[] {
  const box = { kind: 'rect', x, y: 0, width: COLUMN, height } as const;
  if (isOffMap) return [{ ...box, fill: 'control', fillOpacity: 0.07 }];
  return cell.kind === 'nothing' && cell.isOff ? [{ ...box, fill: 'canvas' }] : [];
}

function offText(text: string, x: number): readonly SceneNode[] {
  return wrapText(text, COLUMN - 8, 12, 400, 2).map((line, at) =>
    words(line, x + COLUMN / 2, 98 + LINE * at, { fill: 'ink3', anchor: 'middle' }),
  );
}

function frame(width: number, height: number, stroke: 'line' | 'line2'): readonly SceneNode[] {
  return [
    { kind: 'line', x1: HEAD, x2: HEAD, y1: 0, y2: height, stroke: 'line2', strokeWidth: 1 },
    { kind: 'line', x1: 0, x2: width, y1: height, y2: height, stroke, strokeWidth: 1 },
  ];
}

/** Whose number a cell is; the first one where it has several. */
function behindOf(cell: MapCell): Behind | null {
  switch (cell.kind) {
    case 'customers':
      return cell.had.behind;
    case 'channels':
      return cell.parts[0]?.figure?.behind ?? null;
    case 'voices':
      return cell.voices.unhappy.behind;
    case 'time':
      return cell.half?.behind ?? null;
    case 'count':
      return cell.figure.behind;
    default:
      return null;
  }
}
