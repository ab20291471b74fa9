import { includesRole } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { FastifyRequest } from 'fastify';
import { access } from '../../platform/http/access.ts';
import type { Services } from '../../platform/services.ts';

export interface Owner {
  readonly id: number;
  readonly name: string;
}

/** Whoever asks, as owner of call-backs; 0 while there are no accounts, and for the command line of this machine. */
export function meOf(request: FastifyRequest): number {
  return access(request).user?.id ?? 0;
}

export const THIS_MACHINE: Owner = { id: 0, name: 'This machine' };

/** Who may be given call-backs: members who may work them, by name; while there are no accounts, whoever sits here. */
export async function workersOf({ state }: Pick<Services, 'state'>, workspace: number): Promise<readonly Owner[]> {
  const members = await state.members.list(state.db, workspace);
  const workers = members
    .filter(({ role }) => includesRole(role, 'operator'))
    .map(({ userId, name }) => ({ id: userId, name }));
  return members.length === 0 ? [THIS_MACHINE] : workers;
}

/** Throws `input.invalid` for somebody who may not work call-backs here. */
export async function mustWork(services: Pick<Services, 'state'>, workspace: number, id: number): Promise<void> {
  const workers = await workersOf(services, workspace);
  if (!workers.some((worker) => worker.id === id))
    throw new Problem('input.invalid', 'Call-backs can be given to members with the role operator or admin only.');
}

/** Names by account; of one that is gone its number. */
export async function namesOf({ state }: Pick<Services, 'state'>): Promise<(id: unknown) => string> {
  const names = await state.users.names(state.db);
  return (id) => (id === 0 ? THIS_MACHINE.name : (names.get(Number(id)) ?? `account ${id}`));
}
