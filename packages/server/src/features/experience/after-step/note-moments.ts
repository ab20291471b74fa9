import { type AskAfterOutcome, askDueMs, askWindow, drawOf, type Survey } from '@continuo/core';
import { momentName, type NewSurveyMoment, type StoredSurvey } from '@continuo/state';
import { claimsOf, type StepSighting, stepSightings } from '@continuo/warehouse';
import type { Services } from '../../../platform/services.ts';
import { momentSources, placeOf } from '../survey-place.ts';

/** Moments a look and a transaction. */
const PAGE = 2000;

/**
 * Notes after which moments somebody is to be asked, for every survey of a workspace that asks by itself: once for each event,
 * whatever crashes in between. Gives how many people wait now that did not.
 */
export async function noteMoments(
  services: Services,
  workspace: number,
  isStopped: () => boolean,
): Promise<{ readonly waiting: number }> {
  const { state, clock, switches } = services;
  const surveys = (await state.surveys.list(state.db, workspace)).filter(({ asksSinceMs }) => asksSinceMs !== null);
  const { personLevel } = await switches(workspace);
  if (surveys.length === 0 || !personLevel) return { waiting: 0 };
  await state.surveyMoments.tidy(state.db, workspace, clock.now());
  let waiting = 0;
  for (const stored of surveys) waiting += await noteOf(services, workspace, stored, isStopped);
  if (waiting > 0) services.timers.wake();
  return { waiting };
}

async function noteOf(
  services: Services,
  workspace: number,
  { survey, asksSinceMs }: StoredSurvey,
  isStopped: () => boolean,
): Promise<number> {
  const { state, warehouse, clock } = services;
  const { afterHours } = survey;
  const { rules, step } = await placeOf(services, workspace, survey);
  if (afterHours === null || asksSinceMs === null || rules === null || step === null) return 0;
  const sources = await momentSources(services, workspace);
  const scope = { workspace, sources, ...askWindow({ afterHours, sinceMs: asksSinceMs, nowMs: clock.now() }) };
  let waiting = 0;
  for (let after: StepSighting | null = null; !isStopped(); ) {
    const page: readonly StepSighting[] = await stepSightings(
      ...([warehouse, scope, { rules, step }, { after, most: PAGE }] as const),
    );
    const moments = await momentsOf(services, workspace, survey, page);
    waiting += await state.transaction(async (db) => {
      // Closed or moved meanwhile: nobody is asked about what was found.
      const now = await state.surveys.find(db, workspace, survey.key);
      if (now?.asksSinceMs !== asksSinceMs) return 0;
      return state.surveyMoments.note(db, { workspace, survey: survey.key }, moments);
    });
    after = page.at(-1) ?? null;
    if (page.length < PAGE) break;
  }
  return waiting;
}

/** What is new among these, of people whom the survey's share has drawn. Who is known by no id cannot be asked. */
async function momentsOf(
  { state, warehouse }: Services,
  workspace: number,
  survey: Survey,
  page: readonly StepSighting[],
): Promise<readonly NewSurveyMoment[]> {
  const found = page.map((one) => ({ ...one, identity: String(one.identity), message: String(one.message) }));
  const known = await state.surveyMoments.known(state.db, { workspace, survey: survey.key }, found);
  const fresh = found.filter((one) => !known.has(momentName(one)));
  const claims = await claimsOf(
    warehouse,
    workspace,
    fresh.flatMap(({ person, identity }) => [person, BigInt(identity)]),
  );
  return fresh.flatMap(({ person, identity, message, timeMs }) => {
    const user = [claims.get(person), claims.get(BigInt(identity))].find((claim) => claim?.kind === 'user')?.value;
    const who = user ?? identity;
    if (drawOf(survey.key, who) >= survey.share) return [];
    const outcome: AskAfterOutcome | null = user === undefined ? 'no address' : null;
    const dueMs = askDueMs(timeMs, { afterHours: survey.afterHours ?? 0 });
    return [{ identity, message, person: who, timeMs, dueMs, outcome }];
  });
}
