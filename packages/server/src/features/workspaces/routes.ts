import type { FastifyInstance } from 'fastify';
import { currentWorkspace } from '../../platform/current-workspace.ts';
import type { Services } from '../../platform/services.ts';
import { overviewOf } from './overview.ts';

/** `GET /overview`, and the two ticks of the first-run list that only the app can know. */
export function workspaceRoutes(app: FastifyInstance, services: Services): void {
  app.get('/overview', async () => overviewOf(services, await currentWorkspace(services)));

  app.post<{ Params: { fact: 'sawGraph' | 'readStory' } }>(
    '/seen/:fact',
    { schema: { params: { type: 'object', properties: { fact: { enum: ['sawGraph', 'readStory'] } } } } },
    async (request) => {
      const workspace = await currentWorkspace(services);
      await services.state.facts.set(services.state.db, workspace.id, request.params.fact, '1');
      return { seen: true };
    },
  );
}
