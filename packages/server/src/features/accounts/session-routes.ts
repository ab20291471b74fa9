import {
  acceptInvitationSchema,
  firstAdminSchema,
  loginSchema,
  lookInvitationSchema,
  type Session,
} from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { User } from '@continuo/state';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { whoAsks, wrote } from '../../platform/http/access.ts';
import type { Door, Who } from '../../platform/http/identify.ts';
import { writeCookie } from '../../platform/http/session-cookie.ts';
import type { Services } from '../../platform/services.ts';
import { acceptInvitation, findInvitation, makeFirstAdmin } from './join.ts';
import { beginSession, checkPassword, sessionOf } from './sign-in.ts';

/** Who asks, signing in and out, and the two links that make an account. */
export function sessionRoutes(app: FastifyInstance, services: Services, door: Door): void {
  const { state } = services;

  async function signIn(request: FastifyRequest, reply: FastifyReply, user: User): Promise<Session> {
    const { who, cookie } = await beginSession(services, door, request, { userId: user.id });
    reply.header('set-cookie', cookie);
    const { id, login, name } = user;
    return sessionOf(services, request, { ...who, user: { id, login, name } });
  }

  app.get('/session', async (request) => sessionOf(services, request, whoAsks(request)));

  app.post('/login', async (request, reply) => {
    const user = await checkPassword(services, request, loginSchema.parse(request.body));
    const [first] = await state.members.ofUser(state.db, user.id);
    const by = { actor: `user ${user.id}`, ...(first && { workspace: first.workspace.id }) };
    // Written first: nobody is in without a row.
    await wrote(request, { thing: `user ${user.id}`, ...by });
    return signIn(request, reply, user);
  });

  app.post('/logout', async (request, reply) => {
    const who = whoAsks(request);
    if (who.kind !== 'account') throw new Problem('login.required', 'Nobody is signed in here.');
    const [first] = await state.members.ofUser(state.db, who.user.id);
    await state.sessions.end(state.db, { id: who.session.id, userId: who.user.id });
    reply.header('set-cookie', writeCookie(null, door.isSecure));
    await wrote(request, { thing: `session ${who.session.id}`, ...(first && { workspace: first.workspace.id }) });
    const nobody: Who = { kind: 'nobody', hasAccounts: true };
    return sessionOf(services, request, nobody);
  });

  app.post('/first-admin', async (request, reply) =>
    signIn(request, reply, await makeFirstAdmin(services, request, firstAdminSchema.parse(request.body))),
  );

  app.post('/invitations/look', async (request) => {
    const { workspace, role, expiresMs } = await findInvitation(
      services,
      lookInvitationSchema.parse(request.body).token,
    );
    return { workspace: (await state.workspaces.get(state.db, workspace)).name, role, expiresMs };
  });

  app.post('/invitations/accept', async (request, reply) =>
    signIn(request, reply, await acceptInvitation(services, request, acceptInvitationSchema.parse(request.body))),
  );
}
