import { maskContacts, mondayOf, periodNumber } from '@continuo/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { escapeHtml, sendPage, sendUnknownLink } from '../experience/index.ts';

const TOKEN = 'team-card';
const MOST_TEXT = 2000;

interface Card {
  readonly workspace: number;
  readonly team: string;
}

/** Where colleagues of a team say what stops them: the link behind the picture on their card. */
export async function staffUrl(
  { tokens, address }: Pick<Services, 'tokens' | 'address'>,
  { workspace, team }: Card,
): Promise<string> {
  return `${address.url}/t/${await tokens.sign({ kind: TOKEN, workspace, t: team })}`;
}

/** One question to the staff of a team. What they answer is kept without who and without when but the week. */
export function staffPages(pages: FastifyInstance, services: Pick<Services, 'state' | 'tokens' | 'clock'>): void {
  const { state, tokens, clock } = services;
  const read = async (request: FastifyRequest): Promise<Card | null> => {
    const fields = await tokens.read((request.params as { token: string }).token, TOKEN);
    return fields === null ? null : { workspace: fields.workspace, team: String(fields.t) };
  };

  pages.get('/t/:token', async (request, reply) => {
    const card = await read(request);
    if (card === null) return sendUnknownLink(request, reply);
    const { name } = await state.workspaces.get(state.db, card.workspace);
    return sendPage(reply, questionPage(name, card.team, null));
  });

  pages.post('/t/:token', async (request, reply) => {
    const card = await read(request);
    if (card === null) return sendUnknownLink(request, reply);
    const { name, timeZone } = await state.workspaces.get(state.db, card.workspace);
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const text = maskContacts((form.get('text') ?? '').trim().slice(0, MOST_TEXT));
    if (text === '') return sendPage(reply, questionPage(name, card.team, 'Please write something.'), 400);
    const week = mondayOf(periodNumber(clock.now(), 'week', timeZone));
    await state.staffAnswers.put(state.db, card.workspace, { team: card.team, week, text });
    const body = `<p>Nobody can tell that it was you. What is said is shown when at least eleven have answered.</p>`;
    return sendPage(reply, { language: 'en', title: 'Thank you', who: name, body });
  });
}

function questionPage(who: string, team: string, problem: string | null) {
  const bad = problem === null ? '' : `<p class="bad" id="bad" role="alert">${escapeHtml(problem)}</p>\n`;
  const described = problem === null ? 'note' : 'bad note';
  const body = `<p>For everybody who works in ${escapeHtml(team)}.</p>
<form method="post" accept-charset="utf-8">
${bad}<p class="field"><label class="ask" for="text">What stops you from doing this well?</label>
<textarea id="text" name="text" rows="5" maxlength="${MOST_TEXT}" required aria-describedby="${described}"></textarea></p>
<p class="soft" id="note">No name is kept, and no time but the week. It is shown together with at least ten other answers, never alone. Please name no colleague and no customer.</p>
<button type="submit">Send</button>
</form>`;
  return { language: 'en', title: 'What stops you from doing this well?', who, body } as const;
}
