import type { Story } from '@continuo/contract';
import { answeredOf, type Moment, Problem, placedSteps, propertyText, VOICE_PROPERTIES } from '@continuo/core';
import { counted, formatCount } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';

const FOUR_WEEKS_MS = 28 * 86_400_000;

/**
 * "How many others?": the step counted over everyone. An answer about a step of a map: those who answered there and felt the
 * same. Anything else: who lived it in the latest four weeks of the data and in the four before. Null without a moment or data.
 */
export async function othersOf(
  services: Services,
  workspace: Workspace,
  moment: Moment | null,
): Promise<Story['others']> {
  const build = await services.state.builds.last(services.state.db, workspace.id);
  if (moment === null || build === null) return null;
  return (
    (await sameAnswer(services, workspace, moment)) ?? sameActivity(services, workspace, moment, build.dataAsOfMs + 1)
  );
}

async function sameAnswer(services: Services, workspace: Workspace, moment: Moment): Promise<Story['others']> {
  const { felt, activity, properties } = moment;
  const [journey, step] = [
    propertyText(properties, VOICE_PROPERTIES.journey),
    propertyText(properties, VOICE_PROPERTIES.step),
  ];
  if (journey === null || step === null || felt === 'none') return null;
  const known = await services.state.journeys.find(services.state.db, workspace.id, journey);
  if (known === null || known.version === 0) return null;
  const { contract } = await services.state.journeyVersions.get(services.state.db, known, known.version);
  const title = placedSteps(contract).find((placed) => placed.step.id === step)?.step.title;
  if (title === undefined) return null;
  try {
    const { result } = await askQuestion(services, workspace.id, {
      question: 'feedback',
      scope: { unit: 'journey', journey: { key: journey, judgedBy: 'in-force' } },
      input: { at: { kind: 'step', step }, timeZone: workspace.timeZone },
    });
    const place = result.places.find(({ at }) => at.kind === 'step' && at.step === step);
    if (place === undefined) return null;
    const [people, ofPeople] = [place.voices[felt], answeredOf(place.voices)];
    const sentence = `${people} of ${counted(ofPeople, 'customer')} who answered about “${title}” ${people === 1 ? 'was' : 'were'} ${MOODS[felt]}.`;
    return { activity, people, ofPeople, place: { journey, step }, sentence };
  } catch (error) {
    // Its numbers are on their way: the moment is counted instead.
    if (error instanceof Problem && error.code === 'journey.not_ready') return null;
    throw error;
  }
}

const MOODS = { unhappy: 'unhappy', neutral: 'neither happy nor unhappy', happy: 'happy' } as const;

async function sameActivity(
  services: Services,
  workspace: Workspace,
  { activity }: Moment,
  toMs: number,
): Promise<Story['others']> {
  const people = async (fromMs: number, untilMs: number): Promise<{ step: number; all: number }> => {
    const answer = await askQuestion(services, workspace.id, {
      question: 'people',
      scope: { range: { fromMs: Math.max(0, fromMs), toMs: untilMs } },
      input: { behind: { kind: 'activity', activity }, limit: 1 },
    });
    return { step: answer.result.people, all: answer.population.people };
  };
  const now = await people(toMs - FOUR_WEEKS_MS, toMs);
  const before = await people(toMs - 2 * FOUR_WEEKS_MS, toMs - FOUR_WEEKS_MS);
  const since = before.all === 0 ? '' : `; ${before.step} in the four weeks before`;
  return {
    ...{ activity, people: now.step, ofPeople: now.all, place: null },
    sentence: `${shareOf(now.step, now.all)} lived “${activity}” in the last four weeks of the data${since}.`,
  };
}

function shareOf(part: number, whole: number): string {
  return whole < 30
    ? `${part} of ${counted(whole, 'customer')}`
    : `${formatCount(part)} of ${formatCount(whole)} customers`;
}
