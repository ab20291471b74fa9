import { journeyKeySchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { EditBy, StoredJourney } from '@continuo/state';
import type { FastifyRequest } from 'fastify';
import { access } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';
import type { JudgingQueue } from './judging/queue.ts';
import type { LiveHub } from './live/hub.ts';

/** What the routes of journeys share. */
export interface Journeys {
  readonly services: Services;
  readonly queue: JudgingQueue;
  readonly hub: LiveHub;
}

/** The journey that a path names, in the caller's workspace. Throws `journey.unknown`, also for what cannot be a key. */
export async function journeyOf({ state }: Services, request: FastifyRequest): Promise<StoredJourney> {
  const { key } = request.params as { readonly key: string };
  if (!journeyKeySchema.safeParse(key).success)
    throw new Problem('journey.unknown', `There is no journey “${key.slice(0, 80)}”.`);
  return state.journeys.get(state.db, access(request).workspace.id, key);
}

/** Who changes a map, as the others on it see them. */
export function byOf({ clock }: Services, request: FastifyRequest, client: string): EditBy {
  return { actor: nameOf(request), client, atMs: clock.now() };
}

/** Name of the caller on maps. */
export function nameOf(request: FastifyRequest): string {
  return access(request).user?.name ?? 'Somebody on this machine';
}
