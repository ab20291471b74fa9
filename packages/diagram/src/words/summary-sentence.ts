import type { Summary } from '@continuo/core';
import { formatRange } from './calendar.ts';
import { counted, formatCount, formatDuration, formatShare } from './format.ts';
import type { Sentence } from './sentence.ts';

/** How many customers and journeys, since when; how long they take; how many are still under way; how many answered. */
export function summarySentence(summary: Summary, timeZone: string): Sentence {
  const { people, runs, firstMs, lastMs } = summary;
  if (runs === 0 || firstMs === null || lastMs === null) return { lead: 'No journey in this selection.', rest: '' };
  const when = formatRange(firstMs, lastMs + 1, timeZone);
  const lead = `${counted(people, 'customer')} on ${counted(runs, 'journey')}, ${when}.`;
  const parts: string[] = [];
  if (summary.durationMs !== null)
    parts.push(
      `Half take longer than ${formatDuration(summary.durationMs.median)}, 1 in 10 longer than ${formatDuration(summary.durationMs.p90)}.`,
    );
  if (summary.openRuns > 0) parts.push(`${formatShare(summary.openRuns, runs)} are still under way.`);
  const answers = summary.unhappy + summary.neutral + summary.happy;
  parts.push(
    answers === 0
      ? 'How it felt is not known: nobody answered.'
      : `${formatCount(summary.answeredPeople)} of ${formatCount(people)} customers answered; ${formatShare(summary.unhappy, answers)} answers are unhappy. How the other ${formatCount(people - summary.answeredPeople)} felt is not known.`,
  );
  return { lead, rest: parts.join(' ') };
}
