import type { Story } from '@continuo/contract';
import { counted, formatCount } from '@continuo/diagram';
import type { Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { askQuestion } from '../analysis/index.ts';

const FOUR_WEEKS_MS = 28 * 86_400_000;

/**
 * "How many others?": the step counted over everyone, in the latest four weeks of the data and in the four before.
 * Null without a step or without data.
 */
export async function othersOf(
  services: Services,
  workspace: Workspace,
  activity: string | null,
): Promise<Story['others']> {
  const build = await services.state.builds.last(services.state.db, workspace.id);
  if (activity === null || build === null) return null;
  const toMs = build.dataAsOfMs + 1;
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
    activity,
    people: now.step,
    ofPeople: now.all,
    sentence: `${shareOf(now.step, now.all)} lived “${activity}” in the last four weeks of the data${since}.`,
  };
}

function shareOf(part: number, whole: number): string {
  return whole < 30
    ? `${part} of ${counted(whole, 'customer')}`
    : `${formatCount(part)} of ${formatCount(whole)} customers`;
}
