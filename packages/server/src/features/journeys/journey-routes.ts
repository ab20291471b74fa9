import { editsSchema, type LoggedEdit, makeJourneySchema, publishSchema } from '@continuo/contract';
import type { Edit, JourneyContract } from '@continuo/core';
import type { StoredJourney } from '@continuo/state';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { access, wrote } from '../../platform/http/access.ts';
import { leaving } from '../../platform/http/leaving.ts';
import { mustBeFine } from './check.ts';
import { contractFor } from './files/make.ts';
import { entriesOf, shownJourney, shownVersions } from './journeys.ts';
import { byOf, type Journeys, journeyOf } from './journeys-context.ts';
import { statusesOf } from './statuses.ts';

const versionParams = z.object({ version: z.coerce.number().int().min(1) });
const restoreBody = z.strictObject({
  version: z.number().int().min(1),
  client: z.string().min(1).max(64).default('restore'),
});

/** Journeys, their drafts and their versions. */
export function draftRoutes(app: FastifyInstance, here: Journeys): void {
  const { services, queue, hub } = here;
  const { state, clock } = services;

  /** Puts edits into the draft with the row that tells of them, and tells those who look. */
  async function edit(
    request: FastifyRequest,
    journey: StoredJourney,
    edits: readonly Edit[],
    { client, seq }: { readonly client: string; readonly seq: number },
  ): Promise<{ seq: number; draft: JourneyContract; since: LoggedEdit[] }> {
    const by = byOf(services, request, client);
    const edited = await state.transaction(async (db) => {
      const after = await state.journeys.edit(db, journey, edits, by);
      await wrote(request, {
        thing: `journey ${journey.id}`,
        details: { edits: edits.length, seq: after.draftSeq },
        db,
      });
      return after;
    });
    hub.changed(journey);
    const others = (await state.journeys.editsSince(state.db, journey, seq)).filter((one) => one.client !== client);
    return { seq: edited.draftSeq, draft: edited.draft, since: others };
  }

  app.get('/journeys', async (request) => entriesOf(services, queue, access(request).workspace.id));

  app.get('/journeys/statuses', async (request, reply) =>
    statusesOf(services, queue, access(request).workspace, { signal: leaving(reply) }),
  );

  app.post('/journeys', { bodyLimit: 12_000_000 }, async (request) => {
    const { workspace } = access(request);
    const body = makeJourneySchema.parse(request.body);
    const contract = await contractFor(services, workspace.id, body);
    const journey = await state.transaction(async (db) => {
      const made = await state.journeys.create(db, workspace.id, contract, clock.now());
      await wrote(request, { thing: `journey ${made.id}`, details: { from: body.from }, db });
      return made;
    });
    return shownJourney(services, queue, workspace.id, journey.key);
  });

  app.get('/journeys/:key', async (request) => {
    const { workspace } = access(request);
    return shownJourney(services, queue, workspace.id, (await journeyOf(services, request)).key);
  });

  app.delete('/journeys/:key', async (request) => {
    const journey = await journeyOf(services, request);
    await state.transaction(async (db) => {
      await state.journeys.remove(db, journey);
      await wrote(request, { thing: `journey ${journey.id}`, db });
    });
    hub.changed(journey);
    queue.tidy(journey.workspace);
    return { removed: true };
  });

  app.post('/journeys/:key/edits', { bodyLimit: 8_000_000 }, async (request) => {
    const journey = await journeyOf(services, request);
    const { edits, ...by } = editsSchema.parse(request.body);
    return edit(request, journey, edits, by);
  });

  app.post('/journeys/:key/publish', async (request) => {
    const journey = await journeyOf(services, request);
    const { note, fromMs } = publishSchema.parse(request.body ?? {});
    await mustBeFine(services, journey);
    const { actor, atMs } = byOf(services, request, '');
    await state.transaction(async (db) => {
      const version = await state.journeyVersions.publish(db, journey, { note, actor, atMs, fromMs });
      const thing = `journey ${journey.id} version ${version.version}`;
      await wrote(request, { thing, details: { fromMs: version.fromMs }, db });
    });
    hub.changed(journey);
    queue.add(journey, 'in-force');
    return shownJourney(services, queue, journey.workspace, journey.key);
  });

  app.get('/journeys/:key/versions/:version', async (request) => {
    const journey = await journeyOf(services, request);
    const { version } = versionParams.parse(request.params);
    const { contract } = await state.journeyVersions.get(state.db, journey, version);
    const shown = shownVersions(await state.journeyVersions.list(state.db, journey));
    return { ...shown.find((one) => one.version === version), contract };
  });

  app.post('/journeys/:key/restore', async (request) => {
    const journey = await journeyOf(services, request);
    const { version, client } = restoreBody.parse(request.body);
    const { contract } = await state.journeyVersions.get(state.db, journey, version);
    return edit(request, journey, [{ kind: 'replace', contract }], { client, seq: journey.draftSeq });
  });
}
