import type { Scene, SceneNode } from '../scene/scene.ts';
import { formatDate, formatDay } from '../words/calendar.ts';
import { counted, formatCount } from '../words/format.ts';
import { usualWords, valueWords } from '../words/watch-words.ts';

/** A watched number over time with what was usual. */
export interface WatchChartData {
  readonly period: 'day' | 'week' | 'hour';
  /** Values are shares `n / of`. */
  readonly isShare: boolean;
  readonly points: readonly WatchPoint[];
  /** What is usual was learnt from here; null: still learning. */
  readonly learnt: { readonly fromMs: number; readonly toMs: number } | null;
}

export interface WatchPoint {
  readonly fromMs: number;
  readonly n: number;
  readonly of: number | null;
  readonly usual: { readonly centre: number; readonly lo: number; readonly hi: number } | null;
  readonly saw: 'learnt' | 'usual' | 'beyond' | 'run' | 'silent' | 'few';
}

export interface WatchChartOptions {
  readonly width: number;
  readonly timeZone: string;
  readonly title: string;
  /** Default 150. */
  readonly height?: number;
  /** Moments to be marked: when the watch speaks, or would have spoken. */
  readonly spoken?: readonly number[];
}

const LEFT = 44;
const RIGHT = 10;
const TOP = 26;
const BOTTOM = 24;
/** A share of fewer than five tells nothing; it is drawn, but not held against anything. */
const SMALL = 1.6;

/** Points over time, the usual range behind them, a triangle where a point is outside it, a line where the watch speaks. */
export function drawWatchChart(data: WatchChartData, options: WatchChartOptions): Scene {
  const { width, timeZone, title, height = 150, spoken = [] } = options;
  const { points, isShare } = data;
  const description = chartWords(data, options);
  const [first, last] = [points[0], points.at(-1)];
  const base = { width, height, title, description, stops: [], notes: [] };
  if (first === undefined || last === undefined)
    return {
      ...base,
      nodes: [
        { kind: 'text', x: 12, y: height / 2, text: 'Nothing is known yet.', size: 13, weight: 400, fill: 'ink3' },
      ],
    };
  const shareOf = ({ n, of }: WatchPoint): number => (of === null ? n : of === 0 ? 0 : n / of);
  const shown = points.filter(({ of, saw }) => (of === null || of > 0) && saw !== 'silent');
  const most = Math.max(0, ...shown.map(shareOf), ...points.map(({ usual }) => finite(usual?.hi)));
  const top = isShare ? Math.min(1, roundUp(most * 100) / 100) || 1 : roundUp(most);
  const inner = Math.max(1, width - LEFT - RIGHT);
  const x = (ms: number): number =>
    LEFT + (last.fromMs === first.fromMs ? inner / 2 : (inner * (ms - first.fromMs)) / (last.fromMs - first.fromMs));
  const y = (value: number): number => TOP + (height - TOP - BOTTOM) * (1 - Math.min(1, Math.max(0, value / top)));
  const nodes: SceneNode[] = [];
  const band = points.filter((point) => point.usual !== null);
  if (band.length > 0) {
    const up = band.map(({ fromMs, usual }) => `${at(x(fromMs))} ${at(y(Math.min(top, usual?.hi ?? 0)))}`);
    const down = [...band].reverse().map(({ fromMs, usual }) => `${at(x(fromMs))} ${at(y(usual?.lo ?? 0))}`);
    nodes.push({ kind: 'path', d: `M${[...up, ...down].join('L')}Z`, fill: 'volume-1' });
    const middle = band.map(({ fromMs, usual }) => `${at(x(fromMs))} ${at(y(usual?.centre ?? 0))}`);
    nodes.push({ kind: 'path', d: `M${middle.join('L')}`, stroke: 'volume-3', strokeWidth: 1, fill: 'none' });
  }
  for (const tick of [0, top / 2, top].filter((tick) => isShare || Number.isInteger(tick))) {
    const label = isShare ? `${formatCount(tick * 100)}` : formatCount(tick);
    nodes.push({ kind: 'line', x1: LEFT, x2: width - RIGHT, y1: y(tick), y2: y(tick), stroke: 'line' });
    nodes.push({ ...text(LEFT - 6, y(tick) + 4, label), anchor: 'end' });
  }
  nodes.push(text(LEFT, height - 6, shortDay(first.fromMs, timeZone)));
  nodes.push({ ...text(width - RIGHT, height - 6, shortDay(last.fromMs, timeZone)), anchor: 'end' });
  if (isShare) nodes.push(text(2, 12, 'of 100'));
  if (data.learnt) {
    const [from, to] = [x(Math.max(first.fromMs, data.learnt.fromMs)), x(Math.min(last.fromMs, data.learnt.toMs))];
    nodes.push({ kind: 'line', x1: from, x2: to, y1: TOP - 6, y2: TOP - 6, stroke: 'ink3', strokeWidth: 1.5 });
    if (to - from > 90) nodes.push({ ...text((from + to) / 2, TOP - 11, 'the usual'), anchor: 'middle' });
  }
  for (const ms of spoken.filter((ms) => ms >= first.fromMs && ms <= last.fromMs)) {
    nodes.push({
      kind: 'line',
      x1: x(ms),
      x2: x(ms),
      y1: TOP - 8,
      y2: height - BOTTOM,
      stroke: 'ink2',
      strokeWidth: 1,
    });
    const isRight = x(ms) > width - 90;
    nodes.push({
      ...text(x(ms) + (isRight ? -4 : 4), 12, shortDay(ms, timeZone), 'ink'),
      anchor: isRight ? 'end' : 'start',
    });
  }
  for (const point of shown) {
    const [px, py] = [x(point.fromMs), y(shareOf(point))];
    if (point.saw === 'beyond') nodes.push(outside(px, py, point, shareOf(point)));
    else if (point.saw === 'run')
      nodes.push({ kind: 'circle', cx: px, cy: py, r: 2.6, fill: 'surface', stroke: 'alert', strokeWidth: 1.5 });
    else
      nodes.push({
        kind: 'circle',
        cx: px,
        cy: py,
        r: point.saw === 'few' ? SMALL : 2,
        fill: point.saw === 'few' ? 'ink3' : 'ink2',
      });
  }
  return { ...base, nodes };
}

