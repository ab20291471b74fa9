import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeEachState, type StateForTests } from './each-state.ts';

const LIMITS = { idleMs: 1000, longestMs: 5000 };
const RULE = { free: 2, firstMs: 100, longestMs: 350, forgetMs: 10_000 };

const someone = ({ state }: Pick<StateForTests, 'state'>, login: string = randomUUID()) =>
  state().users.create(state().db, { login, name: 'Ana', passwordHash: 'h', createdMs: 1 });

describeEachState('accounts', ({ state, workspace }) => {
  test('a login is one, however it is typed', async () => {
    const { users, db } = state();
    const ana = await someone({ state }, ' Ana@Example.ORG ');
    expect(ana.login).toBe('ana@example.org');
    expect(await users.findByLogin(db, 'ANA@example.org')).toMatchObject({ id: ana.id });
    await expect(someone({ state }, 'ana@EXAMPLE.org')).rejects.toMatchObject({ code: 'account.conflict' });
    const both = await Promise.allSettled([someone({ state }, 'twice'), someone({ state }, 'twice')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await users.anyExists(db)).toBe(true);
  });

  test('the last admin stays', async () => {
    const { members, db } = state();
    const { id } = await workspace();
    const [ana, ben] = [await someone({ state }), await someone({ state })];
    await members.add(db, { workspace: id, userId: ana.id, role: 'admin', sinceMs: 1 });
    await members.add(db, { workspace: id, userId: ben.id, role: 'viewer', sinceMs: 2 });
    const [asAna, asBen] = [ana, ben].map(({ id: userId }) => ({ workspace: id, userId })) as [never, never];
    await expect(members.remove(db, asAna)).rejects.toMatchObject({ code: 'account.conflict' });
    await expect(members.changeRole(db, asAna, 'operator')).rejects.toMatchObject({ code: 'account.conflict' });
    await members.changeRole(db, asBen, 'admin');
    // Both admins leave at once: one of them must stay.
    const left = await Promise.allSettled([members.remove(db, asAna), members.remove(db, asBen)]);
    expect(left.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await members.list(db, id)).toHaveLength(1);
    await expect(members.remove(db, { workspace: id, userId: 999_999 })).rejects.toMatchObject({
      code: 'account.unknown',
    });
  });

  test('who is added again keeps the higher role', async () => {
    const { members, db } = state();
    const { id } = await workspace();
    const { id: userId } = await someone({ state });
    for (const role of ['editor', 'viewer', 'operator', 'editor'] as const)
      await members.add(db, { workspace: id, userId, role, sinceMs: 1 });
    expect(await members.find(db, id, userId)).toBe('operator');
    expect(await members.ofUser(db, userId)).toMatchObject([{ workspace: { id }, role: 'operator' }]);
  });

  test('a session ends when it is not used, and in the end also when it is', async () => {
    const { sessions, db } = state();
    const { id: userId } = await someone({ state });
    const day = { idleMs: 100_000, longestMs: 250_000 };
    const begin = (hash: string, nowMs: number) => sessions.begin(db, { userId, agent: '', hash, nowMs }, day);
    const [idle, used] = [randomUUID(), randomUUID()];
    await begin(idle, 0);
    await begin(used, 0);
    expect(await sessions.use(db, used, 90_000, day)).toMatchObject({ userId, seenMs: 90_000 });
    expect(await sessions.use(db, idle, 100_000, day)).toBeNull();
    expect(await sessions.use(db, used, 180_000, day)).toMatchObject({ userId });
    expect(await sessions.use(db, used, 250_000, day)).toBeNull();
    expect(await sessions.use(db, randomUUID(), 1, day)).toBeNull();
  });

  test('a session gets another secret, is ended, and only by its owner', async () => {
    const { sessions, db } = state();
    const [ana, ben] = [await someone({ state }), await someone({ state })];
    const [first, second, other] = [randomUUID(), randomUUID(), randomUUID()];
    const at = { agent: 'x', nowMs: 1 };
    const kept = await sessions.begin(db, { userId: ana.id, hash: first, ...at }, LIMITS);
    await sessions.begin(db, { userId: ana.id, hash: other, ...at }, LIMITS);
    await sessions.rotate(db, kept.id, second);
    expect(await sessions.use(db, first, 2, LIMITS)).toBeNull();
    await expect(sessions.end(db, { id: kept.id, userId: ben.id })).rejects.toMatchObject({ code: 'account.unknown' });
    await sessions.endOthers(db, ana.id, kept.id);
    expect(await sessions.use(db, other, 2, LIMITS)).toBeNull();
    expect((await sessions.ofUser(db, ana.id, 2, LIMITS)).map(({ id }) => id)).toEqual([kept.id]);
    await sessions.end(db, { id: kept.id, userId: ana.id });
    expect(await sessions.use(db, second, 2, LIMITS)).toBeNull();
  });

  test('an invitation works once, until its time is over or it is taken back', async () => {
    const { invitations, db } = state();
    const { id } = await workspace();
    const make = (hash: string) =>
      invitations.create(db, { workspace: id, role: 'editor', label: '', createdMs: 0, expiresMs: 10, hash });
    const [used, late, back] = [randomUUID(), randomUUID(), randomUUID()];
    for (const hash of [used, late]) await make(hash);
    const revoked = await make(back);
    const taken = await Promise.all([invitations.take(db, used, 1), invitations.take(db, used, 1)]);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await invitations.find(db, late, 10)).toBeNull();
    await invitations.revoke(db, id, revoked.id, 1);
    expect(await invitations.take(db, back, 2)).toBeNull();
    await expect(invitations.revoke(db, (await workspace()).id, revoked.id, 1)).rejects.toMatchObject({
      code: 'account.unknown',
    });
    expect(await invitations.list(db, id, 9)).toHaveLength(1);
  });

  test('the first link works once, and only the newest', async () => {
    const { firstAdmin, db } = state();
    await firstAdmin.setLink(db, 'a', 10);
    await firstAdmin.setLink(db, 'b', 10);
    expect(await firstAdmin.takeLink(db, 'a', 1)).toBe(false);
    expect(await firstAdmin.takeLink(db, 'b', 10)).toBe(false);
    expect(await firstAdmin.takeLink(db, 'b', 9)).toBe(true);
    expect(await firstAdmin.takeLink(db, 'b', 9)).toBe(false);
  });

  test('a token is used, listed and taken back in its workspace only', async () => {
    const { tokens, db } = state();
    const [here, there] = [await workspace(), await workspace()];
    const { id: userId } = await someone({ state });
    const hash = randomUUID();
    const made = await tokens.create(db, { workspace: here.id, userId, name: 'x', role: 'viewer', createdMs: 0, hash });
    expect(await tokens.use(db, hash, 5)).toMatchObject({ id: made.id, role: 'viewer' });
    expect(await tokens.list(db, here.id, userId)).toMatchObject([{ usedMs: 5 }]);
    expect(await tokens.list(db, there.id, userId)).toEqual([]);
    const elsewhere = { workspace: there.id, userId, id: made.id };
    await expect(tokens.revoke(db, elsewhere, 6)).rejects.toMatchObject({ code: 'account.unknown' });
    await tokens.revokeAll(db, here.id, userId, 7);
    expect(await tokens.use(db, hash, 8)).toBeNull();
  });

  test('tries slow down twofold each, up to a limit, and a good one clears them', async () => {
    const { throttles, db } = state();
    const key = randomUUID();
    const tries: number[] = [];
    let nowMs = 0;
    for (let i = 0; i < 6; i += 1) {
      expect(await throttles.begin(db, key, nowMs, RULE)).toBe(0);
      const wait = await throttles.begin(db, `${key}-unrelated-${i}`, nowMs, RULE);
      expect(wait).toBe(0);
      const { untilMs } = await db
        .selectFrom('throttles')
        .select('untilMs')
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      tries.push(untilMs === 0 ? 0 : Math.max(0, untilMs - nowMs));
      if (untilMs > nowMs) expect(await throttles.begin(db, key, untilMs - 1, RULE)).toBe(1);
      nowMs = Math.max(nowMs, untilMs);
    }
    expect(tries).toEqual([0, 0, 100, 200, 350, 350]);
    await throttles.forget(db, key);
    expect(await throttles.begin(db, key, 0, RULE)).toBe(0);
    await throttles.takeBack(db, key);
    expect(await throttles.begin(db, key, 0, RULE)).toBe(0);
    expect(await throttles.begin(db, key, 0, RULE)).toBe(0);
  });

  test('many tries at once are counted each', async () => {
    const { throttles, db } = state();
    const key = randomUUID();
    const waits = await Promise.all(Array.from({ length: 8 }, () => throttles.begin(db, key, 0, RULE)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(RULE.free + 1);
  });
});
