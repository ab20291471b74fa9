import { type MatchRule, matchRules, placedSteps, type Survey, withTouchpoints } from '@continuo/core';
import { isAnswers } from '@continuo/state';
import type { Services } from '../../platform/services.ts';

/** Where a survey asks: what the steps of its map match, and the number of its step; null: no map, no step. */
export interface SurveyPlace {
  readonly rules: readonly MatchRule[] | null;
  /** 0: a step that the map does not have. */
  readonly step: number | null;
}

/** What the survey's step matches; a survey without a map reaches everybody. */
export async function placeOf(
  { state }: Pick<Services, 'state'>,
  workspace: number,
  survey: Pick<Survey, 'journey' | 'step'>,
): Promise<SurveyPlace> {
  const map = survey.journey === null ? null : await state.journeys.find(state.db, workspace, survey.journey);
  if (map === null) return { rules: null, step: null };
  const contract = withTouchpoints(map.draft, await state.touchpoints.list(state.db, workspace));
  const numbers = new Map(placedSteps(contract).map(({ step }, place) => [step.id, place + 1]));
  const rules = matchRules(contract, numbers);
  return { rules, step: survey.step === null ? null : (numbers.get(survey.step) ?? 0) };
}

/** Sources whose events are moments that one can be asked about: complete, and no answers. */
export async function momentSources({ state }: Pick<Services, 'state'>, workspace: number): Promise<readonly number[]> {
  const all = await state.sources.list(state.db, workspace);
  return all.filter((one) => one.status === 'complete' && !isAnswers(one)).map(({ id }) => id);
}
