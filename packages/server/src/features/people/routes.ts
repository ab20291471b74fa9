import type { FastifyInstance } from 'fastify';
import { currentWorkspace } from '../../platform/current-workspace.ts';
import type { Services } from '../../platform/services.ts';
import { storyOf, storyPairOf } from './stories.ts';

/** `GET /stories` and `GET /stories/:run`. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  app.get('/stories', async () => storyPairOf(services, await currentWorkspace(services)));
  app.get<{ Params: { run: string } }>('/stories/:run', async (request) => {
    const workspace = await currentWorkspace(services);
    return storyOf(services, workspace, request.params.run);
  });
}
