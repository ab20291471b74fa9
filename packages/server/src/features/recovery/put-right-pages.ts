import { keptText, type PageLanguage, PUT_RIGHT } from '@continuo/core';
import type { StoredCallback, Workspace } from '@continuo/state';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { escapeHtml, languageOf, sendPage, sendUnknownLink, wordsIn } from '../experience/index.ts';
import { takeAnswer } from './answer.ts';
import { PUT_RIGHT_TOKEN } from './ask.ts';
import { putRightWords } from './put-right-words.ts';

const MOST_WHY = 4000;
const answerSchema = z.enum(PUT_RIGHT).nullable().catch(null);

type Asked = { readonly callback: StoredCallback; readonly workspace: Workspace };

/** `/r/:token`: the customer says whether it is put right, without script, once. */
export function putRightPages(
  pages: FastifyInstance,
  services: Services,
  wakeAnswers: (workspace: number) => void,
): void {
  pages.get<{ Params: { token: string } }>('/r/:token', async (request, reply) => {
    const asked = await askedBy(services, request.params.token);
    if (asked === null) return sendUnknownLink(request, reply);
    const language = languageOf(request);
    return asked.callback.answer === null
      ? sendPage(reply, formPage(asked.workspace, language, null, ''))
      : sendPage(reply, thanksPage(asked.workspace, language, true, false));
  });

  pages.post<{ Params: { token: string } }>('/r/:token', async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = await askedBy(services, (request.params as { token: string }).token);
    if (asked === null) return sendUnknownLink(request, reply);
    const language = languageOf(request);
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const answer = answerSchema.parse(form.get('answer'));
    const why = keptText((form.get('why') ?? '').slice(0, MOST_WHY));
    const { workspace, callback } = asked;
    if (answer === null) return sendPage(reply, formPage(workspace, language, wordsIn(language).missing, why), 422);
    const isNew = await takeAnswer(services, workspace.id, callback.id, { answer, why, language });
    if (isNew) {
      wakeAnswers(workspace.id);
      services.outbox.wake();
    }
    return sendPage(reply, thanksPage(workspace, language, !isNew, isNew && answer === 'no'));
  });
}

/** The call-back a link asks about; null when the link is not ours, or they were not asked. */
async function askedBy({ state, tokens }: Services, token: string): Promise<Asked | null> {
  const fields = tokens.read(token, PUT_RIGHT_TOKEN);
  if (fields === null) return null;
  const callback = await state.callbacks.get(state.db, fields.workspace, Number(fields.callback)).catch(() => null);
  if (callback === null || callback.askedMs === null) return null;
  return { callback, workspace: await state.workspaces.get(state.db, fields.workspace) };
}

function formPage({ name }: Workspace, language: PageLanguage, problem: string | null, why: string) {
  const words = putRightWords(language, name);
  const { gotAnswers, ifYouLike, send, careful } = wordsIn(language);
  const choices = PUT_RIGHT.map(
    (answer) =>
      `<label><input type="radio" name="answer" value="${answer}" required>${escapeHtml(gotAnswers[answer])}</label>`,
  ).join('\n');
  const bad = problem === null ? '' : `<p class="bad" id="bad" role="alert">${escapeHtml(problem)}</p>\n`;
  const body = `<p>${escapeHtml(words.lead)}</p>
<form method="post" accept-charset="utf-8">
${bad}<fieldset${problem === null ? '' : ' aria-describedby="bad"'}><legend>${escapeHtml(words.title)}</legend>
<div class="choices">
${choices}
</div></fieldset>
<p class="field"><label class="ask" for="why">${escapeHtml(words.why)} <span class="soft">(${escapeHtml(ifYouLike)})</span></label>
<textarea id="why" name="why" rows="4" maxlength="${MOST_WHY}">${escapeHtml(why)}</textarea></p>
<p class="soft">${escapeHtml(careful)}</p>
<button type="submit">${escapeHtml(send)}</button>
</form>`;
  return { language, title: words.title, who: name, body };
}

function thanksPage({ name }: Workspace, language: PageLanguage, isAgain: boolean, goesOn: boolean) {
  const { thanksTitle, thanks } = wordsIn(language);
  const words = putRightWords(language, name);
  const said = isAgain ? words.already : thanks;
  const more = goesOn ? `\n<p>${escapeHtml(words.goesOn)}</p>` : '';
  return { language, title: thanksTitle, who: name, body: `<p>${escapeHtml(said)}</p>${more}` };
}
