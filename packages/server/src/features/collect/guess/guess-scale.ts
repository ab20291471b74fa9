import type { Mapping } from '@continuo/contract';
import type { ColumnFacts } from './column-facts.ts';
import { wordsOf } from './header-words.ts';

/**
 * Scale of a column of answers by its name and bounds; null when it holds no answers: fewer than 9 of 10 numbers (labels
 * such as `9 - Very likely` count), or more than 101 different ones.
 */
export function guessScale(facts: ColumnFacts): Mapping['scale'] {
  const numbers = facts.texts.map(numberIn).filter((number) => number !== null);
  if (numbers.length === 0 || numbers.length < facts.filled * 0.9 || facts.distinct > 101) return null;
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const words = wordsOf(facts.name);
  const isRecommend = words.some((word) => /^(nps|recommend|likel|weiterempf|recommand|recomend|aanbev)/.test(word));
  if (low < -1 || high > 100) return null;
  if (low < 0) return high <= 1 ? '-1-1' : null;
  if (isRecommend && high <= 10) return '0-10';
  if (high <= 5 && low >= 1) return '1-5';
  if (high <= 7 && low >= 1) return '1-7';
  if (high <= 10) return low === 0 ? '0-10' : '1-10';
  return '0-100';
}

function numberIn(text: string): number | null {
  const match = /^([+-]?\d+(?:[.,]\d+)?)(?:$|[\s/(:–-])/.exec(text);
  return match?.[1] === undefined ? null : Number(match[1].replace(',', '.'));
}
