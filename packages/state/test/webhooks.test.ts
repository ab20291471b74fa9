import { expect, test } from 'vitest';
import { describeEachState } from './each-state.ts';

const MAKE = { url: 'https://hooks.example/a', note: 'our desk', types: ['letter.ready'], createdMs: 1 };

describeEachState('webhooks', (given) => {
  test('an endpoint belongs to its workspace, and its secret is in no list', async () => {
    const { id: workspace } = await given.workspace();
    const { id: other } = await given.workspace();
    const { webhooks, db } = given.state();
    const { endpoint, secret } = await webhooks.create(db, { workspace, ...MAKE });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(endpoint).toMatchObject({ ...MAKE, status: 'on', olderUntilMs: null });
    const listed = await webhooks.list(db, workspace);
    expect(listed).toEqual([endpoint]);
    expect(JSON.stringify(listed)).not.toContain('whsec_');
    expect(await webhooks.list(db, other)).toEqual([]);
    for (const act of [webhooks.get, webhooks.remove])
      await expect(act(db, other, endpoint.id)).rejects.toMatchObject({ code: 'webhook.unknown' });
  });

  test('while a rotation goes on two secrets sign, afterwards the new one alone', async () => {
    const { id: workspace } = await given.workspace();
    const { webhooks, db } = given.state();
    const { endpoint, secret } = await webhooks.create(db, { workspace, ...MAKE });
    const next = await webhooks.rotate(db, workspace, endpoint.id, 1000);
    expect(await webhooks.secretsOf(db, workspace, endpoint.id, 999)).toEqual([next, secret]);
    expect(await webhooks.secretsOf(db, workspace, endpoint.id, 1000)).toEqual([next]);
  });

  test('a happening is announced once to everyone who is on and wants it', async () => {
    const { id: workspace } = await given.workspace();
    const { webhooks, outbox, db } = given.state();
    const a = await webhooks.create(db, { workspace, ...MAKE });
    const b = await webhooks.create(db, { workspace, ...MAKE });
    await webhooks.create(db, { workspace, ...MAKE, types: ['alert.opened'] });
    const off = await webhooks.create(db, { workspace, ...MAKE });
    await webhooks.update(db, workspace, off.endpoint.id, { status: 'off' });
    const happening = { workspace, id: 'letter-7', type: 'letter.ready', payload: { letter: 7 }, nowMs: 3 };
    expect(await webhooks.announce(db, happening)).toBe(2);
    expect(await webhooks.announce(db, happening)).toBe(0);
    const put = await outbox.list(db, { workspace, kind: 'webhook', most: 10 });
    expect(put.map(({ endpoint }) => endpoint).sort()).toEqual([a.endpoint.id, b.endpoint.id]);
    await webhooks.remove(db, workspace, a.endpoint.id);
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
