import type { Retention, RetentionInput } from '@continuo/core';
import { formatShare } from './format.ts';
import type { Sentence } from './sentence.ts';

/** Of all whose first period after is over, how many were there again; and how many cohorts cannot be judged yet. */
export function cohortsSentence({ cohorts }: Retention, input: RetentionInput): Sentence {
  if (cohorts.length === 0) return { lead: 'Nobody began in this time.', rest: '' };
  const measured = cohorts.filter((cohort) => typeof cohort.back[1] === 'number');
  const open = cohorts.length - measured.length;
  const later =
    open === 0
      ? ''
      : `${open} of ${cohorts.length} ${input.period}s ${open === 1 ? 'is' : 'are'} too young to tell: not measured yet, not 0.`;
  if (measured.length === 0)
    return { lead: `Too early to say who comes back: no ${input.period} after the first is over.`, rest: later };
  const size = measured.reduce((sum, cohort) => sum + cohort.size, 0);
  const back = measured.reduce((sum, cohort) => sum + (cohort.back[1] ?? 0), 0);
  return {
    lead: `${formatShare(back, size)} customers are there again one ${input.period} after they began.`,
    rest: later,
  };
}
