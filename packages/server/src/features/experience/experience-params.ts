import { journeyKeySchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { access } from '../../platform/http/access.ts';

/** Number of the caller's workspace. */
export function workspaceOf(request: FastifyRequest): number {
  return access(request).workspace.id;
}

/** The survey that a path names. Throws `survey.unknown` for what cannot be a key. */
export function keyOf(request: FastifyRequest): string {
  const { key } = request.params as { readonly key: string };
  if (!journeyKeySchema.safeParse(key).success)
    throw new Problem('survey.unknown', `There is no survey “${key.slice(0, 80)}”.`);
  return key;
}

const shareSchema = z.object({ share: z.coerce.number().min(0).max(1).optional() });

/** Another share to reckon with; undefined: that of the survey. */
export function shareOf(request: FastifyRequest): number | undefined {
  return shareSchema.parse(request.query).share;
}
