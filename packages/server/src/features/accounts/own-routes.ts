import { includesRole, makeTokenSchema, passwordSchema, type Token } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { StoredToken } from '@continuo/state';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { access, whoAsks, wrote } from '../../platform/http/access.ts';
import type { Door, Who } from '../../platform/http/identify.ts';
import { SESSION_LIMITS } from '../../platform/http/session-cookie.ts';
import { fingerprint, newSecret } from '../../platform/secret.ts';
import type { Services } from '../../platform/services.ts';
import { hashPassword, mustBeGoodPassword } from './passwords.ts';
import { checkPassword, rotateSession, sessionOf } from './sign-in.ts';

const params = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const MOST_TOKENS = 50;

/** The own account: password, sessions, tokens for programs. Only for somebody who signed in; a token makes no tokens. */
export function ownRoutes(app: FastifyInstance, services: Services, door: Door): void {
  const { state, clock } = services;

  app.post('/account/password', async (request, reply) => {
    const who = accountOf(request);
    const { current, next } = passwordSchema.parse(request.body);
    await checkPassword(services, request, { login: who.user.login, password: current });
    mustBeGoodPassword(next, who.user.login);
    const passwordHash = await hashPassword(next);
    await state.transaction(async (db) => {
      await state.users.setPassword(db, who.user.id, passwordHash);
      await state.sessions.endOthers(db, who.user.id, who.session.id);
      await wrote(request, { thing: `user ${who.user.id}`, db });
    });
    return sessionOf(services, request, await rotateSession(services, door, reply, who));
  });

  app.get('/account/sessions', async (request) => {
    const { user, session } = accountOf(request);
    const all = await state.sessions.ofUser(state.db, user.id, clock.now(), SESSION_LIMITS);
    return all.map(({ id, agent, createdMs, seenMs }) => ({ id, agent, createdMs, seenMs, isThis: id === session.id }));
  });

  app.delete('/account/sessions/:id', async (request) => {
    const { user } = accountOf(request);
    const { id } = params.parse(request.params);
    await state.transaction(async (db) => {
      await state.sessions.end(db, { id, userId: user.id });
      await wrote(request, { thing: `session ${id}`, db });
    });
    return { removed: true };
  });

  app.get('/tokens', async (request) => {
    const { user } = accountOf(request);
    return (await state.tokens.list(state.db, access(request).workspace.id, user.id)).map(shown);
  });

  app.post('/tokens', async (request) => {
    const { user } = accountOf(request);
    const { workspace, role: own } = access(request);
    const { name, role } = makeTokenSchema.parse(request.body);
    if (!includesRole(own, role))
      throw new Problem('access.denied', `Your role is ${own}; a token of yours cannot be ${role}.`);
    if ((await state.tokens.list(state.db, workspace.id, user.id)).length >= MOST_TOKENS)
      throw new Problem('account.conflict', `You have ${MOST_TOKENS} tokens. Take one back first.`);
    const secret = `continuo_${newSecret()}`;
    return state.transaction(async (db) => {
      const fields = { workspace: workspace.id, userId: user.id, name, role, createdMs: clock.now() };
      const made = await state.tokens.create(db, { ...fields, hash: fingerprint(secret) });
      await wrote(request, { thing: `token ${made.id}`, details: { role }, db });
      return { ...shown(made), token: secret };
    });
  });

  app.delete('/tokens/:id', async (request) => {
    const { user } = accountOf(request);
    const { id } = params.parse(request.params);
    await state.transaction(async (db) => {
      await state.tokens.revoke(db, { workspace: access(request).workspace.id, userId: user.id, id }, clock.now());
      await wrote(request, { thing: `token ${id}`, db });
    });
    return { removed: true };
  });
}

/** Whoever signed in. Throws `access.denied` for tokens, the terminal, and while there are no accounts. */
function accountOf(request: FastifyRequest): Extract<Who, { kind: 'account' }> {
  const who = whoAsks(request);
  if (who.kind === 'account') return who;
  throw new Problem('access.denied', 'This belongs to an account: sign in on a page to see or change it.');
}

function shown({ id, name, role, createdMs, usedMs }: StoredToken): Token {
  return { id, name, role, createdMs, usedMs };
}
