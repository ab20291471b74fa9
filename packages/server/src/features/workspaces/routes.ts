import type { FastifyInstance } from 'fastify';
import { access, wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import { overviewOf } from './overview.ts';

/** `GET /overview`, and the two ticks of the first-run list that only the app can know. */
export function workspaceRoutes(app: FastifyInstance, services: Services): void {
  app.get('/overview', async (request) => overviewOf(services, access(request).workspace));

  app.post<{ Params: { fact: 'sawGraph' | 'readStory' } }>(
    '/seen/:fact',
    { schema: { params: { type: 'object', properties: { fact: { enum: ['sawGraph', 'readStory'] } } } } },
    async (request) => {
      const { fact } = request.params;
      await services.state.transaction(async (db) => {
        await services.state.facts.set(db, access(request).workspace.id, fact, '1');
        await wrote(request, { thing: fact, db });
      });
      return { seen: true };
    },
  );
}
