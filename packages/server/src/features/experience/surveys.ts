import type { SurveyEntry, SurveyShown } from '@continuo/contract';
import {
  canOpen,
  checkSurvey,
  Problem,
  placedSteps,
  type Survey,
  type SurveyFinding,
  scoredQuestion,
} from '@continuo/core';
import type { Db, StoredSurvey } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { surveyUrl } from './respond/survey-links.ts';

const DAY_MS = 86_400_000;
/** Days of which it is said whom a survey asked by itself. */
const COUNTED_DAYS = 28;

const NOTHING: SurveyEntry['counts'] = {
  invited: 0,
  delivered: 0,
  opened: 0,
  answered: 0,
  answers: 0,
  lastAnswerMs: null,
};

/** All surveys of a workspace with what came of them, newest first. */
export async function surveyEntries({ state }: Services, workspace: number): Promise<readonly SurveyEntry[]> {
  const [all, counts] = await Promise.all([state.surveys.list(state.db, workspace), countsOf(state, workspace)]);
  return all.map((stored) => ({ ...stored, counts: counts.get(stored.survey.key) ?? NOTHING }));
}

async function countsOf(
  state: Services['state'],
  workspace: number,
): Promise<ReadonlyMap<string, SurveyEntry['counts']>> {
  const [invited, answered] = await Promise.all([
    state.surveyInvitations.counts(state.db, workspace),
    state.answers.counts(state.db, workspace),
  ]);
  const counts = new Map<string, SurveyEntry['counts']>();
  for (const { survey, channel: _, ...more } of invited) {
    const before = counts.get(survey) ?? NOTHING;
    counts.set(survey, {
      ...before,
      invited: before.invited + more.invited,
      delivered: before.delivered + more.delivered,
      opened: before.opened + more.opened,
      answered: before.answered + more.answered,
    });
  }
  for (const { survey, answers, lastMs } of answered)
    counts.set(survey, { ...(counts.get(survey) ?? NOTHING), answers, lastAnswerMs: lastMs });
  return counts;
}

/** One survey with what a check finds and where its preview is. Throws `survey.unknown`. */
export async function shownSurvey(services: Services, workspace: number, key: string): Promise<SurveyShown> {
  const { state } = services;
  const stored = await state.surveys.get(state.db, workspace, key);
  const [counts, findings, after] = await Promise.all([
    countsOf(state, workspace),
    findingsOf(services, state.db, workspace, stored.survey),
    state.surveyMoments.counts(state.db, { workspace, survey: key }, services.clock.now() - COUNTED_DAYS * DAY_MS),
  ]);
  return {
    ...stored,
    counts: counts.get(key) ?? NOTHING,
    findings: [...findings],
    canOpen: canOpen(findings),
    preview: new URL(surveyUrl(services, { kind: 'preview', workspace, survey: key })).pathname,
    after: { waiting: after.waiting, outcomes: [...after.outcomes] },
  };
}

/** What a check finds, held against its map and the other surveys of that map that customers have seen. */
export async function findingsOf(
  { state }: Services,
  db: Db,
  workspace: number,
  survey: Survey,
): Promise<readonly SurveyFinding[]> {
  const { journey, key } = survey;
  const map = journey === null ? null : await state.journeys.find(db, workspace, journey);
  const others = (await state.surveys.list(db, workspace)).filter(
    (other) => other.survey.journey === journey && other.survey.key !== key && other.status !== 'draft',
  );
  return checkSurvey(survey, {
    steps: map && placedSteps(map.draft).map(({ step }) => step.id),
    siblings: others.map((other) => other.survey),
  });
}

/**
 * Whether a changed survey may take the place of the one before. Throws `survey.invalid` when customers see it and it could
 * not be opened so, and `survey.conflict` when it was answered and would now ask on another scale.
 */
export async function mustBeReplaceable(
  services: Services,
  db: Db,
  workspace: number,
  { before, after }: { readonly before: StoredSurvey | null; readonly after: Survey },
): Promise<void> {
  if (before === null) return;
  if (before.status === 'open') await mustOpen(services, db, workspace, after);
  const [old, now] = [scoredQuestion(before.survey)?.kind, scoredQuestion(after)?.kind];
  if (old === undefined || old === now) return;
  const { state } = services;
  const answered = await state.answers.list(db, workspace, { survey: after.key, order: 'oldest', most: 1 });
  if (answered.length > 0)
    throw new Problem(
      'survey.conflict',
      'Customers answered this survey on its scale, and two scales cannot be added up. Make a new survey for the other question.',
    );
}

/** Throws `survey.invalid` with the first thing that keeps a survey from opening. */
export async function mustOpen(services: Services, db: Db, workspace: number, survey: Survey): Promise<void> {
  const error = (await findingsOf(services, db, workspace, survey)).find(({ severity }) => severity === 'error');
  if (error) throw new Problem('survey.invalid', `${error.words} ${error.todo}`, { details: { code: error.code } });
}
