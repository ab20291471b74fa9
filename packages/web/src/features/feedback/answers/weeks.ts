import type { FeedbackPeriod } from '@continuo/core';

/** One week as it is drawn: heights in pixels, from the line outwards. */
export interface WeekBar {
  readonly fromMs: number;
  readonly x: number;
  readonly width: number;
  /** Top of the bar, and where each mood ends, downwards: happy, neutral, unhappy. */
  readonly top: number;
  readonly happy: number;
  readonly neutral: number;
  readonly unhappy: number;
}

export interface WeekChart {
  readonly bars: readonly WeekBar[];
  /** y of the line between happy and unhappy; neutral answers stand half above, half below it. */
  readonly line: number;
  /** Answers of one gridline, and y of the gridlines above and below the line. */
  readonly tick: number;
  readonly above: number | null;
  readonly below: number | null;
}

const WEEK_MS = 7 * 86_400_000;

/** Lays weeks out on `width` × `height` px; weeks without an answer stay empty. No week: no bar. */
export function weekChart(periods: readonly FeedbackPeriod[], width: number, height: number): WeekChart {
  const starts = periods.map(({ fromMs }) => fromMs);
  const first = Math.min(...starts);
  const weeks = periods.length === 0 ? 0 : Math.round((Math.max(...starts) - first) / WEEK_MS) + 1;
  const up = Math.max(0, ...periods.map(({ voices }) => voices.happy + voices.neutral / 2));
  const down = Math.max(0, ...periods.map(({ voices }) => voices.unhappy + voices.neutral / 2));
  const each = up + down === 0 ? 0 : height / (up + down);
  const line = up * each;
  const room = weeks === 0 ? 0 : width / weeks;
  const gap = Math.min(4, room * 0.25);
  const tick = niceBelow(Math.min(up, down) >= 1 ? Math.min(up, down) : Math.max(up, down));
  return {
    bars: periods.map(({ fromMs, voices }) => ({
      fromMs,
      x: Math.round((fromMs - first) / WEEK_MS) * room + gap / 2,
      width: Math.min(28, room - gap),
      top: line - (voices.happy + voices.neutral / 2) * each,
      happy: voices.happy * each,
      neutral: voices.neutral * each,
      unhappy: voices.unhappy * each,
    })),
    line,
    tick,
    above: tick > 0 && tick <= up ? line - tick * each : null,
    below: tick > 0 && tick <= down ? line + tick * each : null,
  };
}

/** The largest of 1, 2, 5, 10, 20 … that is not above `most`; 0 below 1. */
function niceBelow(most: number): number {
  if (most < 1) return 0;
  const size = 10 ** Math.floor(Math.log10(most));
  return size * (most / size >= 5 ? 5 : most / size >= 2 ? 2 : 1);
}
