import { includesRole, type Role, surveyDocumentSchema } from '@continuo/contract';
import { Problem, SURVEY_TEMPLATES, type Survey } from '@continuo/core';
import type { FastifyInstance } from 'fastify';
import { access, wrote } from '../../platform/http/access.ts';
import { leaving } from '../../platform/http/leaving.ts';
import type { Services } from '../../platform/services.ts';
import { keyOf, shareOf, workspaceOf } from './experience-params.ts';
import { foretell } from './foretell.ts';
import { mustBeReplaceable, mustOpen, shownSurvey, surveyEntries } from './surveys.ts';

/** Throws `access.denied` for whoever may not ask customers and would let a survey do it. */
function mustMayAsk(role: Role, before: Pick<Survey, 'afterHours'> | null, after: Survey): void {
  if (after.afterHours === null || after.afterHours === (before?.afterHours ?? null) || includesRole(role, 'operator'))
    return;
  throw new Problem('access.denied', 'To let a survey ask customers by itself needs the role operator.');
}

/** Surveys: made, changed, opened, closed, foretold. */
export function surveyRoutes(app: FastifyInstance, services: Services): void {
  const { state, clock } = services;

  app.get('/surveys', async (request) => surveyEntries(services, workspaceOf(request)));

  app.get('/survey-templates', async () => SURVEY_TEMPLATES);

  app.get('/surveys/:key', async (request) => shownSurvey(services, workspaceOf(request), keyOf(request)));

  app.put('/surveys/:key', async (request) => {
    const workspace = workspaceOf(request);
    const key = keyOf(request);
    const survey = surveyDocumentSchema.parse(request.body);
    if (survey.key !== key)
      throw new Problem('input.invalid', 'The key in the address and that of the survey are not the same.');
    await state.transaction(async (db) => {
      const before = await state.surveys.find(db, workspace, key);
      mustMayAsk(access(request).role, before?.survey ?? null, survey);
      await mustBeReplaceable(services, db, workspace, { before, after: survey });
      await state.surveys.put(db, workspace, survey, clock.now());
      await wrote(request, {
        thing: `survey ${key}`,
        details: { questions: survey.questions.length, afterHours: survey.afterHours },
        db,
      });
    });
    return shownSurvey(services, workspace, key);
  });

  app.delete('/surveys/:key', async (request) => {
    const key = keyOf(request);
    await state.transaction(async (db) => {
      await state.surveys.remove(db, workspaceOf(request), key);
      await wrote(request, { thing: `survey ${key}`, db });
    });
    return { removed: true };
  });

  app.post('/surveys/:key/open', async (request) => {
    const workspace = workspaceOf(request);
    const key = keyOf(request);
    await state.transaction(async (db) => {
      const { survey } = await state.surveys.get(db, workspace, key);
      await mustOpen(services, db, workspace, survey);
      await state.surveys.setStatus(db, workspace, { key, status: 'open', nowMs: clock.now() });
      await wrote(request, { thing: `survey ${key}`, db });
    });
    return shownSurvey(services, workspace, key);
  });

  app.post('/surveys/:key/close', async (request) => {
    const workspace = workspaceOf(request);
    const key = keyOf(request);
    await state.transaction(async (db) => {
      const { status } = await state.surveys.get(db, workspace, key);
      if (status !== 'open') throw new Problem('survey.conflict', 'Only an open survey can be closed.');
      await state.surveys.setStatus(db, workspace, { key, status: 'closed', nowMs: clock.now() });
      await wrote(request, { thing: `survey ${key}`, db });
    });
    return shownSurvey(services, workspace, key);
  });

  app.get('/surveys/:key/rates', async (request) => {
    const { survey } = await state.surveys.get(state.db, workspaceOf(request), keyOf(request));
    const counts = await state.surveyInvitations.counts(state.db, access(request).workspace.id);
    return counts.filter((one) => one.survey === survey.key).map(({ survey: _, ...rate }) => rate);
  });

  app.get('/surveys/:key/forecast', async (request, reply) => {
    const workspace = workspaceOf(request);
    const { survey } = await state.surveys.get(state.db, workspace, keyOf(request));
    const share = shareOf(request) ?? survey.share;
    return foretell(services, workspace, { ...survey, share }, { signal: leaving(reply) });
  });
}
