import type { acceptInvitationSchema, firstAdminSchema } from '@continuo/contract';
import { Problem } from '@continuo/core';
import type { Db, StoredInvitation, User, UserWithPassword } from '@continuo/state';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { defaultWorkspace } from '../../platform/current-workspace.ts';
import { whoAsks, wrote } from '../../platform/http/access.ts';
import { fingerprint, newSecret } from '../../platform/secret.ts';
import type { Services } from '../../platform/services.ts';
import { hashPassword, mustBeGoodPassword } from './passwords.ts';

const DAY_MS = 86_400_000;

/** Of a link that is wrong, used or over: which of them is nobody's business. */
const deadLink = (): Problem =>
  new Problem('link.unknown', 'This link was used, taken back or is too old. Ask for a new one.');

/** Makes the link for the first account, valid for 24 hours; null when there are accounts already. */
export async function makeFirstAdminLink({ state, clock }: Services, url: string): Promise<string | null> {
  if (await state.users.anyExists(state.db)) return null;
  const secret = newSecret();
  await state.firstAdmin.setLink(state.db, fingerprint(secret), clock.now() + DAY_MS);
  return `${url}/welcome/admin#token=${secret}`;
}

/**
 * Makes the first account, an admin of every workspace there is. It needs the printed link, unless everybody on this
 * machine may do everything anyway. Throws `link.unknown`, `account.conflict` when there is an account, `input.invalid`.
 */
export async function makeFirstAdmin(
  services: Services,
  request: FastifyRequest,
  { token, login, name, password }: z.output<typeof firstAdminSchema>,
): Promise<User> {
  const { state, clock } = services;
  const isTrusted = ['open', 'terminal'].includes(whoAsks(request).kind);
  if (token === null && !isTrusted) throw deadLink();
  if (await state.users.anyExists(state.db)) throw isThere();
  mustBeGoodPassword(password, login);
  const [passwordHash, here] = [await hashPassword(password), await defaultWorkspace(services)];
  const nowMs = clock.now();
  return state.transaction(async (db) => {
    const used = token !== null && (await state.firstAdmin.takeLink(db, fingerprint(token), nowMs));
    if (!used && !isTrusted) throw deadLink();
    const user = await state.users.create(db, { login, name, passwordHash, createdMs: nowMs });
    // A second first admin waited for the number of the account: by now it sees the other one.
    if ((await state.users.names(db)).size > 1) throw isThere();
    for (const workspace of await state.workspaces.list(db))
      await state.members.add(db, { workspace: workspace.id, userId: user.id, role: 'admin', sinceMs: nowMs });
    await wrote(request, { thing: `user ${user.id}`, db, workspace: here.id, actor: `user ${user.id}` });
    return user;
  });
}

const isThere = (): Problem =>
  new Problem('account.conflict', 'There is an account already. Sign in, or ask its admin.');

/** The invitation behind a link. Throws `link.unknown`. */
export async function findInvitation({ state, clock }: Services, token: string): Promise<StoredInvitation> {
  const found = await state.invitations.find(state.db, fingerprint(token), clock.now());
  if (found === null) throw deadLink();
  return found;
}

/**
 * Uses an invitation up: with a new account, or with the one that is signed in. Throws `link.unknown`,
 * `account.conflict` when the name is taken, `login.required` when neither is there.
 */
export async function acceptInvitation(
  services: Services,
  request: FastifyRequest,
  { token, account }: z.output<typeof acceptInvitationSchema>,
): Promise<User> {
  const { state, clock } = services;
  await findInvitation(services, token);
  const who = whoAsks(request);
  if (account !== null) mustBeGoodPassword(account.password, account.login);
  const passwordHash = account && (await hashPassword(account.password));
  return state.transaction(async (db) => {
    const nowMs = clock.now();
    const invitation = await state.invitations.take(db, fingerprint(token), nowMs);
    if (invitation === null) throw deadLink();
    const user = await userFor(db);
    await state.members.add(db, {
      workspace: invitation.workspace,
      userId: user.id,
      role: invitation.role,
      sinceMs: nowMs,
    });
    await wrote(request, {
      thing: `invitation ${invitation.id}`,
      details: { user: user.id, role: invitation.role },
      db,
      workspace: invitation.workspace,
      actor: `user ${user.id}`,
    });
    return user;
  });

  async function userFor(db: Db): Promise<User | UserWithPassword> {
    if (account !== null && passwordHash !== null)
      return state.users.create(db, { ...account, passwordHash, createdMs: clock.now() });
    if (who.kind !== 'account') throw new Problem('login.required', 'Sign in first, or make an account.');
    return who.user;
  }
}
