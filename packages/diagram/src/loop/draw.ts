import type { Loop } from '@continuo/core';
import type { Scene, SceneNode } from '../scene/scene.ts';
import { fitText } from '../scene/text-width.ts';
import { counted, formatCount, formatDuration, formatShare } from '../words/format.ts';
import { loopSentence } from '../words/loop-sentence.ts';
import { textOf } from '../words/sentence.ts';

export interface LoopOptions {
  readonly width: number;
  /** Silence after which the next event is a new time round, ms; said below the picture. */
  readonly lapGapMs: number;
  readonly title?: string;
}

const SIDE = 12;
const TOP = 210;
const ROW = 26;
const MOST_ROWS = 6;

/**
 * The loop: everyone goes round once (left), some come again (right), after a silence in between; below, how often
 * customers go round and with which step they come in again. Nobody came back: the right side says so.
 */
export function drawLoop(loop: Loop, options: LoopOptions): Scene {
  const width = Math.max(560, options.width);
  const half = (width - 24 - 2 * SIDE) / 2;
  const second = SIDE + half + 24;
  const laps = loop.laps.slice(0, MOST_ROWS);
  const entries = loop.reentry.slice(0, MOST_ROWS);
  const rows = Math.max(laps.length, entries.length, 1);
  const title = options.title ?? 'How customers come round again';
  const most = laps.reduce((max, lap) => Math.max(max, lap.people), 0);
  const strongest = entries.reduce((max, entry) => Math.max(max, entry.laps), 0);
  const nodes: SceneNode[] = [...figure(loop, width)];
  nodes.push(heading('How often they go round', SIDE), heading('Where they come in again', second));
  laps.forEach(({ laps: lap, people }, index) => {
    const name = lap === 1 ? 'once' : lap === 2 ? 'twice' : `${formatCount(lap)} times`;
    nodes.push(
      ...bar({
        x: SIDE,
        index,
        width: half,
        name,
        share: people / Math.max(1, most),
        text: formatShare(people, loop.people),
      }),
    );
  });
  entries.forEach(({ activity, laps: count, people }, index) => {
    const share = count / Math.max(1, strongest);
    const text = `${formatCount(count)} times, ${counted(people, 'customer')}`;
    nodes.push(...bar({ x: second, index, width: half, name: activity, share, text }));
  });
  if (entries.length === 0) {
    const y = TOP + 42;
    nodes.push({
      kind: 'text',
      x: second,
      y,
      text: 'Nobody has come back yet.',
      size: 12,
      weight: 400,
      fill: 'ink3',
    });
  }
  const notes = [`A new time round begins after ${formatDuration(options.lapGapMs)} without a moment.`];
  const [moreLaps, moreEntries] = [loop.laps.length - laps.length, loop.reentry.length - entries.length];
  if (moreLaps > 0 || moreEntries > 0) notes.push('The rarest are left out here; the table holds them all.');
  return {
    ...{ width, height: TOP + 36 + rows * ROW, title, description: textOf(loopSentence(loop)), nodes, notes },
    stops: [],
  };
}

function heading(text: string, x: number): SceneNode {
  return { kind: 'text', x, y: TOP + 14, text, size: 13, weight: 600, fill: 'ink' };
}

interface Bar {
  readonly x: number;
  readonly index: number;
  readonly width: number;
  readonly name: string;
  readonly share: number;
  readonly text: string;
}

function bar({ x, index, width, name, share, text }: Bar): SceneNode[] {
  const y = TOP + 28 + index * ROW;
  const label = Math.min(150, width * 0.36);
  const room = Math.max(20, width - label - 195);
  const style = { kind: 'text', y: y + 13, size: 12, weight: 400 } as const;
  return [
    { ...style, x, text: fitText(name, label - 8, 12), fill: 'ink', title: name },
    { kind: 'rect', x: x + label, y: y + 3, width: Math.max(2, room * share), height: 12, radius: 2, fill: 'volume-3' },
    { ...style, x: x + label + Math.max(2, room * share) + 8, text, fill: 'ink2' },
  ];
}

/** Two rings that meet in the middle; the right one as thick as customers come back. */
function figure(loop: Loop, width: number): SceneNode[] {
  const [cx, cy] = [width / 2, 98];
  const reach = Math.min(230, width / 2 - 110);
  const share = loop.people === 0 ? 0 : loop.cameBack / loop.people;
  const ring = (side: 1 | -1): string =>
    `M${cx} ${cy}C${cx + side * reach * 0.35} ${cy - 92} ${cx + side * reach} ${cy - 92} ${cx + side * reach} ${cy}` +
    `C${cx + side * reach} ${cy + 92} ${cx + side * reach * 0.35} ${cy + 92} ${cx} ${cy}`;
  const again = Math.max(loop.cameBack > 0 ? 2 : 1.5, 14 * share);
  const line = { kind: 'path', fill: 'none', roundEnds: true } as const;
  const middle = { kind: 'text', anchor: 'middle' } as const;
  const left = cx - reach * 0.56;
  const right = cx + reach * 0.56;
  const wait = loop.betweenMs;
  return [
    { ...line, d: ring(-1), stroke: 'volume-3', strokeWidth: 14 },
    { ...line, d: ring(1), stroke: loop.cameBack > 0 ? 'volume-4' : 'line2', strokeWidth: again },
    // The way round: out of the middle at the top, back into it from below.
    { kind: 'path', d: `M${cx - reach - 8} ${cy - 6}l8 14l8 -14z`, fill: 'volume-5' },
    ...(loop.cameBack > 0
      ? [{ kind: 'path', d: `M${cx + reach - 8} ${cy - 6}l8 14l8 -14z`, fill: 'volume-5' } as const]
      : []),
    { ...middle, x: left, y: cy - 4, text: formatCount(loop.people), size: 20, weight: 600, fill: 'ink' },
    {
      ...middle,
      x: left,
      y: cy + 15,
      text: loop.people === 1 ? 'customer, first time' : 'customers, first time',
      size: 12,
      weight: 400,
      fill: 'ink2',
    },
    {
      ...middle,
      x: right,
      y: cy - 4,
      text: formatShare(loop.cameBack, loop.people),
      size: 20,
      weight: 600,
      fill: 'ink',
    },
    { ...middle, x: right, y: cy + 15, text: 'came back', size: 12, weight: 400, fill: 'ink2' },
    ...(wait === null
      ? []
      : [
          {
            ...middle,
            x: cx,
            y: cy + 88,
            text: `half stay away longer than ${formatDuration(wait.median)},`,
            size: 12,
            weight: 500,
            fill: 'ink',
            halo: 'surface',
          } as const,
          {
            ...middle,
            x: cx,
            y: cy + 104,
            text: `1 in 10 longer than ${formatDuration(wait.p90)}`,
            size: 12,
            weight: 400,
            fill: 'ink2',
            halo: 'surface',
          } as const,
        ]),
  ];
}
