import {
  type JourneyContract,
  keptLine,
  type LandedOn,
  landsOn,
  type Moment,
  matches,
  propertyText,
  VOICE_PROPERTIES,
} from '@continuo/core';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';
import type { FoundMoment } from './find-moments.ts';
import { stepOf } from './landing.ts';
import { aboutWords, whatWords } from './words.ts';

/** Longest way back from what opened a call-back to what it is about. */
const LOOK_BACK_MS = 60 * 86_400_000;
const MOST_MOMENTS = 2000;

export interface Happened {
  readonly what: string;
  readonly landed: LandedOn | null;
}

/**
 * What a moment is about: the last thing before it that a map says went wrong for this person, else that hurt by its own
 * account, else the moment itself. Late promises name their step.
 */
export async function whatHappened(
  services: Services,
  workspace: number,
  maps: readonly JourneyContract[],
  { person, timeMs, sighting, step, why }: Pick<FoundMoment, 'person' | 'timeMs' | 'sighting' | 'step' | 'why'>,
): Promise<Happened> {
  const named = step === null ? null : stepOf(maps, step.journey, step.step);
  if (named !== null) {
    const owner = named.step.owner ?? named.map.owner;
    return { what: keptLine(named.step.title), landed: { journey: named.map.key, step: named.step, owner } };
  }
  const { result } = await askQuestion(services, workspace, {
    question: 'timeline',
    scope: { range: { fromMs: Math.max(0, timeMs - LOOK_BACK_MS), toMs: timeMs + 1 } },
    input: { person: String(person), limit: MOST_MOMENTS },
  });
  const before = [...result.moments].reverse().map((moment) => ({ ...moment, name: moment.activity }));
  const failed = before.find((moment) => isFailure(moment, maps)) ?? before.find(isHurt);
  const own = sighting === null ? null : landsOn(sighting, maps);
  if (failed !== undefined) return { what: whatWords(failed), landed: landsOn(failed, maps) ?? own };
  if (sighting === null) return { what: keptLine(why), landed: own };
  // "Survey answered" says nothing: what it is about does.
  const isAbout = own !== null && propertyText(sighting.properties, VOICE_PROPERTIES.step) === own.step.id;
  return { what: isAbout ? aboutWords(own.step.title) : whatWords(sighting), landed: own };
}

function isFailure(
  event: { name: string } & Pick<Moment, 'channel' | 'properties'>,
  maps: readonly JourneyContract[],
): boolean {
  const landed = landsOn({ ...event, properties: { ...event.properties, journey: '' } }, maps);
  return landed?.step.failures.some((matcher) => matches(matcher, event)) ?? false;
}

function isHurt({ properties }: Pick<Moment, 'properties'>): boolean {
  return ['true', '1', 'yes'].includes(String(properties.hurt ?? '')) || String(properties.as_promised) === 'false';
}
