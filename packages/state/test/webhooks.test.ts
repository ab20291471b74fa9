import { expect, test } from 'vitest';
import { describeEachState } from './each-state.ts';

const MAKE = { url: 'https://hooks.example/a', note: 'our desk', types: ['letter.ready'], createdMs: 1 };
const secret = 'kept as it comes';

describeEachState('webhooks', (given) => {
  test('an endpoint belongs to its workspace, and its secret is in no list', async () => {
    const { id: workspace } = await given.workspace();
    const { id: other } = await given.workspace();
    const { webhooks, db } = given.state();
    const endpoint = await webhooks.create(db, { workspace, secret, ...MAKE });
    expect(endpoint).toMatchObject({ ...MAKE, status: 'on', olderUntilMs: null });
    const listed = await webhooks.list(db, workspace);
    expect(listed).toEqual([endpoint]);
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(await webhooks.list(db, other)).toEqual([]);
    for (const act of [webhooks.get, webhooks.remove])
      await expect(act(db, other, endpoint.id)).rejects.toMatchObject({ code: 'webhook.unknown' });
  });

  test('while a rotation goes on two secrets sign, afterwards the new one alone', async () => {
    const { id: workspace } = await given.workspace();
    const { webhooks, db } = given.state();
    const endpoint = await webhooks.create(db, { workspace, secret, ...MAKE });
    await webhooks.rotate(db, endpoint, 'next', 1000);
    expect(await webhooks.secretsOf(db, workspace, endpoint.id, 999)).toEqual(['next', secret]);
    expect(await webhooks.secretsOf(db, workspace, endpoint.id, 1000)).toEqual(['next']);
    await webhooks.renewSecrets(db, (kept) => `${kept}, renewed`);
    const renewed = ['next, renewed', `${secret}, renewed`];
    expect(await webhooks.secretsOf(db, workspace, endpoint.id, 999)).toEqual(renewed);
  });

  test('a happening is announced once to everyone who is on and wants it', async () => {
    const { id: workspace } = await given.workspace();
    const { webhooks, outbox, db } = given.state();
    const a = await webhooks.create(db, { workspace, secret, ...MAKE });
    const b = await webhooks.create(db, { workspace, secret, ...MAKE });
    await webhooks.create(db, { workspace, secret, ...MAKE, types: ['alert.opened'] });
    const off = await webhooks.create(db, { workspace, secret, ...MAKE });
    await webhooks.update(db, workspace, off.id, { status: 'off' });
    const happening = { workspace, id: 'letter-7', type: 'letter.ready', payload: { letter: 7 }, nowMs: 3 };
    expect(await webhooks.announce(db, happening)).toBe(2);
    expect(await webhooks.announce(db, happening)).toBe(0);
    const put = await outbox.list(db, { workspace, kind: 'webhook', most: 10 });
    expect(put.map(({ endpoint }) => endpoint).sort()).toEqual([a.id, b.id]);
    await webhooks.remove(db, workspace, a.id);
    expect(await outbox.list(db, { workspace, kind: 'webhook', most: 10 })).toHaveLength(1);
  });

  test('switches are on until they are set', async () => {
    const { id: workspace } = await given.workspace();
    const { id: other } = await given.workspace();
    const { switches, db } = given.state();
    expect(await switches.get(db, workspace)).toEqual({ freeText: true, personLevel: true });
    await switches.set(db, workspace, { freeText: false, personLevel: true });
    await switches.set(db, workspace, { freeText: false, personLevel: false });
    expect(await switches.get(db, workspace)).toEqual({ freeText: false, personLevel: false });
    expect(await switches.get(db, other)).toEqual({ freeText: true, personLevel: true });
  });
});
