import type { Measured, Side, WatchHow } from '@continuo/core';
import { counted, formatCount, formatNumber, formatShare } from './format.ts';

/** Titles of what a watched number belongs to, as people gave them. */
export interface MeasuredTitles {
  readonly journey?: string | null;
  readonly step?: string | null;
  readonly source?: string | null;
}

const MAP_FACTS = {
  'got-it': 'Got what they came for',
  'as-promised': 'As promised',
  tried: 'Had to try twice or ask',
  unhappy: 'Unhappy answers',
} as const;
const STEP_FACTS = {
  had: 'customers came through',
  broken: 'went wrong',
  late: 'too late',
  harmed: 'hurt customers',
  unhappy: 'unhappy answers',
} as const;

const ANSWERS = {
  unhappy: 'Unhappy answers',
  neutral: 'Neutral answers',
  happy: 'Happy answers',
  given: 'Answers',
} as const;
const CALLBACKS = { opened: 'Call-backs opened', 'past-due': 'Call-backs past due' } as const;

/** What a watch looks at, in words: its name unless somebody gives it another. */
export function measuredName(measured: Measured, titles: MeasuredTitles = {}): string {
  switch (measured.kind) {
    case 'events': {
      const { activity, channel } = measured;
      const what = activity ?? (channel === null ? 'Everything that happens' : 'Everything');
      return channel === null ? what : `${what} by ${channel}`;
    }
    case 'answers': {
      const { activity, which } = measured;
      return activity === null ? ANSWERS[which] : `${activity}: ${ANSWERS[which].toLowerCase()}`;
    }
    case 'callbacks':
      return CALLBACKS[measured.which];
    case 'arrivals':
      return 'Data from anywhere';
    case 'map':
      return `${MAP_FACTS[measured.fact]}: ${titles.journey ?? measured.journey}`;
    case 'step':
      return `${titles.step ?? measured.step}: ${STEP_FACTS[measured.which]}`;
    case 'source':
      return `Data from ${titles.source ?? `source ${measured.source}`}`;
  }
}

export interface Figure {
  readonly n: number;
  readonly of: number | null;
  readonly usual: { readonly centre: number; readonly lo: number; readonly hi: number };
}

/** "7 of 23, usually at most 3"; counts plainly, shares of 100 or more as of 100. */
export function figureWords({ n, of, usual }: Figure): string {
  return `${valueWords(n, of)}, usually ${usualWords(usual, of)}`;
}

/** A value of a watch: "18", "7 of 23", "61 of 100". */
export function valueWords(n: number, of: number | null): string {
  return of === null ? formatCount(n) : formatShare(n, of);
}

const LEAST_FOR_SHARE = 100;

/** "between 4 and 9", "at most 3"; of a share in the people it would be. */
export function usualWords({ lo, hi }: Pick<Figure['usual'], 'lo' | 'hi'>, of: number | null): string {
  const most = of ?? Number.POSITIVE_INFINITY;
  const isPercent = of !== null && of >= LEAST_FOR_SHARE;
  const factor = of === null ? 1 : isPercent ? 100 : of;
  const unit = isPercent ? ' of 100' : '';
  const [low, high] = [Math.ceil(lo * factor - 1e-6), Math.floor(hi * factor + 1e-6)];
  const isNoTop = of === null ? hi >= Number.MAX_SAFE_INTEGER : high >= (isPercent ? 100 : most);
  if (low <= 0 && isNoTop) return 'anything';
  if (low <= 0) return high <= 0 ? 'none' : `at most ${formatCount(high)}${unit}`;
  if (isNoTop) return `at least ${formatCount(low)}${unit}`;
  return low === high ? `${formatCount(low)}${unit}` : `between ${formatCount(low)} and ${formatCount(high)}${unit}`;
}

export interface AlertWords {
  readonly how: WatchHow;
  readonly side: Side;
  readonly period: 'day' | 'week' | 'hour';
  readonly periods: number;
  readonly last: Figure;
  readonly isClosed: boolean;
}

/** What is the matter, in one sentence without the name: "Unusual for 4 days: 7 of 23, usually at most 3." */
export function alertSentence({ how, side, period, periods, last, isClosed }: AlertWords): string {
  const long = counted(periods, period);
  if (how === 'missing') {
    const instead = `${formatCount(last.n)} instead of about ${formatCount(last.usual.lo)}`;
    return isClosed ? `Was missing for ${long}: ${instead}. It is back.` : `Missing for ${long}: ${instead}.`;
  }
  if (isClosed) return `Was unusual for ${long}. Fine again: ${figureWords(last)}.`;
  const value = pointOf(last);
  const { centre, lo, hi } = last.usual;
  if (value < lo || value > hi) return `Unusual for ${long}: ${figureWords(last)}.`;
  const about = centreWords(centre, last.of);
  const isStill = side === 'more' ? value > centre : value < centre;
  return isStill
    ? `Unusual for ${long}, nearly always ${side} than usual: ${valueWords(last.n, last.of)}, usually about ${about}.`
    : `Unusual for ${long}, now near the usual: ${valueWords(last.n, last.of)}, usually about ${about}.`;
}

function pointOf({ n, of }: Figure): number {
  return of === null ? n : n / Math.max(1, of);
}

function centreWords(centre: number, of: number | null): string {
  if (of === null) return formatNumber(centre < 10 ? Number(centre.toFixed(1)) : Math.round(centre));
  return of < LEAST_FOR_SHARE ? `${formatCount(centre * of)}` : `${formatCount(centre * 100)} of 100`;
}
