import { type ChangePoint, changePoint, type Period } from './change-point.ts';

/** Mean absolute difference of two neighbouring standard normal values. */
const MOVING_RANGE = 1.128;
const LONG_RUN = 8;

/** A day counts with at least so many people; at least so many such days tell whether a share is steady. */
export const STEADY_NEEDS = { periods: 20, people: 5 } as const;

/** Periods with enough people in them, and their places. */
export function tellingPeriods(periods: readonly Period[]): readonly number[] {
  return periods.flatMap(({ of }, place) => (of >= STEADY_NEEDS.people ? [place] : []));
}

/**
 * How much more days differ than chance alone would have it, as a factor: the mean moving range of the standardised shares
 * divided by 1.128; 1 when there are fewer than two periods or everybody is alike.
 * Source: Laney, Quality Engineering 14 (2002) 531–537.
 */
export function spreadFactor(periods: readonly Period[]): number {
  const z = standardised(periods);
  if (z === null || z.length < 2) return 1;
  const moves = z.slice(1).map((value, i) => Math.abs(value - (z[i] as number)));
  return moves.reduce((sum, move) => sum + move, 0) / moves.length / MOVING_RANGE;
}

/**
 * Where a daily share lost its footing; null when it is steady or cannot be told (fewer than 20 days with 5 people).
 * Unsteady: a day beyond three sigma of a p′ chart (never narrower than a p chart), or eight days in a row on one side of
 * the centre of the whole period; and a change point, without which nobody could say since when. `at` is a place in `periods`.
 */
export function unsteadySince(periods: readonly Period[]): ChangePoint | null {
  const places = tellingPeriods(periods);
  if (places.length < STEADY_NEEDS.periods) return null;
  const telling = places.map((place) => periods[place] as Period);
  const z = standardised(telling);
  if (z === null) return null;
  const limit = 3 * Math.max(1, spreadFactor(telling));
  const isBeyond = z.some((value) => Math.abs(value) > limit);
  if (!isBeyond && !hasLongRun(z)) return null;
  const change = changePoint(telling);
  return change && { ...change, at: places[change.at] as number };
}

function standardised(periods: readonly Period[]): readonly number[] | null {
  const n = periods.reduce((sum, period) => sum + period.n, 0);
  const of = periods.reduce((sum, period) => sum + period.of, 0);
  if (n === 0 || n === of) return null;
  const centre = n / of;
  return periods.map((period) => (period.n / period.of - centre) / Math.sqrt((centre * (1 - centre)) / period.of));
}

function hasLongRun(z: readonly number[]): boolean {
  let length = 0;
  let side = 0;
  for (const value of z) {
    const here = Math.sign(value);
    length = here === side && here !== 0 ? length + 1 : Math.abs(here);
    side = here;
    if (length >= LONG_RUN) return true;
  }
  return false;
}
