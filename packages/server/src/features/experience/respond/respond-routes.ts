import { randomUUID } from 'node:crypto';
import { anonymousOf, type IdentityClaim, type PageLanguage, type Survey, type SurveyAnswer } from '@continuo/core';
import type { SurveyInvitation } from '@continuo/state';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SHARED_SCRIPT } from '../../../platform/http/guard.ts';
import type { Services } from '../../../platform/services.ts';
import type { AnswerLoader } from '../answer-loader.ts';
import { languageOf, sendPage, sendUnknownLink } from './customer-pages.ts';
import { escapeHtml } from './escape.ts';
import type { Given } from './question-html.ts';
import { type FormAnswers, readForm } from './read-form.ts';
import { SNIPPET } from './snippet.ts';
import { readSurveyToken, type SurveyLink } from './survey-links.ts';
import { surveyPage } from './survey-page.ts';
import { wordsIn } from './words.ts';

/** A link that works, with what it leads to. */
interface Visit {
  readonly link: SurveyLink;
  readonly survey: Survey;
  readonly isOpen: boolean;
  /** Null: nobody was invited by this link. */
  readonly invitation: SurveyInvitation | null;
  readonly token: string;
  readonly language: PageLanguage;
}

const NOTHING: Given = () => '';
const SUBMISSION = /^[0-9a-f-]{36}$/;

/** `/s/:token`: the survey, its answer, the thanks, and no more questions; `/s/ask.js`: the snippet. */
export function respondRoutes(pages: FastifyInstance, services: Services, loader: AnswerLoader): void {
  const { state, clock } = services;

  pages.get(SHARED_SCRIPT, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send(SNIPPET),
  );

  pages.get('/s/:token', async (request, reply) => {
    const visit = await visitOf(services, request);
    if (visit === null) return sendUnknownLink(request, reply);
    const { invitation, link } = visit;
    if (invitation !== null && invitation.answeredMs !== null) return thank(reply, visit, false);
    if (!visit.isOpen) return sendClosed(reply, visit);
    if (invitation !== null && request.method === 'GET' && !isPrefetch(request))
      await state.surveyInvitations.opened(state.db, invitation, clock.now());
    return html(reply, 200, {
      visit,
      submission: link.kind === 'open' ? randomUUID() : '',
      given: NOTHING,
      missing: new Set(),
      lacksEmail: false,
    });
  });

  pages.post('/s/:token', async (request, reply) => {
    const visit = await visitOf(services, request);
    if (visit === null || visit.link.kind === 'preview') return sendUnknownLink(request, reply);
    const { survey, invitation } = visit;
    if (invitation !== null && invitation.answeredMs !== null) return thanksAt(reply, visit, false);
    if (!visit.isOpen) return sendClosed(reply, visit);
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const given: Given = (name) => form.get(name) ?? '';
    const named = given('submission');
    const submission = SUBMISSION.test(named) ? named : randomUUID();
    const read = readForm(survey, given, invitation !== null);
    if (!read.ok) return html(reply, 422, { visit, submission, given, ...read });
    await keep(visit, submission, read.answers);
    return thanksAt(reply, visit, read.answers.mayContact === true);
  });

  pages.get('/s/:token/thanks', async (request, reply) => {
    const visit = await visitOf(services, request);
    if (visit === null) return sendUnknownLink(request, reply);
    return thank(reply, visit, (request.query as { readonly call?: unknown }).call === '1');
  });

  pages.get('/s/:token/stop', async (request, reply) => {
    const visit = await visitOf(services, request);
    if (visit?.invitation == null) return sendUnknownLink(request, reply);
    const { language, survey, token } = visit;
    const words = wordsIn(language);
    const body = `<form method="post" action="/s/${token}/stop?lang=${language}"><button>${escapeHtml(words.stop)}</button></form>`;
    return sendPage(reply, { language, title: words.stop, who: survey.who, body });
  });

  // Also what mail programs send by themselves (RFC 8058): no page of ours has to be opened.
  pages.post('/s/:token/stop', async (request, reply) => {
    const visit = await visitOf(services, request);
    if (visit?.invitation == null) return sendUnknownLink(request, reply);
    const { language, survey, invitation, link } = visit;
    await state.surveyInvitations.refuse(state.db, link.workspace, invitation.person, clock.now());
    const { stopped } = wordsIn(language);
    return sendPage(reply, { language, title: stopped, who: survey.who, body: '' });
  });

  /** Both the answer and that the invitation is answered, or neither; only then does anybody say thanks. */
  async function keep(visit: Visit, submission: string, answers: FormAnswers): Promise<void> {
    const { link, invitation } = visit;
    const nowMs = clock.now();
    await state.transaction(async (db) => {
      if (invitation !== null && !(await state.surveyInvitations.answered(db, invitation, nowMs))) return;
      await state.answers.take(db, link.workspace, [answerOf(visit, submission, answers, nowMs)]);
    });
    loader.wake(link.workspace);
  }
}

