import type { FocusStop, Scene, SceneNode } from '../scene/scene.ts';
import { mapSentenceText } from '../words/map-sentence.ts';
import { COLUMN, HEAD, loopStrip, rowStrip, type Span, type Strip, stageStrip } from './grid.ts';
import { drawHead, drawLegend } from './head.ts';
import type { MapRow, MapView } from './map-view.ts';
import { words } from './paint.ts';
import { walkable } from './walk-stops.ts';

export interface MapDrawing {
  /** `long`: everything on one page. A4 and A3 lie across, at 96 px an inch; what does not fit goes on further pages. */
  readonly page?: 'long' | 'a4' | 'a3';
  /** Title, sentence and facts above the map. Default true. */
  readonly hasTitle?: boolean;
  /** Marks and coverage. Default true. */
  readonly hasLegend?: boolean;
}

const MARGIN = 32;
const PAPER = { a4: [1123, 794], a3: [1587, 1123] } as const;
const FOOT = 22;

/**
 * The map as pictures, one a page; text is never scaled. A map without a column is one page that says so. Pages beyond
 * the first carry the title in one line, the stages and the steps again.
 */
export function drawMap(view: MapView, options: MapDrawing = {}): readonly Scene[] {
  const { page = 'long' } = options;
  if (page === 'long') return [longPage(view, options)];
  const [paperWidth, paperHeight] = PAPER[page];
  const [width, height] = [paperWidth - 2 * MARGIN, paperHeight - 2 * MARGIN - FOOT];
  const most = Math.max(1, Math.floor((width - HEAD) / COLUMN));
  const sheets: Strip[] = [];
  for (let from = 0; from < Math.max(1, view.columns.length); from += most) {
    const span = { from, to: Math.min(view.columns.length, from + most) };
    let rows = view.rows;
    do {
      const isFirst = sheets.length === 0;
      const top = stacked([...(isFirst ? headOf(view, options, width) : [shortHead(view)]), ...stagesOf(view, span)]);
      const repeats = rows.length < view.rows.length ? view.rows.slice(0, 1) : [];
      const { strips, taken } = fitting([...repeats, ...rows], view, span, height - top.height);
      sheets.push(stacked([top, ...strips]));
      rows = rows.slice(taken - repeats.length);
    } while (rows.length > 0);
  }
  return sheets.map((sheet, index) => {
    const foot = `Page ${index + 1} of ${sheets.length}`;
    const nodes: SceneNode[] = [
      { kind: 'group', x: MARGIN, y: MARGIN, children: sheet.nodes },
      words(foot, paperWidth - MARGIN, paperHeight - MARGIN + 4, { fill: 'ink3', anchor: 'end' }),
      words(view.coverage, MARGIN, paperHeight - MARGIN + 4, { fill: 'ink3' }),
    ];
    const stops = sheet.stops.map((stop) => ({ ...stop, x: stop.x + MARGIN, y: stop.y + MARGIN }));
    return sceneOf(view, { nodes, stops, height: paperHeight }, paperWidth);
  });
}

function longPage(view: MapView, options: MapDrawing): Scene {
  const width = Math.max(720, HEAD + view.columns.length * COLUMN);
  const span = { from: 0, to: view.columns.length };
  const rows = view.rows.map((row) => rowStrip(row, view, span));
  const parts = [...headOf(view, options, width), ...stagesOf(view, span), ...rows];
  const whole = stacked(view.columns.length === 0 ? [...headOf(view, options, width), empty()] : parts);
  return sceneOf(view, whole, width);
}

function sceneOf(view: MapView, { nodes, stops, height }: Strip, width: number): Scene {
  return {
    ...{ width, height: Math.ceil(height), title: view.title, description: mapSentenceText(view.sentence), nodes },
    ...{ stops: walkable(stops), notes: view.notes },
  };
}

function empty(): Strip {
  return { nodes: [words('No step to show here.', 12, 32, { size: 13, fill: 'ink3' })], stops: [], height: 56 };
}

function headOf(view: MapView, { hasTitle = true, hasLegend = true }: MapDrawing, width: number): readonly Strip[] {
  return [
    ...(hasTitle ? [{ ...drawHead(view, width), stops: [] }] : []),
    ...(hasLegend ? [{ ...drawLegend(view, width), stops: [] }] : []),
  ];
}

function shortHead({ title }: MapView): Strip {
  return { nodes: [words(title, 0, 14, { size: 13, weight: 600, fill: 'ink2' })], stops: [], height: 26 };
}

function stagesOf(view: MapView, span: Span): readonly Strip[] {
  return view.columns.length === 0 ? [empty()] : [stageStrip(view, span), loopStrip(view, span)];
}

/** As many rows as fit, and at least one that is new. */
function fitting(
  rows: readonly MapRow[],
  view: MapView,
  span: Span,
  room: number,
): { readonly strips: readonly Strip[]; readonly taken: number } {
  const strips: Strip[] = [];
  let height = 0;
  for (const row of rows) {
    const strip = rowStrip(row, view, span);
    if (strips.length > 1 && height + strip.height > room) break;
    strips.push(strip);
    height += strip.height;
  }
  return { strips, taken: strips.length };
}

/** Strips one below the other. */
function stacked(strips: readonly Strip[]): Strip {
  const nodes: SceneNode[] = [];
  const stops: FocusStop[] = [];
  let y = 0;
  for (const strip of strips) {
    nodes.push({ kind: 'group', y, children: strip.nodes });
    for (const stop of strip.stops) stops.push({ ...stop, y: stop.y + y });
    y += strip.height;
  }
  return { nodes, stops, height: y };
}