function outside(x: number, y: number, { usual }: WatchPoint, value: number): SceneNode {
  const isAbove = usual === null || value > usual.hi;
  const d = isAbove ? `M${at(x)} ${at(y - 5)}l4.5 8h-9z` : `M${at(x)} ${at(y + 5)}l4.5 -8h-9z`;
  return { kind: 'path', d, fill: 'alert' };
}

function text(x: number, y: number, words: string, fill: 'ink' | 'ink3' = 'ink3') {
  return { kind: 'text', x, y, text: words, size: 12, weight: 400, fill } as const;
}

const at = (value: number): string => value.toFixed(1);
const finite = (value: number | undefined): number =>
  value !== undefined && value < Number.MAX_SAFE_INTEGER ? value : 0;

/** "1 Oct". */
function shortDay(ms: number, timeZone: string): string {
  return formatDay(ms, timeZone).split(' ').slice(1).join('\u00a0');
}

function roundUp(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 4, 5, 10].map((step) => step * size).find((top) => top >= most) ?? most;
}

/** The chart in words: how long, what was usual, how many outside, the newest value. */
function chartWords({ points, learnt, period }: WatchChartData, { timeZone }: WatchChartOptions): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing is known yet.';
  const span = `${counted(points.length, period)} from ${formatDate(first.fromMs, timeZone)} to ${formatDate(last.fromMs, timeZone)}`;
  if (learnt === null) return `${span}. Still learning what is usual.`;
  const outside = points.filter(({ saw }) => saw === 'beyond' || saw === 'run').length;
  const newest = `The newest: ${valueWords(last.n, last.of)}`;
  const usual = last.usual
    ? `, usually ${usualWords({ lo: last.usual.lo, hi: finite(last.usual.hi) || Number.MAX_SAFE_INTEGER }, last.of)}`
    : '';
  return `${span}. Unusual: ${outside === 0 ? 'none' : formatCount(outside)}. ${newest}${usual}.`;
}
