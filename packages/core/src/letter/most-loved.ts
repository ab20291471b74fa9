import type { PraisedMoment } from '../analysis/feedback.ts';
import { wilson } from '../stats/wilson.ts';

/** A praised moment with the map it lies on; null: on none. */
export interface LovedMoment extends PraisedMoment {
  readonly journey: string | null;
}

/**
 * The most loved moments of several maps, at most `most`: by the lower end of the Wilson 95 % interval of the happy share. A
 * moment that several maps share stands once, as does one with the same words.
 */
export function mostLoved(moments: readonly LovedMoment[], most: number): readonly LovedMoment[] {
  const sure = ({ happy, answered }: LovedMoment): number => wilson(happy, answered)?.lo ?? 0;
  const told: LovedMoment[] = [];
  for (const moment of [...moments].sort((a, b) => sure(b) - sure(a) || b.happy - a.happy)) {
    const isTold = told.some(
      ({ title, quote }) => title === moment.title || (quote !== null && quote.text === moment.quote?.text),
    );
    if (!isTold && told.length < most) told.push(moment);
  }
  return told;
}
