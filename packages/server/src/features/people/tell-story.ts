import type { Story, StoryMoment } from '@continuo/contract';
import { type Moment, maskContacts, shownWords } from '@continuo/core';
import { formatDayNear, formatDuration, formatTime, ordinal } from '@continuo/diagram';
import { costsOf, minutesOf } from './story-costs.ts';

/** What is usual between two activities, over everyone, ms; null when too few did it. */
export type Usual = (from: string, to: string) => { readonly medianMs: number; readonly p90Ms: number } | null;

export interface StoryInput {
  readonly moments: readonly Moment[];
  readonly usual: Usual;
  /** Zone for moments that do not tell where the customer stood. */
  readonly timeZone: string;
  /** What readers call today, ms: days of another year are told with it. */
  readonly todayMs: number;
}

export type ToldStory = Pick<Story, 'moments' | 'costs' | 'wentWell' | 'stands'> & {
  /** Place of the worst moment in `moments`; null when nothing hurt. */
  readonly worst: number | null;
};

const DAY_MS = 86_400_000;

/**
 * Reads a run as an account a person can follow: a line per moment, with what it cost the customer.
 * Only what the events say is told: waits from `wait_minutes` or from silence that 9 of 10 others did not have,
 * repeats from the same activity again, words and scores as they were given. No moments, no story.
 */
export function tellStory({ moments, usual, timeZone, todayMs }: StoryInput): ToldStory {
  const times = new Map<string, number>();
  const told = moments.map((moment, i): StoryMoment => {
    const nth = (times.get(moment.activity) ?? 0) + 1;
    times.set(moment.activity, nth);
    const before = moments[i - 1];
    const harm = harmOf(moment);
    return {
      timeMs: moment.timeMs,
      ...clockOf(moment, timeZone, todayMs),
      activity: moment.activity,
      channel: moment.channel,
      says: maskContacts(textOf(moment, 'detail') ?? moment.activity),
      quote: moment.text === '' ? null : shownWords(moment.text),
      felt: moment.felt,
      later: before ? laterOf(moment.timeMs - before.timeMs) : null,
      cost: costOf(moment, nth, before, usual),
      tone: harm ? 'harm' : 'plain',
    };
  });
  const worst = worstOf(told, moments);
  const best = bestOf(told, moments, worst);
  return {
    moments: told.map((moment, i) =>
      i === worst ? { ...moment, tone: 'worst' } : i === best ? { ...moment, tone: 'best' } : moment,
    ),
    costs: costsOf(moments),
    wentWell: wentWellOf(moments),
    stands: standsOf(moments),
    worst,
  };
}

/** Silence in words when it is two days or longer; shorter ones are seen from the clock. */
function laterOf(silenceMs: number): string | null {
  if (silenceMs < 2 * DAY_MS) return null;
  return `${formatDuration(silenceMs)} later`;
}

function costOf(moment: Moment, nth: number, before: Moment | undefined, usual: Usual): string | null {
  const parts: string[] = [];
  const said = textOf(moment, 'cost');
  if (said !== null) return maskContacts(said);
  if (nth > 1) parts.push(`${ordinal(nth)} time`);
  const minutes = minutesOf(moment);
  if (minutes !== null) parts.push(`${formatDuration(minutes * 60_000)} waiting`);
  else if (before) {
    const gapMs = moment.timeMs - before.timeMs;
    const other = usual(before.activity, moment.activity);
    if (other && other.p90Ms > 0 && gapMs > other.p90Ms)
      parts.push(`after ${formatDuration(gapMs)}; 9 of 10 wait less than ${formatDuration(other.p90Ms)}`);
  }
  return parts.length === 0 ? null : parts.join(', ');
}

/** Harm is what the customer said, or a promise that the events say was broken; never a mere other way. */
function harmOf(moment: Moment): boolean {
  return moment.felt === 'unhappy' || isNo(moment, 'as_promised') || isYes(moment, 'hurt');
}

function worstOf(told: readonly StoryMoment[], moments: readonly Moment[]): number | null {
  let found: number | null = null;
  let heaviest = 0;
  told.forEach((moment, i) => {
    const source = moments[i] as Moment;
    const weight =
      (moment.felt === 'unhappy' ? 4 : 0) +
      (isYes(source, 'hurt') || isNo(source, 'as_promised') ? 2 : 0) +
      (moment.felt === 'unhappy' && moment.quote !== null ? 2 : 0);
    if (weight > heaviest) {
      heaviest = weight;
      found = i;
    }
  });
  return found;
}

function bestOf(told: readonly StoryMoment[], moments: readonly Moment[], worst: number | null): number | null {
  const praised = told.flatMap((moment, i) =>
    i !== worst && moment.felt === 'happy' && moment.quote !== null ? [i] : [],
  );
  const marked = told.findIndex((_, i) => isYes(moments[i] as Moment, 'wow'));
  return marked >= 0 ? marked : (praised.at(-1) ?? null);
}

function wentWellOf(moments: readonly Moment[]): string | null {
  const happy = [...new Set(moments.filter((moment) => moment.felt === 'happy').map((moment) => moment.activity))];
  return happy.length === 0 ? null : `${happy.join(', ')}.`;
}

function standsOf(moments: readonly Moment[]): string | null {
  const last = moments.at(-1);
  const answered = moments.filter((moment) => moment.score !== null).at(-1);
  if (!last) return null;
  if (!answered) return `Last seen: ${last.activity}. Nobody asked how it felt, or there was no answer.`;
  const felt =
    answered.felt === 'unhappy' ? 'Still hurt' : answered.felt === 'happy' ? 'Happy' : 'Neither happy nor unhappy';
  return `${felt}: the last answer was ${answered.score} on a scale of ${answered.scale.replace('-', ' to ')}.`;
}

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/;

/** Day and time on the clock where the customer stood, when the event tells it; else in the zone given. */
function clockOf(moment: Moment, timeZone: string, todayMs: number): { readonly day: string; readonly time: string } {
  const local = LOCAL_TIME.exec(String(moment.properties.local_time ?? ''))?.[0];
  if (!local)
    return { day: formatDayNear(moment.timeMs, timeZone, todayMs), time: formatTime(moment.timeMs, timeZone) };
  const [day = '', time = ''] = local.split(/[ T]/);
  return { day: formatDayNear(Date.parse(`${day}T${time}Z`), 'UTC', todayMs), time };
}

function textOf(moment: Moment, property: string): string | null {
  const value = moment.properties[property];
  return typeof value === 'string' && value !== '' ? value : null;
}

const isYes = (moment: Moment, property: string): boolean =>
  ['true', '1', 'yes'].includes(String(moment.properties[property] ?? ''));
const isNo = (moment: Moment, property: string): boolean =>
  ['false', '0', 'no'].includes(String(moment.properties[property] ?? ''));
