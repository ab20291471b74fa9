import type { Timeline } from '@continuo/core';
import { findSpot, TakenRoom } from '../path-graph/labels.ts';
import type { FocusStop, Scene, SceneNode } from '../scene/scene.ts';
import { fitText, textWidth } from '../scene/text-width.ts';
import { channelIcon, channelOf } from '../theme/channels.ts';
import { face } from '../theme/glyphs.ts';
import { formatDateTime, formatDay } from '../words/calendar.ts';
import { counted, formatDuration } from '../words/format.ts';
import { textOf } from '../words/sentence.ts';
import { timelineSentence } from '../words/timeline-sentence.ts';
import { layTimeline, type PlacedMoment, type TimelineLayout } from './lay.ts';

export interface TimelineOptions {
  readonly width: number;
  readonly timeZone: string;
  /** Index of the chosen moment. */
  readonly selected?: number | null;
  /** Draws only what lies between these places on the axis; default all. */
  readonly fromX?: number;
  readonly toX?: number;
  readonly title?: string;
}

const stopId = (index: number): string => `moment:${index}`;

/** One person's moments across channels on a time axis; faces where they told how it felt; long silences cut and marked. */
export function drawTimeline(timeline: Timeline, options: TimelineOptions): Scene {
  const layout = layTimeline(timeline, options);
  const [from, to] = [options.fromX ?? 0, options.toX ?? layout.width];
  const shown = layout.moments.filter((placed) => placed.x >= from - 40 && placed.x <= to + 40);
  const room = new TakenRoom();
  const marks = shown.flatMap((placed) => drawMoment(placed, options, room));
  for (const { fromX, toX } of layout.cuts)
    room.take({ x: (fromX + toX) / 2 - 10, y: 40, width: 20, height: layout.height });
  const names = shown.flatMap((placed) => nameOf(placed, layout, room) ?? []);
  const notes = timeline.leftOut > 0 ? [`${counted(timeline.leftOut, 'more moment')} not shown.`] : [];
  return {
    ...{ width: layout.width, height: layout.height, title: options.title ?? 'One customer’s moments, by channel' },
    description: textOf(timelineSentence(timeline, options.timeZone)),
    nodes: [
      ...drawLanes(layout),
      ...drawDays(layout, shown, options.timeZone),
      ...drawCuts(layout, from, to),
      ...marks,
      ...names,
    ],
    stops: shown.map((placed) => stopOf(placed, layout.moments.length, options)),
    notes,
  };
}

function drawLanes({ lanes, left, width }: TimelineLayout): SceneNode[] {
  return lanes.flatMap(({ channel, y }): SceneNode[] => [
    { kind: 'line', x1: left, y1: y, x2: width - 16, y2: y, stroke: 'line2', strokeWidth: 1 },
    channelIcon(channel, 8, y - 8, 16),
    {
      ...{ kind: 'text', x: 32, y: y + 4, text: fitText(channelOf(channel).name, left - 40, 12) },
      size: 12,
      weight: 500,
      fill: 'ink2',
    },
  ]);
}

/** The day above the first moment of each day, where there is room. */
function drawDays({ height }: TimelineLayout, shown: readonly PlacedMoment[], timeZone: string): SceneNode[] {
  const nodes: SceneNode[] = [];
  let [last, free] = ['', 0];
  for (const { moment, x } of shown) {
    const day = formatDay(moment.timeMs, timeZone);
    if (day === last) continue;
    last = day;
    nodes.push({ kind: 'line', x1: x, y1: 30, x2: x, y2: height - 12, stroke: 'line', strokeWidth: 1 });
    if (x - 8 < free) continue;
    nodes.push({ kind: 'text', x: x - 8, y: 20, text: day, size: 12, weight: 600, fill: 'ink' });
    free = x + 76;
  }
  return nodes;
}

function drawCuts({ cuts, height }: TimelineLayout, from: number, to: number): SceneNode[] {
  return cuts.flatMap(({ fromX, toX, ms }): SceneNode[] => {
    if (toX < from || fromX > to) return [];
    const middle = (fromX + toX) / 2;
    const words = formatDuration(ms);
    let d = `M${middle - 4} 44`;
    for (let y = 44; y + 12 <= height - 12; y += 12) d += `l8 6l-8 6`;
    return [
      { kind: 'rect', x: middle - 12, y: 40, width: 24, height: height - 52, fill: 'surface' },
      {
        kind: 'path',
        d,
        fill: 'none',
        stroke: 'control',
        strokeWidth: 1.25,
        title: `${words} without a moment, not drawn to scale`,
      },
      {
        kind: 'text',
        x: middle,
        y: 36,
        text: words,
        size: 12,
        weight: 400,
        fill: 'ink3',
        anchor: 'middle',
        halo: 'surface',
      },
    ];
  });
}

function drawMoment({ index, moment, x, y }: PlacedMoment, options: TimelineOptions, room: TakenRoom): SceneNode[] {
  const children: SceneNode[] = [];
  if (options.selected === index)
    children.push({ kind: 'circle', cx: x, cy: y, r: 14, fill: 'accent-soft', stroke: 'accent', strokeWidth: 2 });
  if (moment.felt === 'none') {
    const fill = channelOf(moment.channel).token;
    children.push({ kind: 'circle', cx: x, cy: y, r: 6, fill, stroke: 'surface', strokeWidth: 1.5 });
  } else {
    children.push({ kind: 'circle', cx: x, cy: y, r: 10, fill: 'surface' }, face(moment.felt, x - 10, y - 10, 20));
  }
  room.take({ x: x - 11, y: y - 11, width: 22, height: 22 });
  return [{ kind: 'group', className: 'moment', stop: stopId(index), children }];
}

/** The step below its moment, or above it, inside the axis; not written where there is no room: it is told on focus. */
function nameOf({ moment, x, y }: PlacedMoment, { left, width }: TimelineLayout, room: TakenRoom): SceneNode | null {
  const text = fitText(moment.activity, 148, 12);
  const half = textWidth(text, 12) / 2;
  const middle = Math.min(Math.max(x, left + half), width - 8 - half);
  const spots = [
    { x: middle, y: y + 24 },
    { x: middle, y: y - 15 },
  ];
  const spot = findSpot({ text, size: 12, weight: 400, spots }, room);
  if (spot === null) return null;
  return { ...{ kind: 'text', ...spot, text, size: 12, weight: 400, fill: 'ink' }, anchor: 'middle', halo: 'surface' };
}

function stopOf({ index, moment, x, y }: PlacedMoment, count: number, { timeZone }: TimelineOptions): FocusStop {
  const said = moment.text === '' ? '' : `, “${moment.text}”`;
  const felt = moment.felt === 'none' ? '' : `, ${moment.felt}`;
  const label = `${formatDateTime(moment.timeMs, timeZone)}, ${channelOf(moment.channel).name}: ${moment.activity}${felt}${said}`;
  return {
    ...{ id: stopId(index), label, x: x - 12, y: y - 12, width: 24, height: 24, behind: null },
    next: {
      ...(index > 0 ? { left: stopId(index - 1) } : {}),
      ...(index + 1 < count ? { right: stopId(index + 1) } : {}),
    },
  };
}
