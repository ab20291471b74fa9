import type { Moment, Timeline } from '@continuo/core';
import { channelOf } from '../theme/channels.ts';

export interface TimelineLayoutOptions {
  /** Room to draw in, px; many moments take more: put it in a scroll region. */
  readonly width: number;
}

/** A channel's row. */
export interface Lane {
  readonly channel: string;
  readonly y: number;
}

/** A moment at its place. */
export interface PlacedMoment {
  readonly index: number;
  readonly moment: Moment;
  readonly x: number;
  readonly y: number;
}

/** A silence too long to draw to scale. */
export interface CutGap {
  /** Moment before the gap. */
  readonly after: number;
  readonly fromX: number;
  readonly toX: number;
  readonly ms: number;
}

/** Places of all moments, by rising x: a list that shows only a part draws the moments whose x it shows. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** Where the axis begins; names of the lanes stand before it. */
  readonly left: number;
  readonly lanes: readonly Lane[];
  readonly moments: readonly PlacedMoment[];
  readonly cuts: readonly CutGap[];
}

const LEFT = 116;
const RIGHT = 40;
const TOP = 48;
const LANE = 56;
/** Two moments never stand closer: a pointer needs 24 px. */
const LEAST = 26;
const CUT = 132;
const HOUR = 3_600_000;

/** Silences longer than this are cut: twelve times the usual one, at least an hour. No gaps: an hour. */
export function cutAfter(gapsMs: readonly number[]): number {
  const positive = gapsMs.filter((gap) => gap > 0).sort((a, b) => a - b);
  const median = positive[Math.floor((positive.length - 1) / 2)] ?? 0;
  return Math.max(HOUR, 12 * median);
}

/**
 * Places a person's moments on one axis of time, one lane a channel in the order they first appear. Usual gaps are to
 * scale, long silences are cut and marked; moments never stand closer than 26 px. Any number of moments, O(n log n).
 */
export function layTimeline(timeline: Timeline, options: TimelineLayoutOptions): TimelineLayout {
  const { moments } = timeline;
  const names = [...new Set(moments.map((moment) => channelOf(moment.channel).name))];
  const laneOf = new Map(names.map((name, index) => [name, TOP + index * LANE + LANE / 2]));
  const gaps = moments.slice(1).map((moment, index) => moment.timeMs - (moments[index] as Moment).timeMs);
  const limit = cutAfter(gaps);
  const shown = gaps.filter((gap) => gap <= limit).reduce((sum, gap) => sum + gap, 0);
  const cutCount = gaps.filter((gap) => gap > limit).length;
  const room = Math.max(0, options.width - LEFT - RIGHT - cutCount * CUT);
  const perMs = shown > 0 ? room / shown : 0;
  const placed: PlacedMoment[] = [];
  const cuts: CutGap[] = [];
  let x = LEFT + 44;
  moments.forEach((moment, index) => {
    const gap = index === 0 ? 0 : (gaps[index - 1] as number);
    if (index > 0 && gap > limit) {
      cuts.push({ after: index - 1, fromX: x, toX: x + CUT, ms: gap });
      x += CUT;
    } else if (index > 0) x += Math.max(LEAST, gap * perMs);
    const y = laneOf.get(channelOf(moment.channel).name) ?? TOP;
    placed.push({ index, moment, x: Math.round(x), y });
  });
  return {
    width: Math.max(options.width, Math.ceil(x + RIGHT)),
    height: TOP + Math.max(1, names.length) * LANE + 12,
    left: LEFT,
    lanes: names.map((name) => ({
      channel: moments.find((moment) => channelOf(moment.channel).name === name)?.channel ?? '',
      y: laneOf.get(name) ?? TOP,
    })),
    moments: placed,
    cuts,
  };
}
