import { type GapMark, markGapSchema } from '@continuo/contract';
import { acceptGap, Problem } from '@continuo/core';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { wrote } from '../../platform/http/access.ts';
import { byOf, type Journeys, journeyOf } from './journeys-context.ts';

const gapParams = z.object({
  gap: z
    .string()
    .min(1)
    .max(1200)
    .regex(/^[a-z-]+:/, 'is no gap'),
});

/** What is decided about gaps. Accepting one proposes edits; the map changes only when they are sent. */
export function gapRoutes(app: FastifyInstance, { services }: Journeys): void {
  const { state } = services;

  app.get('/journeys/:key/gap-marks', async (request) =>
    state.journeyGapMarks.list(state.db, await journeyOf(services, request)),
  );

  app.post('/journeys/:key/gaps/:gap', async (request) => {
    const journey = await journeyOf(services, request);
    const { gap } = gapParams.parse(request.params);
    const { action, reason, after, nineOfTenMs } = markGapSchema.parse(request.body);
    if (action === 'dismiss' && reason === '')
      throw new Problem('input.invalid', 'Say why this gap does not matter: who reads it later wants to know.');
    const { actor, atMs } = byOf(services, request, '');
    const mark = { gap, reason, actor, atMs };
    await state.transaction(async (db) => {
      if (action === 'clear') await state.journeyGapMarks.clear(db, journey, gap);
      else await state.journeyGapMarks.put(db, journey, { ...mark, action } satisfies GapMark);
      await wrote(request, { thing: `journey ${journey.id} gap`, details: { action }, db });
    });
    return {
      marks: await state.journeyGapMarks.list(state.db, journey),
      edits: action === 'accept' ? acceptGap(journey.draft, gap, { after, nineOfTenMs }) : [],
    };
  });
}
