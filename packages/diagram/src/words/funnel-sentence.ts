import type { Funnel, FunnelInput } from '@continuo/core';
import { counted, formatDuration, formatShare } from './format.ts';
import type { Sentence } from './sentence.ts';

/** How many got to the last step, where most were lost, and how many still have time. Groups are added up. */
export function funnelSentence(funnel: Funnel, input: FunnelInput): Sentence {
  const entered = funnel.groups.reduce((sum, group) => sum + group.entered, 0);
  const names = input.steps.map((activities) => activities.join(' or '));
  if (entered === 0) return { lead: `Nobody began with “${names[0] ?? 'the first step'}” in this time.`, rest: '' };
  const total = (at: number, key: 'reached' | 'lost' | 'inside'): number =>
    funnel.groups.reduce((sum, group) => sum + (group.steps[at]?.[key] ?? 0), 0);
  const last = names.length - 1;
  const lead = `${formatShare(total(last, 'reached'), entered)} customers who begin with “${names[0]}” get to “${names[last]}” within ${formatDuration(input.windowMs)}.`;
  let worst = 0;
  let inside = 0;
  for (let at = 0; at < last; at++) {
    if (total(at, 'lost') > total(worst, 'lost')) worst = at;
    inside += total(at, 'inside');
  }
  const parts: string[] = [];
  if (total(worst, 'lost') > 0)
    parts.push(
      `Most are lost after “${names[worst]}”: ${formatShare(total(worst, 'lost'), total(worst, 'reached'))} who got there.`,
    );
  if (inside > 0)
    parts.push(
      `${counted(inside, 'customer')} still ${inside === 1 ? 'has' : 'have'} time, and ${inside === 1 ? 'is' : 'are'} not counted as lost.`,
    );
  return { lead, rest: parts.join(' ') };
}
