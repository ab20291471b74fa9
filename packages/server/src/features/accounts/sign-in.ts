import { createHash } from 'node:crypto';
import type { Session } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { type Db, normalLogin, type ThrottleRule, type UserWithPassword } from '@continuo/state';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessOf, whoAsks } from '../../platform/http/access.ts';
import type { Door, Who } from '../../platform/http/identify.ts';
import { csrfOf, SESSION_LIMITS, writeCookie } from '../../platform/http/session-cookie.ts';
import { fingerprint, newSecret } from '../../platform/secret.ts';
import type { Services } from '../../platform/services.ts';
import { isPassword } from './passwords.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Five tries, then 1 s, 2 s, 4 s … up to a quarter of an hour. */
export const ACCOUNT_RULE: ThrottleRule = { free: 5, firstMs: 1000, longestMs: 15 * MINUTE_MS, forgetMs: DAY_MS };
/** An office shares one address: more tries, then the same. */
export const ADDRESS_RULE: ThrottleRule = { free: 30, firstMs: 1000, longestMs: 15 * MINUTE_MS, forgetMs: DAY_MS };

/**
 * The account that login and password belong to. Throws `login.failed` in the same words and after the same time whether
 * the account or the password is wrong, and `login.slow` after too many tries for an account or from an address.
 */
export async function checkPassword(
  { state, clock }: Services,
  request: FastifyRequest,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<UserWithPassword> {
  const [account, address] = throttleKeys(login, request.ip);
  const nowMs = clock.now();
  const waitMs = Math.max(
    await state.throttles.begin(state.db, address, nowMs, ADDRESS_RULE),
    await state.throttles.begin(state.db, account, nowMs, ACCOUNT_RULE),
  );
  if (waitMs > 0)
    throw new Problem('login.slow', `Too many tries. Wait ${inWords(waitMs)} and try again.`, { details: { waitMs } });
  const user = await state.users.findByLogin(state.db, login);
  if (!(await isPassword(password, user?.passwordHash ?? null)) || user === null)
    throw new Problem('login.failed', 'The name or the password is not right.');
  await state.throttles.forget(state.db, account);
  await state.throttles.takeBack(state.db, address);
  await state.throttles.clear(state.db, nowMs - 2 * DAY_MS);
  return user;
}

/** Names are kept as fingerprints: somebody may type a password into the wrong field. */
function throttleKeys(login: string, address: string): readonly [account: string, address: string] {
  const print = (text: string): string => createHash('sha256').update(text).digest('hex');
  return [`account ${print(normalLogin(login))}`, `address ${print(address)}`];
}

function inWords(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

/** Begins a new session for a user, in place of the one the browser came with; its secret goes out as a cookie. */
export async function beginSession(
  { state, clock }: Services,
  door: Door,
  request: FastifyRequest,
  { userId, db = state.db }: { readonly userId: number; readonly db?: Db },
): Promise<{ readonly who: Omit<Extract<Who, { kind: 'account' }>, 'user'>; readonly cookie: string }> {
  const before = whoAsks(request);
  if (before.kind === 'account') await state.sessions.end(db, { id: before.session.id, userId: before.user.id });
  const secret = newSecret();
  const session = await state.sessions.begin(
    db,
    { userId, agent: agentOf(request.headers['user-agent']), hash: fingerprint(secret), nowMs: clock.now() },
    SESSION_LIMITS,
  );
  return { who: { kind: 'account', session, secret }, cookie: writeCookie(secret, door.isSecure) };
}

/** Gives the session that asks a new secret: the old one, wherever it may be, works no more. */
export async function rotateSession(
  { state }: Services,
  door: Door,
  reply: FastifyReply,
  who: Extract<Who, { kind: 'account' }>,
): Promise<Extract<Who, { kind: 'account' }>> {
  const secret = newSecret();
  await state.sessions.rotate(state.db, who.session.id, fingerprint(secret));
  reply.header('set-cookie', writeCookie(secret, door.isSecure));
  return { ...who, secret };
}

const BROWSERS = [/\b(Edg|OPR|Firefox)\//, /\b(?:Headless)?(Chrome|Chromium)\//, /\b(Safari)\//];
const SYSTEMS = /\b(Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux)\b/;
const NAMES: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS', CrOS: 'ChromeOS' };

/** Browser and system in two words, and nothing more of what a browser tells; empty when it tells neither. */
export function agentOf(header: string | undefined): string {
  const browser = BROWSERS.map((pattern) => pattern.exec(header ?? '')?.[1]).find((found) => found !== undefined);
  const system = SYSTEMS.exec(header ?? '')?.[1];
  return [browser, system].flatMap((name) => (name === undefined ? [] : [NAMES[name] ?? name])).join(', ');
}

/** What a page needs to know of whoever asks. */
export async function sessionOf(services: Services, request: FastifyRequest, who: Who): Promise<Session> {
  const { state } = services;
  if (who.kind === 'nobody')
    return {
      mode: who.hasAccounts ? 'login' : 'first-admin',
      user: null,
      role: null,
      workspaces: [],
      csrf: null,
    };
  const own =
    who.kind === 'account'
      ? (await state.members.ofUser(state.db, who.user.id)).map(({ workspace, role }) => ({ ...workspace, role }))
      : [];
  const here = await accessOf(services, request, who).catch((error: unknown) => {
    // A workspace that is not theirs, or none at all: signed in, but with no role.
    if (error instanceof Problem && ['workspace.unknown', 'access.denied'].includes(error.code)) return null;
    throw error;
  });
  const workspaces = own.length > 0 || here === null ? own : [{ ...here.workspace, role: here.role }];
  return {
    mode: who.kind === 'token' ? 'account' : who.kind,
    user: 'user' in who ? who.user : null,
    role: here?.role ?? null,
    workspaces: workspaces.map(({ slug, name, role }) => ({ slug, name, role })),
    csrf: who.kind === 'account' ? csrfOf(who.secret) : null,
  };
}
