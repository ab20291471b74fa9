import type { Count, JourneyDays, JourneyMap, Share } from '@continuo/core';
import { formatDay } from '../words/calendar.ts';
import { formatCount, formatShare } from '../words/format.ts';
import { FACT_WORDS } from '../words/map-words.ts';
import { countFigure, shareFigure, voiceFigures } from './figure.ts';
import type { MapInput } from './map-input.ts';
import type { DefinitionKey, MapFact, MapStatus, MapView } from './map-view.ts';
import { answersOf, HARM_PEOPLE, HARM_SHARE, isHarm, TRIED_SHARE } from './status.ts';

type Key = MapFact['key'];

/**
 * The five facts; none on the planned layer. Nothing connected or nobody there: each says "not known". A fact hurts by
 * the same rule as a step: five people and 5 of 100 (trying twice: 20 of 100; voices: more unhappy than happy).
 */
export function factsOf({ lived, before, days, layer, timeZone }: MapInput): readonly MapFact[] {
  if (layer === 'planned') return [];
  if (lived === null || lived.connected.n === 0)
    return (Object.keys(FACT_WORDS) as Key[]).map((key) => unknown(key, 'nothing connected yet'));
  const was = before?.lived ?? null;
  return [gotIt(lived, was), asPromised(lived, was), felt(lived), tried(lived, was), steady(days, timeZone)];
}

function unknown(key: Key, note: string): MapFact {
  return { key, label: FACT_WORDS[key], status: 'none', value: 'not known', note, figure: null, voices: null };
}

/** Goes well under 5 of 100 without it, hurts by the rule, and is not known for fewer than five people. */
function statusOf(missed: number, of: number, share = HARM_SHARE): MapStatus {
  if (isHarm(missed, of, share)) return 'alert';
  return of < HARM_PEOPLE || missed / of >= share ? 'none' : 'good';
}

function known(
  key: Key,
  status: MapStatus,
  count: Count | Share,
  was: Count | null,
  fact: 'goal' | 'as-promised' | 'tried',
  definition: DefinitionKey,
): MapFact {
  const figure = shareFigure(count, definition, { kind: 'map-fact', fact, is: true });
  const plain = count.of < 100 ? [] : [`${formatCount(count.n)} of ${formatCount(count.of)}`];
  const note = [...plain, ...(was === null || was.of === 0 ? [] : [`was ${formatShare(was.n, was.of)}`])].join('; ');
  return { key, label: FACT_WORDS[key], status, value: figure.text, note, figure, voices: null };
}

function gotIt(lived: JourneyMap, was: JourneyMap | null): MapFact {
  const { gotIt: share, statuses } = lived;
  if (share === null) return unknown('got-it', 'no goal is marked');
  if (share.of === 0) return unknown('got-it', 'nobody set out');
  const lost = statuses.failed + statuses.left;
  const status = lost + share.n === 0 ? 'none' : statusOf(lost, lost + share.n);
  return known('got-it', status, share, was?.gotIt ?? null, 'goal', 'got-it');
}

function asPromised({ asPromised: share }: JourneyMap, was: JourneyMap | null): MapFact {
  if (share === null) return unknown('as-promised', 'no goal is marked');
  if (share.of === 0) return unknown('as-promised', 'nobody has finished yet');
  const status = statusOf(share.of - share.n, share.of);
  return known('as-promised', status, share, was?.asPromised ?? null, 'as-promised', 'as-promised');
}

function felt({ voices, people }: JourneyMap): MapFact {
  const answers = answersOf(voices);
  if (answers === 0) return unknown('felt', 'nobody answered');
  const figures = voiceFigures(voices, answers, (one) => ({ kind: 'felt', activity: null, felt: one }));
  const { unhappy, happy } = voices;
  const isUnhappy = unhappy >= HARM_PEOPLE && unhappy > happy;
  const status = isUnhappy ? 'alert' : answers >= HARM_PEOPLE && happy > unhappy ? 'good' : 'none';
  return {
    ...{
      key: 'felt',
      label: FACT_WORDS.felt,
      status,
      value: `${formatCount(unhappy)} of ${formatCount(answers)} unhappy`,
    },
    ...{ note: `${formatCount(answers)} of ${formatCount(people)} answered`, figure: figures.unhappy, voices: figures },
  };
}

function tried(lived: JourneyMap, was: JourneyMap | null): MapFact {
  const { triedTwiceOrAsked: count } = lived;
  if (count.of === 0) return unknown('tried', 'nobody set out');
  const status = statusOf(count.n, count.of, TRIED_SHARE);
  return known('tried', status, count, was?.triedTwiceOrAsked ?? null, 'tried', 'tried');
}

function steady(days: JourneyDays | null, timeZone: string): MapFact {
  if (days === null || days.told === 0) return unknown('steady', 'too few to tell');
  const { unsteady, told } = days;
  const figure = countFigure(unsteady.length, told, 'steady', null);
  const base = { key: 'steady', label: FACT_WORDS.steady, figure, voices: null } as const;
  const steps = `${told} ${told === 1 ? 'step' : 'steps'}`;
  if (unsteady.length === 0) return { ...base, status: 'good', value: `all of ${steps}`, note: 'steady' };
  const worse = unsteady.filter(({ before, since }) => since > before);
  const since = Math.min(...(worse.length > 0 ? worse : unsteady).map(({ sinceMs }) => sinceMs));
  const words = `unsteady since ${formatDay(since, timeZone)}`;
  const value = `${unsteady.length} of ${steps}`;
  return { ...base, status: worse.length > 0 ? 'alert' : 'good', value, note: words };
}

/** The journey's status is that of its worst fact, which it names; what customers got comes first. */
export function journeyStatus(facts: readonly MapFact[]): MapView['status'] {
  if (facts.length === 0) return null;
  const worst = facts.find(({ status }) => status === 'alert');
  if (worst !== undefined) return { kind: 'alert', words: `hurts · ${worst.label.replace('?', '').toLowerCase()}` };
  const isWell = facts.slice(0, 2).every(({ status }) => status === 'good');
  return isWell ? { kind: 'good', words: 'goes well' } : { kind: 'none', words: 'not known' };
}
