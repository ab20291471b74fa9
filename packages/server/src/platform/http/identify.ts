import { includesRole, type Role } from '@continuo/contract';
import type { StoredSession, StoredToken, User } from '@continuo/state';
import type { FastifyRequest } from 'fastify';
import { fingerprint, isSameSecret } from '../secret.ts';
import type { Services } from '../services.ts';
import { readCookie, SESSION_LIMITS } from './session-cookie.ts';

/** What the server itself decides about its door, from the configuration. */
export interface Door {
  /** No account is needed until there is one: only loopback is served, under no public address. */
  readonly mayBeOpen: boolean;
  /** Pages come over TLS: cookies are `Secure` and bound to the host. */
  readonly isSecure: boolean;
  /** Of `server.json`: whoever can read that file may act as the operator of this machine. */
  readonly localToken: string;
}

/** Whoever asks. `open`: there are no accounts and everybody on this machine may do everything. */
export type Who =
  | { readonly kind: 'nobody'; readonly hasAccounts: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'terminal' }
  | { readonly kind: 'token'; readonly user: User; readonly token: StoredToken; readonly role: Role }
  | { readonly kind: 'account'; readonly user: User; readonly session: StoredSession; readonly secret: string };

/** Finds out who asks, by bearer token, then by cookie. A bearer token that does not work is nobody, never somebody else. */
export async function identify(services: Services, door: Door, request: FastifyRequest): Promise<Who> {
  const { state, clock } = services;
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) {
    if (isSameSecret(bearer, door.localToken) && isFromHere(request)) return { kind: 'terminal' };
    return (await byToken(services, bearer)) ?? { kind: 'nobody', hasAccounts: await hasAccounts(state) };
  }
  if (!(await hasAccounts(state))) return door.mayBeOpen ? { kind: 'open' } : { kind: 'nobody', hasAccounts: false };
  const secret = readCookie(request.headers.cookie, door.isSecure);
  const session =
    secret === null ? null : await state.sessions.use(state.db, fingerprint(secret), clock.now(), SESSION_LIMITS);
  if (secret === null || session === null) return { kind: 'nobody', hasAccounts: true };
  return { kind: 'account', user: await userOf(state, session.userId), session, secret };
}

async function byToken({ state, clock }: Services, bearer: string): Promise<Who | null> {
  const token = await state.tokens.use(state.db, fingerprint(bearer), clock.now());
  const role = token && (await state.members.find(state.db, token.workspace, token.userId));
  if (!token || !role) return null;
  // The token may do what it was made for, and never more than its owner may today.
  const least = includesRole(role, token.role) ? token.role : role;
  return { kind: 'token', user: await userOf(state, token.userId), token, role: least };
}

async function userOf(state: Services['state'], id: number): Promise<User> {
  const { passwordHash: _, ...user } = await state.users.get(state.db, id);
  return user;
}

// Accounts are never deleted: once seen, there are some.
const withAccounts = new WeakSet<object>();

async function hasAccounts(state: Services['state']): Promise<boolean> {
  if (withAccounts.has(state)) return true;
  const found = await state.users.anyExists(state.db);
  if (found) withAccounts.add(state);
  return found;
}

/** True when the connection comes from this machine itself, not through a proxy on it. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  const { remoteAddress, localAddress } = socket;
  if (remoteAddress === undefined) return false;
  return remoteAddress === localAddress || /^(::ffff:)?127\.|^::1$/.test(remoteAddress);
}
