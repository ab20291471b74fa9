import type { JourneyMap, MapStep } from '@continuo/core';
import type { MapInput } from '../map/map-input.ts';
import type { MapSentence, ToneText } from '../map/map-view.ts';
import { answersOf, HARM_PEOPLE, stepStatus } from '../map/status.ts';
import { formatDay } from './calendar.ts';
import { counted, formatDuration, formatShare } from './format.ts';

const say = (text: string, tone: ToneText['tone'] = 'plain'): ToneText => ({ text, tone, behind: null });

/**
 * A map in a few sentences, in this order: what customers got, and before; the worst moment, in a customer's words; how
 * many it hit and since when; only then how many went the way we planned. What is not known is said to be not known.
 */
export function mapSentence(input: MapInput): MapSentence {
  const { lived, layer, contract } = input;
  if (layer === 'planned') return plannedSentence(contract);
  if (lived === null || lived.connected.n === 0)
    return {
      lead: 'How customers live it is not known.',
      rest: [
        say(lived === null ? 'Nothing was asked of the data yet.' : 'No step of this map is connected to data yet.'),
      ],
    };
  if (lived.people === 0) return { lead: 'No customer in this selection.', rest: [] };
  const planned = lived.asPlanned;
  const rest = [...worstMoment(input, lived)];
  if (answersOf(lived.voices) === 0) rest.push(say('Nobody answered: how it felt is not known.'));
  if (planned.of > 0 && planned.of < 100)
    rest.push(say(`${formatShare(planned.n, planned.of)} journeys went the way we planned.`));
  else if (planned.of > 0) rest.push(say(`${formatShare(planned.n, planned.of)} went the way we planned.`));
  return { lead: gotWords(lived, input), rest };
}

function plannedSentence({ stages, promises }: MapInput['contract']): MapSentence {
  const lead = `As we designed it: ${counted(stages.length, 'stage')}.`;
  const words =
    promises.length === 0 ? 'No promise of time is written down.' : `${counted(promises.length, 'promise')} of time.`;
  return { lead, rest: [say(words)] };
}

function gotWords({ gotIt, asPromised, people }: JourneyMap, { before }: MapInput): string {
  if (gotIt === null || asPromised === null)
    return `What ${counted(people, 'customer')} got is not known: no step is marked as the goal.`;
  if (asPromised.of === 0)
    return `Nobody has finished yet: ${counted(people, 'customer')} ${people === 1 ? 'is' : 'are'} still under way.`;
  const was = before?.lived.asPromised ?? null;
  const now = `${formatShare(asPromised.n, asPromised.of)} customers got what they came for, as promised`;
  if (before === null || was === null || was.of === 0) return `${now}.`;
  return `${now}; ${formatShare(was.n, was.of)} in the ${formatDuration(before.lengthMs)} before.`;
}

function worstMoment({ contract, gaps, days, timeZone }: MapInput, { steps, offMap }: JourneyMap): ToneText[] {
  const titles = new Map<string, string>();
  const visit = (blocks: MapInput['contract']['stages'][number]['blocks']): void => {
    for (const block of blocks) {
      if (block.kind === 'step') titles.set(block.id, block.title);
      else visit(block.blocks);
    }
  };
  for (const stage of contract.stages) visit(stage.blocks);
  const hurting = steps.filter((step) => stepStatus(step) === 'alert' && titles.has(step.step));
  const worst = hurting.reduce<MapStep | null>(
    (most, step) => (most !== null && most.harmed >= step.harmed ? most : step),
    null,
  );
  if (worst === null) {
    const off = offMap.find(({ compared, people }) => compared?.verdict === 'hurts' && people >= HARM_PEOPLE);
    if (off === undefined)
      return steps.some(({ isConnected, due }) => isConnected && due > 0)
        ? [say('No connected step hurts 5 of 100 customers or more.')]
        : [];
    const who: ToneText = {
      text: counted(off.people, 'customer'),
      tone: 'alert',
      behind: { kind: 'map-off', activity: off.activity },
    };
    return [
      say('The worst moment is not on our map:'),
      say(off.activity, 'strong'),
      ...quoteOf(off.comments),
      who,
      say('did it, and fared worse.'),
    ];
  }
  const harms = (gaps?.gaps ?? []).filter(
    ({ step, isHarm, sinceMs }) => step === worst.step && isHarm && sinceMs !== null,
  );
  const largest = [...harms].sort((a, b) => b.people - a.people)[0];
  const sinceMs =
    largest?.sinceMs ??
    days?.unsteady.find(({ step, since, before }) => step === worst.step && since > before)?.sinceMs ??
    null;
  const since = sinceMs === null ? '.' : `, more than before since ${formatDay(sinceMs, timeZone)}.`;
  const behind = { kind: 'map-step', step: worst.step, which: 'harmed', channel: null } as const;
  return [
    say('The worst moment is'),
    say(titles.get(worst.step) ?? worst.step, 'strong'),
    ...quoteOf(worst.comments),
    { text: counted(worst.harmed, 'customer'), tone: 'alert', behind },
    say(`${worst.harmed === 1 ? 'was' : 'were'} hurt there${since}`),
  ];
}

/** The newest unhappy comment; nothing when nobody said anything unhappy. */
function quoteOf(comments: MapStep['comments']): ToneText[] {
  const said = comments.find(({ felt }) => felt === 'unhappy');
  return said === undefined ? [] : [say(`“${said.text}”`, 'quote')];
}

/** A sentence as one text, for descriptions and titles. */
export function mapSentenceText({ lead, rest }: MapSentence): string {
  return [lead, ...rest.map(({ text }) => text)].join(' ').replaceAll(' .', '.');
}

/** "7 of 11 steps connected, 6 of 100 answered". */
export function coverageWords(lived: JourneyMap | null, steps: number): string {
  if (lived === null) return `${counted(steps, 'step')}, how they are lived is not known`;
  const { n, of } = lived.connected;
  const answered =
    lived.people === 0 ? 'nobody set out' : `${formatShare(answersOf(lived.voices), lived.people)} answered`;
  return `${n} of ${counted(of, 'step')} connected, ${answered}`;
}
