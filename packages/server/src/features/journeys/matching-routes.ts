import { draftFromDataSchema, testMatchesSchema } from '@continuo/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access } from '../../platform/http/access.ts';
import { leaving } from '../../platform/http/leaving.ts';
import { type Journeys, journeyOf } from './journeys-context.ts';
import { draftFromData } from './matching/draft-from-data.ts';
import { eventsSeen } from './matching/events-seen.ts';
import { suggestFor } from './matching/suggest.ts';
import { testMatches } from './matching/test-matches.ts';

const seenQuery = z.object({
  search: z.string().max(200).default(''),
  samples: z.coerce.number().int().min(0).max(3).default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
});

/** What steps can be connected to, and a map born from data. */
export function matchingRoutes(app: FastifyInstance, { services }: Journeys): void {
  app.get('/events-seen', async (request, reply) =>
    eventsSeen(services, access(request).workspace.id, seenQuery.parse(request.query), { signal: leaving(reply) }),
  );

  app.post('/journeys/draft-from-data', async (request, reply) =>
    draftFromData(services, access(request).workspace.id, draftFromDataSchema.parse(request.body ?? {}), {
      signal: leaving(reply),
    }),
  );

  app.post('/journeys/:key/matches/suggest', async (request) =>
    suggestFor(services, await journeyOf(services, request)),
  );

  app.post('/journeys/:key/matches/test', async (request, reply) => {
    const { workspace } = await journeyOf(services, request);
    const { steps } = testMatchesSchema.parse(request.body);
    return testMatches(services, workspace, steps, { signal: leaving(reply) });
  });
}
