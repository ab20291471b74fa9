import type { FastifyInstance } from 'fastify';
import { access } from '../../platform/http/access.ts';
import { checkOf } from './check.ts';
import { fileRoutes } from './file-routes.ts';
import { gapRoutes } from './gap-routes.ts';
import { draftRoutes } from './journey-routes.ts';
import { type Journeys, journeyOf } from './journeys-context.ts';
import { liveRoutes } from './live-routes.ts';
import { matchingRoutes } from './matching-routes.ts';
import { touchpointRoutes } from './touchpoint-routes.ts';

/** Everything about maps. */
export function journeyRoutes(app: FastifyInstance, journeys: Journeys): void {
  draftRoutes(app, journeys);
  liveRoutes(app, journeys);
  fileRoutes(app, journeys);
  gapRoutes(app, journeys);
  matchingRoutes(app, journeys);
  touchpointRoutes(app, journeys);
  app.get('/journeys/:key/check', async (request) => {
    const { draft } = await journeyOf(journeys.services, request);
    return checkOf(journeys.services, access(request).workspace.id, draft);
  });
}
