import type { Scene, SceneNode } from '../scene/scene.ts';
import { fitText, textWidth } from '../scene/text-width.ts';
import { glyph } from '../theme/glyphs.ts';
import { formatCount } from '../words/format.ts';
import { mapSentenceText } from '../words/map-sentence.ts';
import { STATUS_WORDS } from '../words/map-words.ts';
import { drawCell } from './draw-cell.ts';
import { stepHeight } from './draw-step.ts';
import type { MapCell, MapRow, MapStage, MapView, ToneText } from './map-view.ts';
import { type Drawn, PLANNED_DASH, statusChip, words } from './paint.ts';
import { paragraph } from './rich-text.ts';

const WIDTH = 1920;
const HEIGHT = 1080;
const SIDE = 64;
const HEAD = 196;
const FOOT = 76;
const MOST_LANES = 3;
const MOST_COLUMNS = 6;
/** Texts of 12 px are drawn 1.7 to 2.2 times as large: never under 20 px. */
const LARGEST = 2.2;
const SMALLEST = 1.7;

/**
 * One stage of a map for a screen of 1920 × 1080, readable from the back of a room: at most three lanes (row ids; those
 * that do not exist or do not fit are left out, with a note) and six columns. A stage that does not exist throws a RangeError.
 */
export function drawPresent(
  view: MapView,
  stageIndex: number,
  lanes: readonly string[] = ['steps', 'customers', 'voices'],
): Scene {
  const stage = view.stages[stageIndex];
  if (stage === undefined)
    throw new RangeError(`This map has ${view.stages.length} stages; ${stageIndex} is none of them`);
  const asked = lanes
    .slice(0, MOST_LANES)
    .flatMap((id) => view.rows.find((row) => row.id === id) ?? [])
    .map(withStatus);
  const columns = Math.min(stage.columns, MOST_COLUMNS);
  const head = drawHead(view, stage);
  const room = HEIGHT - head.height - FOOT;
  const fits = (rows: readonly MapRow[], scale: number): boolean =>
    rows.reduce((sum, row) => sum + rowHeight(row, stage, columns, scale), 0) <= room;
  let rows = asked;
  while (rows.length > 1 && !fits(rows, SMALLEST)) rows = rows.slice(0, -1);
  let scale = LARGEST;
  while (scale > SMALLEST && !fits(rows, scale)) scale = Math.max(SMALLEST, scale - 0.1);
  const nodes: SceneNode[] = [...head.nodes];
  const spare =
    (room - rows.reduce((sum, row) => sum + rowHeight(row, stage, columns, scale), 0)) / Math.max(1, rows.length);
  let y = head.height;
  for (const row of rows) {
    const height = rowHeight(row, stage, columns, scale) + Math.max(0, Math.min(40, spare));
    nodes.push({ kind: 'group', y, children: drawRow(row, { view, stage, columns, scale, height }) });
    y += height;
  }
  nodes.push(...drawFoot(view, stageIndex));
  const left = [
    ...(stage.columns > columns ? [`${stage.columns - columns} more steps of this stage are on the map.`] : []),
    ...asked.slice(rows.length).map(({ title }) => `${title} does not fit here; the map has it.`),
  ];
  const title = `${stage.title}: ${view.title}`;
  return {
    width: WIDTH,
    height: HEIGHT,
    title,
    description: mapSentenceText(view.sentence),
    nodes,
    stops: [],
    notes: left,
  };
}

/** In a room the status of a step is told on its card; that it is connected goes without saying. */
function withStatus(row: MapRow): MapRow {
  const cells = row.cells.map((cell) =>
    cell.kind === 'step' && cell.mark === 'linked'
      ? { ...cell, foot: STATUS_WORDS[cell.status], mark: cell.status }
      : cell,
  );
  return { ...row, cells };
}

function drawHead(view: MapView, stage: MapStage): Drawn {
  const nodes: SceneNode[] = [words(stage.title, SIDE, 82, { size: 44, weight: 600 })];
  let x = SIDE + textWidth(stage.title, 44, 600) + 24;
  if (stage.status !== null) {
    const chip = statusChip(stage.status, stage.words, x, 45, 24);
    nodes.push(...chip.nodes);
    x += chip.width + 24;
  }
  const journey = fitText(view.title, Math.max(200, WIDTH - SIDE - x), 24);
  nodes.push(words(journey, WIDTH - SIDE, 74, { size: 24, fill: 'ink2', anchor: 'end' }));
  const lead: ToneText = { text: `${view.sentence.lead} `, tone: 'strong', behind: null };
  const place = { x: SIDE, y: 130, width: WIDTH - 2 * SIDE, size: 26, leading: 36 };
  const said = paragraph([lead, ...view.sentence.rest], place);
  return { nodes: [...nodes, ...said.nodes], height: 116 + said.height + 16 };
}

interface RowPlace {
  readonly view: MapView;
  readonly stage: MapStage;
  readonly columns: number;
  readonly scale: number;
  readonly height: number;
}

function columnWidth(columns: number): number {
  return (WIDTH - 2 * SIDE - HEAD) / Math.max(2, columns);
}

function rowHeight(row: MapRow, stage: MapStage, columns: number, scale: number): number {
  const cells = row.cells.slice(stage.from, stage.from + columns);
  const width = columnWidth(columns) / scale;
  const heights = cells.map((cell) =>
    cell.kind === 'customers' ? 96 : drawCell(cell, width, scaleOf(cells, width)).height,
  );
  return Math.max(44, ...heights) * scale + 12;
}

