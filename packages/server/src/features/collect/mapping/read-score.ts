import type { Scale } from '@continuo/core';
import type { RawValue } from '../formats/record.ts';

const BOUNDS: Readonly<Record<Exclude<Scale, ''>, readonly [number, number]>> = {
  '0-10': [0, 10],
  '1-5': [1, 5],
  '1-7': [1, 7],
  '1-10': [1, 10],
  '0-100': [0, 100],
  '-1-1': [-1, 1],
};

/** What stands in a score field: a number on the scale, nothing (`null`), or something off the scale or unreadable. */
export type ScoreReading = number | null | 'off';

/**
 * Reads an answer. `9`, `9.0`, `9,5`, `9 - Very likely` and `9/10` are numbers; an empty field is no answer; anything else,
 * and a number outside the scale (often 99 for "did not answer"), is off: the event is kept without a score.
 */
export function readScore(value: RawValue, scale: Exclude<Scale, ''>): ScoreReading {
  if (value === undefined || value === '') return null;
  const score = typeof value === 'number' ? value : leadingNumber(String(value));
  const [low, high] = BOUNDS[scale];
  return score >= low && score <= high ? score : 'off';
}

function leadingNumber(text: string): number {
  const match = /^\s*([+-]?\d+(?:[.,]\d+)?)(?:$|[\s/(:–-])/.exec(text);
  return match?.[1] === undefined ? Number.NaN : Number(match[1].replace(',', '.'));
}
