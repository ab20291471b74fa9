import {
  includesRole,
  LETTER_FORMATS,
  type Letter,
  type LetterScope,
  letterScopeSchema,
  subscribeLetterSchema,
} from '@continuo/contract';
import { letterWeek, NO_WORDS_SAYS, Problem } from '@continuo/core';
import type { Switches } from '@continuo/state';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { access, wrote } from '../../platform/http/access.ts';
import type { Gathering } from './gathering.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterHtml, letterMarkdown, letterText } from './letter-text.ts';
import { materialOf } from './material.ts';
import { scopesOf } from './post.ts';
import { teamCardOf, teamList } from './team-card.ts';
import { aboutOf, writeLetter } from './write-letter.ts';

const MOST_LISTED = 300;
const params = z.object({ week: z.union([z.literal('now'), z.iso.date()]) });
const query = z.object({
  scope: z.enum(['workspace', 'journey', 'team']).default('workspace'),
  key: z.string().max(200).default(''),
});
const fileQuery = query.extend({ format: z.enum(LETTER_FORMATS).default('md') });
const idParams = z.object({ id: z.coerce.number().int().min(1) });
const teamParams = z.object({ team: z.string().min(1).max(200) });

/** The letters of each Monday, who gets them, and the cards of teams. */
export function lettersRoutes(app: FastifyInstance, gathering: Gathering): void {
  const { services } = gathering;
  const { state, clock, outbox } = services;

  app.get('/letters', async (request) => {
    const { workspace, role } = access(request);
    const journeys = await gathering.maps(workspace);
    const about = (scope: LetterScope): string => aboutOf({ workspace, journeys }, scope);
    const subscriptions = includesRole(role, 'editor')
      ? await state.letterSubscriptions.list(state.db, workspace.id)
      : [];
    return {
      letters: await state.letters.list(state.db, workspace.id, MOST_LISTED),
      nextMs: await state.timers.dueOf(state.db, { workspace: workspace.id, kind: 'letter.weekly', key: 'monday' }),
      timeZone: workspace.timeZone,
      scopes: scopesOf(journeys).map((scope) => ({ scope, about: about(scope) })),
      subscriptions: subscriptions.map((one) => ({ ...one, about: about(one.scope) })),
      hasMail: outbox.hasMail,
    };
  });

  app.get('/letters/:week', (request) => letterOf(request));

  app.get('/letters/:week/file', async (request, reply) => {
    const letter = await letterOf(request);
    const { format } = fileQuery.parse(request.query);
    const pages = services.address.pagesOf(access(request).workspace);
    const name = `letter-${letter.week}.${format}`;
    reply.header('content-disposition', `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"`);
    switch (format) {
      case 'md':
        return reply.type('text/markdown; charset=utf-8').send(letterMarkdown(letter, pages));
      case 'txt':
        return reply.type('text/plain; charset=utf-8').send(letterText(letter, pages));
      case 'html':
        return reply.type('text/html; charset=utf-8').send(letterHtml(letter, pages, null));
      case 'pdf':
        return reply.type('application/pdf').send(await letterPdf(letter));
      case 'json':
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(letter));
    }
  });

  app.post('/letter-subscriptions', async (request) => {
    const { workspace } = access(request);
    const { address, scope } = subscribeLetterSchema.parse(request.body);
    const journeys = await gathering.maps(workspace);
    mustBeScope(scopesOf(journeys), scope);
    const kept = await state.transaction(async (db) => {
      const one = await state.letterSubscriptions.add(db, workspace.id, { address, scope, sinceMs: clock.now() });
      await wrote(request, { thing: `letter subscription ${one.id}`, details: { scope: scope.kind }, db });
      return one;
    });
    return { ...kept, about: aboutOf({ workspace, journeys }, scope) };
  });

  app.delete('/letter-subscriptions/:id', async (request) => {
    const { id } = idParams.parse(request.params);
    return state.transaction(async (db) => {
      const removed = await state.letterSubscriptions.remove(db, access(request).workspace.id, id);
      await wrote(request, { thing: `letter subscription ${id}`, db });
      return { removed };
    });
  });

  app.get('/team-cards', (request) => teamList(gathering, access(request).workspace));
  app.get('/team-cards/:team', (request) =>
    teamCardOf(gathering, access(request).workspace, teamParams.parse(request.params).team),
  );

  async function letterOf(request: FastifyRequest): Promise<Letter> {
    const { workspace } = access(request);
    const { week } = params.parse(request.params);
    const { scope: kind, key } = query.parse(request.query);
    const scope = letterScopeSchema.parse(kind === 'workspace' ? { kind } : { kind, key });
    if (week !== 'now') {
      const kept = await state.letters.find(state.db, workspace.id, week, scope);
      if (kept === null) throw new Problem('letter.unknown', `There is no such letter of ${week}.`);
      return switchedOff(kept, await services.switches(workspace.id));
    }
    const material = await materialOf(gathering, workspace);
    mustBeScope(scopesOf(material.journeys), scope);
    return writeLetter(material, scope, letterWeek(clock.now(), workspace.timeZone), clock.now());
  }
}

/** Throws `letter.unknown` for a map or team that nobody writes about. */
function mustBeScope(scopes: readonly LetterScope[], scope: LetterScope): void {
  if (scopes.some((one) => JSON.stringify(one) === JSON.stringify(scope))) return;
  throw new Problem(
    'letter.unknown',
    'Letters are written about the workspace, maps with an owner, and teams on them.',
  );
}

/** A letter from before an admin switched something off: what customers said, or one customer's story, is not shown any more. */
function switchedOff(letter: Letter, { freeText, personLevel }: Switches): Letter {
  const parts = letter.parts.map((part) => {
    if (!personLevel && part.kind === 'story') return { ...part, text: NO_STORY, detail: '' };
    return !freeText && part.text.startsWith('“') ? { ...part, text: NO_WORDS_SAYS } : part;
  });
  return { ...letter, parts };
}

const NO_STORY = 'No story of one customer is shown here: an admin has switched that off.';
