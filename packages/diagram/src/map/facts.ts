import type { Count, JourneyMap, Share } from '@continuo/core';
import { formatDayNear } from '../words/calendar.ts';
import { formatCount } from '../words/format.ts';
import { FACT_WORDS } from '../words/map-words.ts';
import { countFigure, shareFigure, voiceFigures } from './figure.ts';
import type { MapInput } from './map-input.ts';
import type { DefinitionKey, MapFact, MapStatus, MapView } from './map-view.ts';
import { finished, soFarNote, soFarText } from './so-far.ts';
import { answersOf, HARM_PEOPLE, HARM_SHARE, isHarm, TRIED_SHARE } from './status.ts';

type Key = MapFact['key'];

/**
 * The five facts; none on the planned layer. Nothing connected or nobody there: each says "not known". A fact hurts by
 * the same rule as a step: five people and 5 of 100 (trying twice: 20 of 100; voices: more unhappy than happy).
 */
export function factsOf(input: MapInput): readonly MapFact[] {
  const { lived, before, layer } = input;
  if (layer === 'planned') return [];
  if (lived === null || lived.connected.n === 0)
    return (Object.keys(FACT_WORDS) as Key[]).map((key) => unknown(key, 'nothing connected yet'));
  const was = before?.lived ?? null;
  return [gotIt(lived, was), asPromised(lived, was), felt(lived), tried(lived, was), steady(input)];
}

function unknown(key: Key, note: string): MapFact {
  return { key, label: FACT_WORDS[key], status: 'none', value: 'not known', note, figure: null, voices: null };
}

/** Goes well under 5 of 100 without it, hurts by the rule, and is not known for fewer than five people. */
function statusOf(missed: number, of: number, share = HARM_SHARE): MapStatus {
  if (isHarm(missed, of, share)) return 'alert';
  return of < HARM_PEOPLE || missed / of >= share ? 'none' : 'good';
}

/** One of the shares, now and in the period before. */
interface Known {
  readonly key: Key;
  readonly status: MapStatus;
  readonly fact: 'goal' | 'as-promised' | 'tried';
  readonly definition: DefinitionKey;
  readonly of: (lived: JourneyMap) => Count | Share | null;
}

function known({ key, status, fact, definition, of }: Known, lived: JourneyMap, before: JourneyMap | null): MapFact {
  const count = of(lived) as Count | Share;
  const was = before === null ? null : of(before);
  const figure = {
    ...shareFigure(count, definition, { kind: 'map-fact', fact, is: true }),
    text: soFarText(lived, count),
  };
  const then = before === null || was === null || finished(before, was) === 0 ? '' : `was ${soFarText(before, was)}`;
  const note = [soFarNote(lived, count), then].filter((part) => part !== '').join('; ');
  return { key, label: FACT_WORDS[key], status, value: figure.text, note, figure, voices: null };
}

function gotIt(lived: JourneyMap, was: JourneyMap | null): MapFact {
  const { gotIt: share, statuses } = lived;
  if (share === null) return unknown('got-it', 'no goal is marked');
  if (share.of === 0) return unknown('got-it', 'nobody set out');
  const lost = statuses.failed + statuses.left;
  const status = lost + share.n === 0 ? 'none' : statusOf(lost, lost + share.n);
  return known({ key: 'got-it', status, fact: 'goal', definition: 'got-it', of: (map) => map.gotIt }, lived, was);
}

function asPromised(lived: JourneyMap, was: JourneyMap | null): MapFact {
  const { asPromised: share } = lived;
  if (share === null) return unknown('as-promised', 'no goal is marked');
  const ended = finished(lived, share);
  if (ended === 0) return unknown('as-promised', 'nobody has finished yet');
  const status = statusOf(ended - share.n, ended);
  const one = { key: 'as-promised', status, fact: 'as-promised', definition: 'as-promised' } as const;
  return known({ ...one, of: (map) => map.asPromised }, lived, was);
}

function felt({ voices, customers }: JourneyMap): MapFact {
  const answers = answersOf(voices);
  if (answers === 0) return unknown('felt', 'nobody answered');
  const figures = voiceFigures(voices, answers, (one) => ({ kind: 'voice', at: null, felt: one }));
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
    ...{
      note: `${formatCount(answers)} of ${formatCount(customers)} answered`,
      figure: figures.unhappy,
      voices: figures,
    },
  };
}

function tried(lived: JourneyMap, was: JourneyMap | null): MapFact {
  const { triedTwiceOrAsked: count } = lived;
  if (count.of === 0) return unknown('tried', 'nobody set out');
  const status = statusOf(count.n, count.of, TRIED_SHARE);
  const one = { key: 'tried', status, fact: 'tried', definition: 'tried' } as const;
  return known({ ...one, of: (map) => map.triedTwiceOrAsked }, lived, was);
}

function steady({ days, timeZone, todayMs, asOfMs }: MapInput): MapFact {
  if (days === null || days.told === 0) return unknown('steady', 'too few to tell');
  const { unsteady, told } = days;
  const figure = countFigure(unsteady.length, told, 'steady', null);
  const base = { key: 'steady', label: FACT_WORDS.steady, figure, voices: null } as const;
  const steps = `${told} ${told === 1 ? 'step' : 'steps'}`;
  if (unsteady.length === 0) return { ...base, status: 'good', value: `all of ${steps}`, note: 'steady' };
  const worse = unsteady.filter(({ before, since }) => since > before);
  const since = Math.min(...(worse.length > 0 ? worse : unsteady).map(({ sinceMs }) => sinceMs));
  // A change for the better is no steadiness either, and nothing to mend.
  const how = worse.length > 0 ? 'unsteady' : 'changed for the better';
  const words = `${how} since ${formatDayNear(since, timeZone, todayMs ?? asOfMs)}`;
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
