import { judgedBySchema, presenceSchema } from '@continuo/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { wrote } from '../../platform/http/access.ts';
import { type Journeys, journeyOf, nameOf } from './journeys-context.ts';

const liveQuery = z.object({
  since: z.coerce.number().int().min(0).optional(),
  client: z.string().max(64).optional(),
});
const judgeBody = z.strictObject({ judgedBy: judgedBySchema.default('in-force') });

/** What happens to a map while somebody looks at it, who looks, and getting its numbers ready. */
export function liveRoutes(app: FastifyInstance, { services, queue, hub }: Journeys): void {
  app.addHook('preClose', async () => hub.close());

  app.get('/journeys/:key/live', async (request, reply) => {
    const journey = await journeyOf(services, request);
    const { since, client = null } = liveQuery.parse(request.query);
    // After a lost line the browser says what it saw last; a number from the future would wait for ever.
    hub.listen(reply, journey, { since: Math.min(since ?? journey.draftSeq, journey.draftSeq), client });
    return reply;
  });

  app.post('/journeys/:key/presence', async (request) => {
    const journey = await journeyOf(services, request);
    const { client, at, isLeaving } = presenceSchema.parse(request.body);
    return hub.see(journey, { client, at, name: nameOf(request) }, isLeaving);
  });

  app.post('/journeys/:key/judge', async (request) => {
    const journey = await journeyOf(services, request);
    return queue.ask(journey, judgeBody.parse(request.body ?? {}).judgedBy);
  });

  app.post('/journeys/:key/judge/cancel', async (request) => {
    const journey = await journeyOf(services, request);
    const { judgedBy } = judgeBody.parse(request.body);
    await queue.cancel(journey, judgedBy);
    await wrote(request, { thing: `journey ${journey.id}`, details: { judgedBy } });
    return queue.look(journey, judgedBy);
  });
}
