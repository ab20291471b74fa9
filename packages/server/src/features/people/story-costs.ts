import type { Story } from '@continuo/contract';
import type { Moment } from '@continuo/core';
import { formatCount, formatDuration } from '@continuo/diagram';
import { isAnswer } from './is-answer.ts';

const HOUR_MS = 3_600_000;

/** A property as a number; null when it is missing or is none. */
export function numberOf(moment: Moment, property: string): number | null {
  const value = moment.properties[property];
  if (typeof value === 'number') return value;
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(read) ? read : null;
}

/** Minutes of waiting that the event itself tells of; null when it does not. */
export function minutesOf(moment: Moment): number | null {
  const minutes = numberOf(moment, 'wait_minutes');
  return minutes !== null && minutes > 0 ? minutes : null;
}

/** Channels in which something comes to the customer, who changes nothing for it. */
const BROUGHT: ReadonlySet<string> = new Set(['', 'field', 'letter']);

/** What the whole run cost the customer: only costs that the events tell of, none of answering us; a cost of nothing is left out. */
export function costsOf(lived: readonly Moment[]): Story['costs'] {
  const moments = lived.filter((moment) => !isAnswer(moment));
  const costs: Story['costs'] = [];
  const without = moments.find((moment) => (numberOf(moment, 'without_hours') ?? 0) > 0);
  if (without) {
    const promised = numberOf(without, 'promise_hours');
    const words = `without ${without.properties.without ?? 'what was promised'}${promised === null ? '' : `, promised ${formatDuration(promised * HOUR_MS)}`}`;
    costs.push({ kind: 'time', value: formatDuration((numberOf(without, 'without_hours') ?? 0) * HOUR_MS), words });
  }
  const explained = Math.max(0, ...moments.map((moment) => numberOf(moment, 'explained') ?? 0));
  if (explained > 1) costs.push({ kind: 'repeats', value: `${explained} times`, words: 'explained from the start' });
  else {
    const again = moments.length - new Set(moments.map((moment) => moment.activity)).size;
    if (again > 0)
      costs.push({
        kind: 'repeats',
        value: again === 1 ? 'once' : `${formatCount(again)} times`,
        words: 'did the same step again',
      });
  }
  const passed = moments.reduce((all, moment) => all + (numberOf(moment, 'handovers') ?? 0), 0);
  if (passed > 0)
    costs.push({
      kind: 'handovers',
      value: passed === 1 ? 'once' : `${passed} times`,
      words: 'passed on to someone else',
    });
  else {
    const ways = moments.map((moment) => moment.channel).filter((channel) => !BROUGHT.has(channel));
    const crossed = ways.filter((channel, i) => i > 0 && channel !== ways[i - 1]).length;
    if (crossed > 0)
      costs.push({
        kind: 'handovers',
        value: crossed === 1 ? 'once' : `${crossed} times`,
        words: 'had to change the channel',
      });
  }
  const waitedMs = moments.reduce((all, moment) => all + (minutesOf(moment) ?? 0) * 60_000, 0);
  if (waitedMs > 0) costs.push({ kind: 'waiting', value: formatDuration(waitedMs), words: 'waiting' });
  const money = moments.reduce((all, moment) => all + (numberOf(moment, 'money') ?? 0), 0);
  const moneyFor = moments.find((moment) => moment.properties.money_for !== undefined)?.properties.money_for;
  if (money > 0)
    costs.push({
      kind: 'money',
      value: `${formatCount(Math.round(money))} $`,
      words: moneyFor === undefined ? 'of their own money' : `for ${moneyFor}`,
    });
  return costs;
}
