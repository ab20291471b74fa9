import { seenHomeSchema } from '@continuo/contract';
import type { FastifyInstance } from 'fastify';
import { access, wrote } from '../../platform/http/access.ts';
import type { Gathering } from './gathering.ts';
import { homeOf } from './home.ts';
import { noteVisit } from './visits.ts';

/** Home, and who was on it. */
export function homeRoutes(app: FastifyInstance, gathering: Gathering): void {
  const { state, clock } = gathering.services;

  app.get('/home', async (request) => {
    const { workspace, role, user } = access(request);
    return homeOf(gathering, { workspace, role, user: user?.id ?? 0 });
  });

  app.post('/home/seen', async (request) => {
    const { workspace, user } = access(request);
    const { changes } = seenHomeSchema.parse(request.body);
    await state.transaction(async (db) => {
      await noteVisit(state, db, { workspace: workspace.id, user: user?.id ?? 0, nowMs: clock.now(), changes });
      await wrote(request, { thing: 'home', db });
    });
    return { seen: true };
  });
}
