import type { Scale } from './event.ts';

/** How an answered moment felt; `none` when nobody answered (never a zero). */
export type Felt = 'none' | 'unhappy' | 'neutral' | 'happy';

/** The order is the number stored in `runs.felt`. */
export const FELT: readonly Felt[] = ['none', 'unhappy', 'neutral', 'happy'];

/** Upper bounds (inclusive) of unhappy and of neutral for each scale: 0-6/7-8/9-10 as NPS, the others by their middle. */
export const FELT_BOUNDS: Readonly<Record<Exclude<Scale, ''>, readonly [number, number]>> = {
  '0-10': [6, 8],
  '1-10': [6, 8],
  '1-5': [2, 3],
  '1-7': [3, 4],
  '0-100': [60, 80],
  '-1-1': [-0.2, 0.2],
};

/** Class of a score on its scale; `none` without score or scale. */
export function feltOf(score: number | null, scale: Scale): Felt {
  if (score === null || scale === '') return 'none';
  const [unhappy, neutral] = FELT_BOUNDS[scale];
  if (score <= unhappy) return 'unhappy';
  return score <= neutral ? 'neutral' : 'happy';
}