function scaleOf(cells: readonly MapCell[], width: number): { readonly voices: number; readonly height: number } {
  const answers = cells.flatMap((cell) =>
    cell.kind === 'voices' ? [cell.voices.unhappy.n, cell.voices.neutral.n, cell.voices.happy.n] : [],
  );
  const cards = cells.flatMap((cell) => (cell.kind === 'step' ? [stepHeight(cell, width)] : []));
  return { voices: Math.max(0, ...answers), height: Math.max(0, ...cards) };
}

function drawRow(row: MapRow, { view, stage, columns, scale, height }: RowPlace): readonly SceneNode[] {
  const wide = columnWidth(columns);
  const cells = row.cells.slice(stage.from, stage.from + columns);
  const nodes: SceneNode[] = [];
  const title = fitText(row.title, HEAD - 16, 24, 600);
  cells.forEach((cell, at) => {
    const x = SIDE + HEAD + at * wide;
    const isOffMap = view.columns[stage.from + at]?.kind === 'off-map';
    const ground = { kind: 'rect', x, y: 0, width: wide, height } as const;
    if (isOffMap) nodes.push({ ...ground, fill: 'control', fillOpacity: 0.07 });
    if (view.columns[stage.from + at]?.isConnected === false) nodes.push({ ...ground, fill: 'canvas' });
    const drawn =
      cell.kind === 'customers'
        ? bar(cell, wide / scale)
        : drawCell(cell, wide / scale, scaleOf(cells, wide / scale)).nodes;
    nodes.push({ kind: 'group', x, y: 6, scale, children: drawn });
  });
  nodes.push({ kind: 'line', x1: SIDE, x2: WIDTH - SIDE, y1: 0, y2: 0, stroke: 'line2', strokeWidth: 2 });
  nodes.push(words(title, SIDE, 44, { size: 24, weight: 600, fill: 'ink2' }));
  return nodes;
}

/** Customers as a lying bar with its number twice as large as other words. */
function bar(cell: Extract<MapCell, { kind: 'customers' }>, width: number): readonly SceneNode[] {
  const room = width - 24;
  const text = cell.isOffMap ? `+ ${cell.had.text}` : cell.had.text;
  const of = cell.isOffMap || cell.had.of === null ? '' : `of ${formatCount(cell.had.of)}`;
  const nodes: SceneNode[] = [
    words(text, 10, 28, { size: 22, weight: 600 }),
    words(of, 10 + textWidth(`${text} `, 22, 600), 28, { size: 13, fill: 'ink2' }),
  ];
  let x = 10;
  const part = (
    share: number,
    style: Pick<Extract<SceneNode, { kind: 'rect' }>, 'fill' | 'hatch' | 'stroke'>,
  ): void => {
    if (share <= 0) return;
    const box = { kind: 'rect', x, y: 40, width: Math.max(2, room * share), height: 26 } as const;
    if (style.hatch === 'alert') nodes.push({ ...box, fill: 'alert-soft' });
    nodes.push({ ...box, ...style, ...(style.stroke === undefined ? {} : { strokeWidth: 1.5 }) });
    x += room * share;
  };
  part(cell.lived, cell.isOffMap ? { fill: 'volume-2', stroke: 'control' } : { fill: 'volume-2' });
  if (!cell.isOffMap) nodes.push({ kind: 'line', x1: x, x2: x, y1: 40, y2: 66, stroke: 'volume-4', strokeWidth: 2 });
  part(cell.harm, { hatch: 'alert' });
  part(cell.anotherWay, { hatch: 'control' });
  part(cell.notYet, { fill: 'volume-1' });
  if (cell.planned !== null) {
    const at = 10 + room * cell.planned;
    nodes.push({ kind: 'line', x1: at, x2: at, y1: 35, y2: 71, stroke: 'ink2', strokeWidth: 1.5, dash: PLANNED_DASH });
  }
  const isHarm = cell.gap?.tone === 'alert';
  if (isHarm) nodes.push(glyph('alert', 10, 76, 10));
  const below = cell.isOffMap ? 'not on our map' : (cell.gap?.text ?? '');
  const fill = isHarm ? 'alert' : 'ink3';
  if (below !== '') nodes.push(words(below, isHarm ? 24 : 10, 86, { weight: isHarm ? 600 : 400, fill }));
  return nodes;
}

function drawFoot({ stages, people, coverage }: MapView, index: number): readonly SceneNode[] {
  const y = HEIGHT - FOOT;
  const said = people === null ? coverage : `${formatCount(people)} customers, ${coverage}`;
  const place = `Stage ${index + 1} of ${stages.length}`;
  const nodes: SceneNode[] = [
    { kind: 'line', x1: SIDE, x2: WIDTH - SIDE, y1: y, y2: y, stroke: 'line2', strokeWidth: 2 },
    words(said, SIDE, y + 42, { size: 20, fill: 'ink2' }),
    words(place, WIDTH - SIDE, y + 42, { size: 20, fill: 'ink2', anchor: 'end' }),
  ];
  let x = WIDTH - SIDE - textWidth(place, 20) - 24;
  for (let at = stages.length - 1; at >= 0; at--) {
    const width = at === index ? 44 : 16;
    x -= width + 8;
    nodes.push({ kind: 'rect', x, y: y + 29, width, height: 12, radius: 6, fill: at === index ? 'accent' : 'line2' });
  }
  return nodes;
}
