import type { Loop } from '@continuo/core';
import { counted, formatDuration, formatShare } from './format.ts';
import type { Sentence } from './sentence.ts';

/** How many came back, after how long, and with which step most came in again. */
export function loopSentence(loop: Loop): Sentence {
  if (loop.people === 0) return { lead: 'No customer in this selection.', rest: '' };
  if (loop.cameBack === 0) return { lead: `None of ${counted(loop.people, 'customer')} has come back yet.`, rest: '' };
  const lead = `${formatShare(loop.cameBack, loop.people)} customers came back.`;
  const parts: string[] = [];
  if (loop.betweenMs !== null)
    parts.push(
      `Half of the times between were longer than ${formatDuration(loop.betweenMs.median)}, 1 in 10 longer than ${formatDuration(loop.betweenMs.p90)}.`,
    );
  const first = loop.reentry[0];
  const all = loop.reentry.reduce((sum, entry) => sum + entry.laps, 0);
  if (first !== undefined)
    parts.push(`Most come in again with “${first.activity}”: ${formatShare(first.laps, all)} times.`);
  return { lead, rest: parts.join(' ') };
}
