import type { JourneyMap } from '@continuo/core';
import type { MapInput } from '../map/map-input.ts';
import type { MapSentence, ToneText } from '../map/map-view.ts';
import { finished, soFarText, underWay } from '../map/so-far.ts';
import { answersOf } from '../map/status.ts';
import { counted, formatCount, formatDuration, formatShare } from './format.ts';
import { say, worstMoment } from './map-worst.ts';

/**
 * A map in a few sentences, in this order: what customers got, and before; the worst moment, in a customer's words; how
 * many it hit and since when; only then how many went the way we planned. What is not known is said to be not known.
 */
export function mapSentence(input: MapInput): MapSentence {
  const { lived, layer, contract } = input;
  if (layer === 'planned') return plannedSentence(contract);
  if (lived === null) return { lead: 'How customers live it is not known.', rest: [] };
  if (lived.connected.n === 0) {
    const why =
      lived.connected.of === 0 ? 'This map has no step yet.' : 'No step of this map is connected to data yet.';
    return { lead: 'How customers live it is not known.', rest: [say(why)] };
  }
  if (lived.people === 0) return { lead: 'No customer in this selection.', rest: [] };
  const silent = answersOf(lived.voices) === 0 ? [say('Nobody answered: how it felt is not known.')] : [];
  const { n, of } = lived.asPlanned;
  const journeys = of < 100 ? ` ${of === 1 ? 'journey' : 'journeys'}` : '';
  const planned = of === 0 ? [] : [say(`${formatShare(n, of)}${journeys} went the way we planned.`)];
  return { lead: gotWords(lived, input), rest: spaced([openWords(lived), worstMoment(input, lived), silent, planned]) };
}

/** Sentences one after the other, with a space between. */
function spaced(sentences: readonly (readonly ToneText[])[]): readonly ToneText[] {
  return sentences
    .filter((parts) => parts.length > 0)
    .flatMap((parts, index) => (index === 0 ? parts : [say(' '), ...parts]));
}

function plannedSentence({ stages, promises }: MapInput['contract']): MapSentence {
  if (stages.length === 0) return { lead: 'This map is empty.', rest: [] };
  const words =
    promises.length === 0 ? 'No promise of time is made.' : `${counted(promises.length, 'promise')} of time.`;
  return { lead: `As we designed it: ${counted(stages.length, 'stage')}.`, rest: [say(words)] };
}

/** Who is still under way is neither lost nor arrived; silent when nobody is, and when all are. */
function openWords(lived: JourneyMap): readonly ToneText[] {
  const open = lived.asPromised === null ? 0 : underWay(lived, lived.asPromised);
  if (open === 0 || lived.asPromised === null || finished(lived, lived.asPromised) === 0) return [];
  return [say(`${formatCount(open)} of ${counted(lived.asPromised.of, 'customer')} are still under way.`)];
}

function gotWords(lived: JourneyMap, { before }: MapInput): string {
  const { gotIt, asPromised, people } = lived;
  if (gotIt === null || asPromised === null)
    return `What ${counted(people, 'customer')} got is not known: no step is marked as the goal.`;
  if (finished(lived, asPromised) === 0)
    return people === 1
      ? 'The only customer is still under way.'
      : `Nobody has finished yet: ${formatCount(people)} customers are still under way.`;
  const { of } = asPromised;
  const [share, soFar = ''] = soFarText(lived, asPromised).split(/(?= so far$)/);
  const now = `${share} ${of === 1 ? 'customer' : 'customers'}${soFar} got what they came for, as promised`;
  const was = before?.lived.asPromised ?? null;
  if (before === null || was === null || finished(before.lived, was) === 0) return `${now}.`;
  return `${now}; ${soFarText(before.lived, was)} in the ${formatDuration(before.lengthMs)} before.`;
}

/** A sentence as one text, for descriptions and titles. */
export function mapSentenceText({ lead, rest }: MapSentence): string {
  return [lead, rest.map(({ text }) => text).join('')].filter((part) => part !== '').join(' ');
}

/** "7 of 11 steps connected, 6 of 100 answered". */
export function coverageWords(lived: JourneyMap | null, steps: number): string {
  if (lived === null) return counted(steps, 'step');
  const { n, of } = lived.connected;
  const connected = `${n} of ${counted(of, 'step')} connected`;
  if (lived.people === 0) return connected;
  return `${connected}, ${formatShare(answersOf(lived.voices), lived.customers)} answered`;
}
