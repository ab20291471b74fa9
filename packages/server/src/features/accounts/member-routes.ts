import { changeRoleSchema, type Invitation, inviteSchema, type Member } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { StoredInvitation } from '@continuo/state';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { access, whoAsks, wrote } from '../../platform/http/access.ts';
import type { Door } from '../../platform/http/identify.ts';
import { fingerprint, newSecret } from '../../platform/secret.ts';
import type { Services } from '../../platform/services.ts';
import { rotateSession } from './sign-in.ts';

const params = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const WEEK_MS = 7 * 86_400_000;

/** Members of the workspace, their roles, and invitations to it. */
export function memberRoutes(app: FastifyInstance, services: Services, door: Door): void {
  const { state, clock } = services;

  async function membersOf(workspace: number): Promise<readonly Member[]> {
    const members = await state.members.list(state.db, workspace);
    const admins = members.filter(({ role }) => role === 'admin').length;
    return members.map(({ userId, login, name, role, sinceMs }) => ({
      id: userId,
      login,
      name,
      role,
      sinceMs,
      isLastAdmin: role === 'admin' && admins === 1,
    }));
  }

  app.get('/members', async (request) => membersOf(access(request).workspace.id));

  app.post('/members/:id/role', async (request, reply) => {
    const { workspace } = access(request);
    const { id } = params.parse(request.params);
    const { role } = changeRoleSchema.parse(request.body);
    const who = whoAsks(request);
    const isOwn = who.kind === 'account' && who.user.id === id;
    await state.transaction(async (db) => {
      await state.members.changeRole(db, { workspace: workspace.id, userId: id }, role);
      // Whoever holds a session of theirs must sign in anew; the admin's own page goes on under a new secret.
      await state.sessions.endOthers(db, id, isOwn ? who.session.id : null);
      await wrote(request, { thing: `user ${id}`, details: { role }, db });
    });
    if (isOwn) await rotateSession(services, door, reply, who);
    return membersOf(workspace.id);
  });

  app.delete('/members/:id', async (request) => {
    const { workspace } = access(request);
    const { id } = params.parse(request.params);
    await state.transaction(async (db) => {
      await state.members.remove(db, { workspace: workspace.id, userId: id });
      await state.sessions.endOthers(db, id, null);
      await state.tokens.revokeAll(db, workspace.id, id, clock.now());
      await wrote(request, { thing: `user ${id}`, db });
    });
    return { removed: true };
  });

  app.get('/invitations', async (request) =>
    (await state.invitations.list(state.db, access(request).workspace.id, clock.now())).map(shown),
  );

  app.post('/invitations', async (request) => {
    const { workspace } = access(request);
    const { role, label } = inviteSchema.parse(request.body);
    if (!(await state.users.anyExists(state.db)))
      throw new Problem(
        'account.conflict',
        'There are no accounts yet. Make the first one, an admin, before you invite.',
      );
    const secret = newSecret();
    const nowMs = clock.now();
    return state.transaction(async (db) => {
      const made = await state.invitations.create(db, {
        workspace: workspace.id,
        role,
        label,
        createdMs: nowMs,
        expiresMs: nowMs + WEEK_MS,
        hash: fingerprint(secret),
      });
      await wrote(request, { thing: `invitation ${made.id}`, details: { role }, db });
      return { ...shown(made), token: secret };
    });
  });

  app.delete('/invitations/:id', async (request) => {
    const { id } = params.parse(request.params);
    await state.transaction(async (db) => {
      await state.invitations.revoke(db, access(request).workspace.id, id, clock.now());
      await wrote(request, { thing: `invitation ${id}`, db });
    });
    return { removed: true };
  });
}

function shown({ id, role, label, createdMs, expiresMs }: StoredInvitation): Invitation {
  return { id, role, label, createdMs, expiresMs };
}
