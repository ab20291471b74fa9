import type { Timeline } from '@continuo/core';
import { channelOf } from '../theme/channels.ts';
import { formatDate } from './calendar.ts';
import { counted, formatDuration, listed } from './format.ts';
import type { Sentence } from './sentence.ts';

/** How many moments, over what time, by which channels; how the customer felt when asked; the longest silence. */
export function timelineSentence(timeline: Timeline, timeZone: string): Sentence {
  const { moments } = timeline;
  const [first, last] = [moments[0], moments[moments.length - 1]];
  if (first === undefined || last === undefined) return { lead: 'Nothing is known of this customer.', rest: '' };
  const channels = [
    ...new Set(moments.filter((m) => m.channel !== '').map((m) => channelOf(m.channel).name.toLowerCase())),
  ];
  const by = channels.length === 0 ? '' : ` by ${listed(channels)}`;
  const days = [formatDate(first.timeMs, timeZone), formatDate(last.timeMs, timeZone)];
  const when = days[0] === days[1] ? `on ${days[0]}` : `from ${days[0]} to ${days[1]}`;
  const answered = moments.filter((moment) => moment.felt !== 'none');
  const unhappy = answered.filter((moment) => moment.felt === 'unhappy').length;
  const parts =
    answered.length === 0
      ? ['How it felt is not known: no answer.']
      : [`Unhappy in ${unhappy} of ${counted(answered.length, 'answer')}.`];
  let longest = 0;
  for (let at = 1; at < moments.length; at++)
    longest = Math.max(longest, (moments[at]?.timeMs ?? 0) - (moments[at - 1]?.timeMs ?? 0));
  if (longest > 0) parts.push(`The longest silence: ${formatDuration(longest)}.`);
  return { lead: `${counted(moments.length, 'moment')}${by}, ${when}.`, rest: parts.join(' ') };
}
