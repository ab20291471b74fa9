import {
  type AnswerOf,
  DRAW_FORMATS,
  QUESTIONS,
  type QuestionAsk,
  type QuestionName,
  type ScopeInput,
} from '@continuo/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Access, access } from '../../platform/http/access.ts';
import { leaving } from '../../platform/http/leaving.ts';
import type { Services } from '../../platform/services.ts';
import { mustShowPeople } from '../../platform/switched.ts';
import { asked } from './drawing.ts';
import { renderAnswer } from './render.ts';
import { type AskRequest, askQuestion, questionNamed } from './service.ts';
import { mayAsk, shownTo } from './shown-to.ts';
import { withoutWords } from './without-words.ts';

/** Questions whose answer is about single customers. */
const OF_PEOPLE: ReadonlySet<QuestionName> = new Set(['people', 'timeline']);

const askBody = z.object({ scope: z.unknown().optional(), input: z.unknown().optional() }).nullish();
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});
const drawQuery = z.object({
  format: z.enum(DRAW_FORMATS).default('svg'),
  theme: z.enum(['light', 'dark']).default('light'),
  width: z.coerce.number().int().min(320).max(8000).default(1280),
  scope: json.optional(),
  input: json.optional(),
});

/** `POST /ask/:question` and `GET /draw/:question`. A caller who leaves stops the question in the engine. */
export function analysisRoutes(app: FastifyInstance, services: Services): void {
  async function answerFor(
    { workspace, role }: Access,
    asks: AskRequest<QuestionName>,
  ): Promise<AnswerOf<QuestionName>> {
    if (OF_PEOPLE.has(asks.question)) await mustShowPeople(services, workspace.id);
    mayAsk(role, asks.question, QUESTIONS[asks.question].input.parse(asks.input ?? {}) as never);
    const answer = shownTo(role, asks.question, await askQuestion(services, workspace.id, asks));
    const { freeText } = await services.switches(workspace.id);
    return freeText ? answer : withoutWords(asks.question, answer);
  }

  app.post<{ Params: { question: string } }>('/ask/:question', async (request, reply) => {
    const question = questionNamed(request.params.question);
    const body = askBody.parse(request.body) ?? {};
    return answerFor(access(request), {
      question,
      scope: (body.scope ?? {}) as ScopeInput,
      input: (body.input ?? {}) as QuestionAsk<QuestionName>,
      options: { signal: leaving(reply) },
    });
  });

  app.get<{ Params: { question: string } }>('/draw/:question', async (request, reply) => {
    const question = questionNamed(request.params.question);
    const query = drawQuery.parse(request.query);
    const { workspace } = access(request);
    const answer = await answerFor(access(request), {
      question,
      scope: (query.scope ?? {}) as ScopeInput,
      input: (query.input ?? {}) as QuestionAsk<QuestionName>,
      options: { signal: leaving(reply) },
    });
    const file = await renderAnswer(asked(question, (query.input ?? {}) as QuestionAsk<QuestionName>, answer), {
      ...query,
      timeZone: workspace.timeZone,
    });
    return reply
      .type(file.type)
      .header('content-disposition', `inline; filename="${question}.${query.format}"`)
      .send(file.body);
  });
}
