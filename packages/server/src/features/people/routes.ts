import { revealSchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access, wrote } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import { mustShowPeople } from '../../platform/switched.ts';
import { askQuestion } from '../analysis/index.ts';
import { storyOf, storyPairOf } from './stories.ts';

const params = z.object({ person: z.string().regex(/^\d{1,20}$/) });

/** `GET /stories`, `GET /stories/:run`, and who a person is, for a purpose. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  app.get('/stories', async (request) => {
    const { workspace } = access(request);
    await mustShowPeople(services, workspace.id);
    return storyPairOf(services, workspace);
  });
  app.get<{ Params: { run: string } }>('/stories/:run', async (request) => {
    const { workspace } = access(request);
    await mustShowPeople(services, workspace.id);
    return storyOf(services, workspace, request.params.run);
  });

  app.post('/people/:person/reveal', async (request) => {
    const { person } = params.parse(request.params);
    const { purpose } = revealSchema.parse(request.body);
    await mustShowPeople(services, access(request).workspace.id);
    const { result } = await askQuestion(services, access(request).workspace.id, {
      question: 'timeline',
      input: { person, limit: 1 },
    });
    if (result.moments.length === 0) throw new Problem('person.unknown', `There is no customer ${person}.`);
    // Written before it is told: nobody learns a name without a row.
    await wrote(request, { thing: `person ${person}`, details: { purpose } });
    return { person, identities: result.identities };
  });
}
