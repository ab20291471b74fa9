import { keptText, maskContacts, mondayOf, type PageLanguage, periodNumber } from '@continuo/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { escapeHtml, languageOf, sendPage, sendUnknownLink, wordsIn } from '../experience/index.ts';
import { letterPageWords } from './page-words.ts';

const TOKEN = 'team-card';
const MOST_TEXT = 2000;

interface Card {
  readonly workspace: number;
  readonly team: string;
}

/** Where colleagues of a team say what stops them: the link behind the picture on their card. */
export function staffUrl({ tokens, address }: Pick<Services, 'tokens' | 'address'>, { workspace, team }: Card): string {
  return `${address.url}/t/${tokens.sign({ kind: TOKEN, workspace, t: team })}`;
}

/** One question to the staff of a team. What they answer is kept without who and without when but the week. */
export function staffPages(pages: FastifyInstance, services: Pick<Services, 'state' | 'tokens' | 'clock'>): void {
  const { state, tokens, clock } = services;
  const read = (request: FastifyRequest): Card | null => {
    const fields = tokens.read((request.params as { token: string }).token, TOKEN);
    return fields === null ? null : { workspace: fields.workspace, team: String(fields.t) };
  };

  pages.get('/t/:token', async (request, reply) => {
    const card = read(request);
    if (card === null) return sendUnknownLink(request, reply);
    const { name } = await state.workspaces.get(state.db, card.workspace);
    return sendPage(reply, questionPage(languageOf(request), name, card.team, null));
  });

  pages.post('/t/:token', async (request, reply) => {
    const card = read(request);
    if (card === null) return sendUnknownLink(request, reply);
    const { name, timeZone } = await state.workspaces.get(state.db, card.workspace);
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const text = maskContacts(keptText((form.get('text') ?? '').slice(0, MOST_TEXT)));
    const language = languageOf(request);
    const { empty, kept } = letterPageWords(language);
    if (text === '') return sendPage(reply, questionPage(language, name, card.team, empty), 400);
    const week = mondayOf(periodNumber(clock.now(), 'week', timeZone));
    await state.staffAnswers.put(state.db, card.workspace, { team: card.team, week, text });
    const { thanksTitle } = wordsIn(language);
    return sendPage(reply, { language, title: thanksTitle, who: name, body: `<p>${escapeHtml(kept)}</p>` });
  });
}

function questionPage(language: PageLanguage, who: string, team: string, problem: string | null) {
  const words = letterPageWords(language, team);
  const bad = problem === null ? '' : `<p class="bad" id="bad" role="alert">${escapeHtml(problem)}</p>\n`;
  const described = problem === null ? 'note' : 'bad note';
  const body = `<p>${escapeHtml(words.forTeam)}</p>
<form method="post" accept-charset="utf-8">
${bad}<p class="field"><label class="ask" for="text">${escapeHtml(words.stops)}</label>
<textarea id="text" name="text" rows="5" maxlength="${MOST_TEXT}" required aria-describedby="${described}"></textarea></p>
<p class="soft" id="note">${escapeHtml(words.note)}</p>
<button type="submit">${escapeHtml(wordsIn(language).send)}</button>
</form>`;
  return { language, title: words.stops, who, body };
}
