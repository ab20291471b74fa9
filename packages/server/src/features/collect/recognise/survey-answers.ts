import type { Mapping } from '@continuo/contract';
import type { ColumnFacts } from '../guess/column-facts.ts';
import { guessScale } from '../guess/guess-scale.ts';
import { headerScore } from '../guess/header-words.ts';

/**
 * The answers among the questions of a survey export: the column that is a score (one whose name asks for it, else the first
 * with a small scale) and the one with the most words. `known` are the export's own columns, which are no questions.
 */
export function answersOf(
  columns: readonly ColumnFacts[],
  known: ReadonlySet<string>,
): Pick<Mapping, 'score' | 'scale' | 'text'> {
  const questions = columns.filter((column) => !known.has(column.name) && column.filled > 0);
  const scored = questions.filter((column) => guessScale(column) !== null);
  const score = scored.find((column) => headerScore(column.name, 'score').score > 0) ?? scored[0] ?? null;
  let text: ColumnFacts | null = null;
  for (const column of questions) {
    if (column === score || column.wordy < 0.3 || column.distinct < column.filled * 0.3) continue;
    if (text === null || column.meanLength > text.meanLength) text = column;
  }
  return {
    score: score?.name ?? null,
    scale: score === null ? null : guessScale(score),
    text: text?.name ?? null,
  };
}
