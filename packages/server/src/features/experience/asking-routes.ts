import { askRulesSchema, inviteSchemaOfSurvey, LINK_CHANNELS, personalLinksSchema } from '@continuo/contract';
import type { FastifyInstance } from 'fastify';
import encodeQr from 'qr';
import { z } from 'zod';
import { wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import { askRulesOf, putAskRules } from './ask-people.ts';
import { keyOf, workspaceOf } from './experience-params.ts';
import { snippetFor } from './respond/snippet.ts';
import { surveyToken, surveyUrl } from './respond/survey-links.ts';
import { inviteByMail, makePersonalLinks, mustBeOpen } from './send.ts';

const qrQuery = z.object({ channel: z.enum(LINK_CHANNELS).default('letter') });

/** Ways in which customers are asked, and how long they are spared afterwards. */
export function askingRoutes(app: FastifyInstance, services: Services): void {
  const { state, address, outbox } = services;

  app.get('/surveys/:key/links', async (request) => {
    const workspace = workspaceOf(request);
    const { survey } = await state.surveys.get(state.db, workspace, keyOf(request));
    const of = (channel: string) => ({ kind: 'open' as const, workspace, survey: survey.key, channel });
    return {
      links: LINK_CHANNELS.map((channel) => ({ channel, url: surveyUrl(services, of(channel)) })),
      snippet: snippetFor(address.url, surveyToken(services, of('app'))),
    };
  });

  app.get('/surveys/:key/qr', async (request, reply) => {
    const workspace = workspaceOf(request);
    const { survey } = await state.surveys.get(state.db, workspace, keyOf(request));
    const { channel } = qrQuery.parse(request.query);
    const url = surveyUrl(services, { kind: 'open', workspace, survey: survey.key, channel });
    return reply.type('image/svg+xml; charset=utf-8').send(encodeQr(url, 'svg', { ecc: 'medium' }));
  });

  app.post('/surveys/:key/invitations', async (request) => {
    const workspace = workspaceOf(request);
    const key = keyOf(request);
    const { recipients, isRehearsal } = inviteSchemaOfSurvey.parse(request.body);
    const invited = await state.transaction(async (db) => {
      const { survey, status } = await state.surveys.get(db, workspace, key);
      if (!isRehearsal) mustBeOpen(status);
      const done = await inviteByMail(services, db, { workspace, survey, isRehearsal }, recipients);
      const details = { invited: done.invited, listed: recipients.length, rehearsal: isRehearsal };
      await wrote(request, { thing: `survey ${key}`, details, db });
      return done;
    });
    if (!isRehearsal) outbox.wake();
    return invited;
  });

  app.post('/surveys/:key/personal-links', async (request) => {
    const workspace = workspaceOf(request);
    const key = keyOf(request);
    const { people, channel } = personalLinksSchema.parse(request.body);
    return state.transaction(async (db) => {
      const { survey, status } = await state.surveys.get(db, workspace, key);
      mustBeOpen(status);
      const made = await makePersonalLinks(services, db, { workspace, survey, channel }, people);
      const details = { made: made.filter(({ url }) => url !== null).length, listed: people.length };
      await wrote(request, { thing: `survey ${key}`, details, db });
      return made;
    });
  });

  app.get('/ask-rules', async (request) => askRulesOf(state, state.db, workspaceOf(request)));

  app.put('/ask-rules', async (request) => {
    const rules = askRulesSchema.parse(request.body);
    await state.transaction(async (db) => {
      await putAskRules(state, db, workspaceOf(request), rules);
      await wrote(request, { thing: 'ask rules', details: { restDays: rules.restDays }, db });
    });
    return rules;
  });
}
