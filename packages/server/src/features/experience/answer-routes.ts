import { type AnswerShown, feedbackBatchSchema } from '@continuo/contract';
import { feltOf, maskContacts, Problem, type SurveyAnswer } from '@continuo/core';
import type { AnswerPlace } from '@continuo/state';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import type { AnswerLoader } from './answer-loader.ts';
import { workspaceOf } from './experience-params.ts';
import { answersOf, recordsOf } from './feedback-records.ts';

const name = z.string().max(200).optional();
const listQuery = z.object({
  survey: name,
  journey: name,
  step: name,
  before: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const exportQuery = z.object({
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** What customers answered: read, taken from elsewhere, given out. */
export function answerRoutes(app: FastifyInstance, services: Services, loader: AnswerLoader): void {
  const { state, clock, switches } = services;

  app.get('/answers', async (request) => {
    const workspace = workspaceOf(request);
    const { before, limit, ...filter } = listQuery.parse(request.query);
    const behind = placeOf(before);
    const { freeText } = await switches(workspace);
    const found = await state.answers.list(state.db, workspace, { ...filter, order: 'newest', behind, most: limit });
    return { answers: found.map((answer) => shown(answer, freeText)), next: nextOf(found, limit) };
  });

  app.post('/feedback-records', { bodyLimit: 8_000_000 }, async (request) => {
    const workspace = workspaceOf(request);
    const { records } = feedbackBatchSchema.parse(request.body);
    const answers = answersOf(records, clock.now());
    const taken = await state.transaction(async (db) => {
      const count = await state.answers.take(db, workspace, answers);
      await wrote(request, { thing: 'feedback records', details: { records: records.length, taken: count }, db });
      return count;
    });
    if (taken > 0) loader.wake(workspace);
    return { taken, repeated: answers.length - taken };
  });

  app.get('/feedback-records', async (request) => {
    const workspace = workspaceOf(request);
    const { after, limit } = exportQuery.parse(request.query);
    const { freeText, personLevel } = await switches(workspace);
    if (!freeText || !personLevel)
      throw new Problem(
        'switched.off',
        'Feedback records hold what customers wrote and who they are; an admin has switched that off for this workspace.',
      );
    const behind = placeOf(after);
    const found = await state.answers.list(state.db, workspace, { order: 'oldest', behind, most: limit });
    return { data: found.flatMap(recordsOf), next: nextOf(found, limit) };
  });
}

function shown(answer: SurveyAnswer & { readonly isLoaded: boolean }, freeText: boolean): AnswerShown {
  const { submission, atMs, survey, title, journey, step, channel, language, score, scale, got, emotion } = answer;
  const own = (text: string): string => (freeText ? maskContacts(text) : '');
  return {
    // Ids that came from elsewhere may be addresses; ours are random.
    submission: maskContacts(submission),
    atMs,
    survey,
    title,
    journey,
    step,
    channel,
    language,
    score,
    scale,
    felt: feltOf(score, scale),
    text: own(answer.text),
    got,
    emotion,
    mayContact: answer.mayContact === true,
    isKnown: answer.person.kind !== 'anonymous',
    isCounted: answer.isLoaded,
    others: Object.fromEntries(
      Object.entries(answer.others).map(([id, value]) => [id, typeof value === 'string' ? own(value) : String(value)]),
    ),
  };
}

/** The place after the last of a full page; null: that was all. */
function nextOf(found: readonly SurveyAnswer[], limit: number): string | null {
  const last = found.at(-1);
  if (last === undefined || found.length < limit) return null;
  return Buffer.from(JSON.stringify([last.atMs, last.submission])).toString('base64url');
}

const placeSchema = z.tuple([z.number(), z.string()]);

function placeOf(text: string | undefined): AnswerPlace | undefined {
  if (text === undefined) return undefined;
  try {
    const [atMs, submission] = placeSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { atMs, submission };
  } catch (cause) {
    throw new Problem('input.invalid', 'This is no place in the list: take it from `next`.', { cause });
  }
}