function answerOf(
  { link, survey, invitation, language }: Visit,
  given: string,
  { email, ...answers }: FormAnswers,
  nowMs: number,
): SurveyAnswer {
  const submission = invitation === null ? given : `survey-invitation-${invitation.id}`;
  const person: IdentityClaim =
    invitation !== null
      ? { kind: 'user', value: invitation.person }
      : email !== null
        ? { kind: 'user', value: email }
        : anonymousOf(submission);
  return {
    submission,
    survey: survey.key,
    title: survey.title,
    journey: survey.journey,
    step: survey.step,
    channel: invitation?.channel ?? (link.kind === 'open' ? link.channel : ''),
    language,
    atMs: nowMs,
    receivedMs: nowMs,
    person,
    extra: {},
    ...answers,
  };
}

async function visitOf(services: Services, request: FastifyRequest): Promise<Visit | null> {
  const { state } = services;
  const { token } = request.params as { readonly token: string };
  const link = readSurveyToken(services, token);
  if (link === null) return null;
  const invitation =
    link.kind === 'personal'
      ? await state.surveyInvitations.get(state.db, { workspace: link.workspace, id: link.invitation })
      : null;
  const key = link.kind === 'personal' ? (invitation?.survey ?? '') : link.survey;
  const stored = await state.surveys.find(state.db, link.workspace, key);
  if (stored === null) return null;
  const { survey, status } = stored;
  const isOpen = status === 'open' || link.kind === 'preview';
  const among = survey.languages.length > 0 ? survey.languages : undefined;
  return { link, survey, isOpen, invitation, token, language: languageOf(request, among) };
}

function html(
  reply: FastifyReply,
  status: number,
  {
    visit,
    ...page
  }: { readonly visit: Visit } & Pick<
    Parameters<typeof surveyPage>[0],
    'submission' | 'given' | 'missing' | 'lacksEmail'
  >,
): FastifyReply {
  const { survey, language, link, token } = visit;
  const from = link.kind === 'personal' ? 'person' : link.kind === 'preview' ? 'preview' : 'anybody';
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .send(surveyPage({ survey, language, action: `/s/${token}`, from, ...page }));
}

/** Sends the browser on to the thanks, so that going back or loading anew sends nothing twice. */
function thanksAt(reply: FastifyReply, { token, language }: Visit, willContact: boolean): FastifyReply {
  return reply.redirect(`/s/${token}/thanks?lang=${language}${willContact ? '&call=1' : ''}`, 303);
}

function thank(reply: FastifyReply, { language, survey }: Visit, willContact: boolean): FastifyReply {
  const words = wordsIn(language);
  const more = willContact ? `\n<p>${escapeHtml(words.willContact)}</p>` : '';
  const body = `<p>${escapeHtml(words.thanks)}</p>${more}`;
  return sendPage(reply, { language, title: words.thanksTitle, who: survey.who, body });
}

function sendClosed(reply: FastifyReply, { language, survey }: Visit): FastifyReply {
  const words = wordsIn(language);
  const body = `<p>${escapeHtml(words.closed)}</p>`;
  return sendPage(reply, { language, title: words.closedTitle, who: survey.who, body }, 410);
}

function isPrefetch({ headers }: FastifyRequest): boolean {
  return String(headers['sec-purpose'] ?? headers.purpose ?? '').includes('prefetch');
}
