import { Problem } from '@continuo/core';
import type { Services } from './services.ts';

/** Throws `switched.off` where a workspace shows nothing of single customers. */
export async function mustShowPeople({ switches }: Pick<Services, 'switches'>, workspace: number): Promise<void> {
  const { personLevel } = await switches(workspace);
  if (personLevel) return;
  throw new Problem('switched.off', 'An admin of this workspace has switched off everything about single customers.');
}
