import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../../platform/services.ts';
import { sendPage, sendUnknownLink } from '../experience/index.ts';

const TOKEN = 'letter-leave';

interface Leaving {
  readonly workspace: number;
  readonly subscription: number;
}

/** Where somebody ends the letter that comes to them. */
export async function leaveUrl(
  { tokens, address }: Pick<Services, 'tokens' | 'address'>,
  { workspace, subscription }: Leaving,
): Promise<string> {
  return `${address.url}/l/${await tokens.sign({ kind: TOKEN, workspace, s: subscription })}`;
}

/** `GET` asks, `POST` ends it: a mail program that only looks at links ends nothing, one with a button of its own may. */
export function leavePages(pages: FastifyInstance, { state, tokens }: Pick<Services, 'state' | 'tokens'>): void {
  const read = async (request: FastifyRequest): Promise<Leaving | null> => {
    const fields = await tokens.read((request.params as { token: string }).token, TOKEN);
    return fields === null ? null : { workspace: fields.workspace, subscription: Number(fields.s) };
  };

  pages.get('/l/:token', async (request, reply) => {
    if ((await read(request)) === null) return sendUnknownLink(request, reply);
    const body = `<p>You will get no more letters at this address.</p>
<form method="post"><button type="submit">Stop the letters</button></form>`;
    return sendPage(reply, { language: 'en', title: 'Stop the Monday letter?', who: '', body });
  });

  pages.post('/l/:token', async (request, reply) => {
    const leaving = await read(request);
    if (leaving === null) return sendUnknownLink(request, reply);
    await state.letterSubscriptions.remove(state.db, leaving.workspace, leaving.subscription);
    const body = '<p>No more letters come to this address.</p>';
    return sendPage(reply, { language: 'en', title: 'The letters have stopped', who: '', body });
  });
}
