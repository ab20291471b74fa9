import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { escapeHtml, languageOf, sendPage, sendUnknownLink } from '../experience/index.ts';
import { letterPageWords } from './page-words.ts';

const TOKEN = 'letter-leave';

interface Leaving {
  readonly workspace: number;
  readonly subscription: number;
}

/** Where somebody ends the letter that comes to them. */
export function leaveUrl(
  { tokens, address }: Pick<Services, 'tokens' | 'address'>,
  { workspace, subscription }: Leaving,
): string {
  return `${address.url}/l/${tokens.sign({ kind: TOKEN, workspace, s: subscription })}`;
}

/** `GET` asks, `POST` ends it: a mail program that only looks at links ends nothing, one with a button of its own may. */
export function leavePages(pages: FastifyInstance, { state, tokens }: Pick<Services, 'state' | 'tokens'>): void {
  const read = (request: FastifyRequest): Leaving | null => {
    const fields = tokens.read((request.params as { token: string }).token, TOKEN);
    return fields === null ? null : { workspace: fields.workspace, subscription: Number(fields.s) };
  };

  pages.get('/l/:token', async (request, reply) => {
    if (read(request) === null) return sendUnknownLink(request, reply);
    const language = languageOf(request);
    const words = letterPageWords(language);
    const body = `<p>${escapeHtml(words.leave)}</p>
<form method="post"><button type="submit">${escapeHtml(words.leaveButton)}</button></form>`;
    return sendPage(reply, { language, title: words.leaveTitle, who: '', body });
  });

  pages.post('/l/:token', async (request, reply) => {
    const leaving = read(request);
    if (leaving === null) return sendUnknownLink(request, reply);
    await state.letterSubscriptions.remove(state.db, leaving.workspace, leaving.subscription);
    const language = languageOf(request);
    const words = letterPageWords(language);
    return sendPage(reply, { language, title: words.leftTitle, who: '', body: `<p>${escapeHtml(words.left)}</p>` });
  });
}
