import {
  JOURNEY_FORMATS,
  type JourneyFormat,
  journeyKeySchema,
  putFileSchema,
  wholeJourneySchema,
} from '@continuo/contract';
import { isWhole, Problem } from '@continuo/core';
import { exportJourney, starters } from '@continuo/journeyfile/node';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access, wrote } from '../../platform/http/access.ts';
import { leaving } from '../../platform/http/leaving.ts';
import { mustBeFine } from './check.ts';
import { pictureOf, pictureQuery } from './files/picture.ts';
import { readFile } from './files/read.ts';
import { shownJourney } from './journeys.ts';
import { byOf, type Journeys, journeyOf } from './journeys-context.ts';

const TYPES: Readonly<Record<JourneyFormat, string>> = {
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ojf: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  mermaid: 'text/plain; charset=utf-8',
};
const ENDINGS: Readonly<Record<JourneyFormat, string>> = {
  yaml: 'yaml',
  json: 'json',
  ojf: 'ojf',
  csv: 'csv',
  xlsx: 'xlsx',
  mermaid: 'mmd',
};
const fileQuery = z.object({
  format: z.enum(JOURNEY_FORMATS).default('yaml'),
  version: z.coerce.number().int().min(1).optional(),
});
const putParams = z.object({ key: journeyKeySchema });

/** Maps as files and pictures, and the maps to begin with. */
export function fileRoutes(app: FastifyInstance, { services, queue, hub }: Journeys): void {
  const { state } = services;

  app.get('/starters', async () =>
    starters().map(({ key, title, steps, contract }) => ({ key, title, steps, contract })),
  );

  app.get('/journeys/:key/file', async (request, reply) => {
    const journey = await journeyOf(services, request);
    const { format, version } = fileQuery.parse(request.query);
    const contract =
      version === undefined ? journey.draft : (await state.journeyVersions.get(state.db, journey, version)).contract;
    const file = await exportJourney(contract, format);
    return reply
      .type(TYPES[format])
      .header('content-disposition', `attachment; filename="${journey.key}.${ENDINGS[format]}"`)
      .send(typeof file === 'string' ? file : Buffer.from(file));
  });

  app.put('/journeys/:key/file', { bodyLimit: 12_000_000 }, async (request) => {
    const { workspace } = access(request);
    const { key } = putParams.parse(request.params);
    const { publish, ...file } = putFileSchema.parse(request.body);
    const contract = wholeJourneySchema.parse({ ...(await readFile(file)), key });
    if (!isWhole(contract))
      throw new Problem('input.invalid', 'Two things in this file have the same id. Give each its own.');
    const known = await state.journeys.find(state.db, workspace.id, key);
    const journey = await state.transaction(async (db) => {
      const by = byOf(services, request, 'file');
      const now =
        known === null
          ? await state.journeys.create(db, workspace.id, contract, by.atMs)
          : await state.journeys.edit(db, known, [{ kind: 'replace', contract }], by);
      if (publish !== undefined) {
        await mustBeFine({ ...services, state: { ...state, db } }, now);
        await state.journeyVersions.publish(db, now, { ...publish, actor: by.actor, atMs: by.atMs });
      }
      const details = { isNew: known === null, isPublished: publish !== undefined };
      await wrote(request, { thing: `journey ${now.id}`, details, db });
      return now;
    });
    hub.changed(journey);
    if (publish !== undefined) queue.add(journey, 'in-force');
    return shownJourney(services, queue, workspace.id, key);
  });

  app.get('/journeys/:key/picture', async (request, reply) => {
    const journey = await journeyOf(services, request);
    const query = pictureQuery.parse(request.query);
    const { role, workspace } = access(request);
    const picture = await pictureOf(services, { journey, role, workspace, ...query }, { signal: leaving(reply) });
    return reply
      .type(picture.type)
      .header('content-disposition', `inline; filename="${journey.key}.${query.format}"`)
      .send(picture.body);
  });
}
