import { journeyKeySchema, touchpointSchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access, wrote } from '../../platform/http/access.ts';
import type { Journeys } from './journeys-context.ts';

const params = z.object({ key: journeyKeySchema });

/** The catalogue of moments of contact, shared by all journeys of a workspace. */
export function touchpointRoutes(app: FastifyInstance, { services }: Journeys): void {
  const { state } = services;

  app.get('/touchpoints', async (request) => {
    const all = await state.touchpoints.list(state.db, access(request).workspace.id);
    return [...all].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  });

  app.put('/touchpoints/:key', async (request) => {
    const { workspace } = access(request);
    const touchpoint = touchpointSchema.parse(request.body);
    if (touchpoint.key !== params.parse(request.params).key)
      throw new Problem('input.invalid', 'The key in the address and that of the touchpoint are not the same.');
    await state.transaction(async (db) => {
      await state.touchpoints.put(db, workspace.id, touchpoint);
      await wrote(request, { thing: `touchpoint ${touchpoint.key}`, db });
    });
    return touchpoint;
  });

  app.delete('/touchpoints/:key', async (request) => {
    const { workspace } = access(request);
    const { key } = params.parse(request.params);
    await state.transaction(async (db) => {
      await state.touchpoints.remove(db, workspace.id, key);
      await wrote(request, { thing: `touchpoint ${key}`, db });
    });
    return { removed: true };
  });
}
