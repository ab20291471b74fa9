import { type JourneyMap, type MapStep, placedSteps, shortened } from '@continuo/core';
import type { MapInput } from '../map/map-input.ts';
import type { ToneText } from '../map/map-view.ts';
import { HARM_PEOPLE, stepStatus } from '../map/status.ts';
import { formatDayNear } from './calendar.ts';
import { counted } from './format.ts';

/** A part of a sentence; parts are joined as they are, spaces included. */
export const say = (text: string, tone: ToneText['tone'] = 'plain'): ToneText => ({ text, tone, behind: null });

/**
 * The worst moment: where most customers were harmed, in the newest unhappy words said there, how many and since when.
 * No step hurts: the same for what is not on the map; else that no step hurts. Nobody came to any step: nothing.
 */
export function worstMoment(input: MapInput, lived: JourneyMap): readonly ToneText[] {
  const titles = new Map(placedSteps(input.contract).map(({ step }) => [step.id, step.title]));
  const [worst] = lived.steps
    .filter((step) => stepStatus(step) === 'alert' && titles.has(step.step))
    .sort((a, b) => b.harmed - a.harmed);
  if (worst === undefined) return offTheMap(lived);
  const sinceMs = sinceAt(worst.step, input);
  const since =
    sinceMs === null
      ? ''
      : `, more than before since ${formatDayNear(sinceMs, input.timeZone, input.todayMs ?? input.asOfMs)}`;
  const behind = { kind: 'map-step', step: worst.step, which: 'harmed', channel: null } as const;
  return [
    say('The worst moment is '),
    say(titles.get(worst.step) ?? worst.step, 'strong'),
    ...quoteOf(worst.comments),
    { text: counted(worst.harmed, 'customer').replace(' ', '\u00a0'), tone: 'alert', behind },
    say(` ${worst.harmed === 1 ? 'was' : 'were'} hurt there${since}.`),
  ];
}

function offTheMap({ offMap, steps }: JourneyMap): readonly ToneText[] {
  const off = offMap.find(({ compared, people }) => compared?.verdict === 'hurts' && people >= HARM_PEOPLE);
  if (off !== undefined)
    return [
      say('The worst moment is not on our map: '),
      say(off.activity, 'strong'),
      ...quoteOf(off.comments),
      { text: counted(off.people, 'customer'), tone: 'alert', behind: { kind: 'map-off', activity: off.activity } },
      say(' did it and fared worse.'),
    ];
  const isTold = steps.some(({ isConnected, due }) => isConnected && due > 0);
  return isTold ? [say('No connected step hurts 5 of 100 customers.')] : [];
}

/** The largest harm at the step that grew; else since when its days are unsteady; null: no change was found. */
function sinceAt(id: string, { gaps, days }: MapInput): number | null {
  const [largest] = (gaps?.gaps ?? [])
    .filter(({ step, isHarm, sinceMs }) => step === id && isHarm && sinceMs !== null)
    .sort((a, b) => b.people - a.people);
  const unsteady = days?.unsteady.find(({ step, since, before }) => step === id && since > before);
  return largest?.sinceMs ?? unsteady?.sinceMs ?? null;
}

/** ": “…” " with the newest unhappy comment; ". " when nobody said anything unhappy. */
function quoteOf(comments: MapStep['comments']): readonly ToneText[] {
  const said = comments.find(({ felt }) => felt === 'unhappy');
  return said === undefined ? [say('. ')] : [say(': '), say(`“${shortened(said.text)}”`, 'quote'), say(' ')];
}
