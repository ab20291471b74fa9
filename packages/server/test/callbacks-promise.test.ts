import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOrders, ready, shopMap } from './journey-shop.ts';
import { type Running, startRunning } from './running.ts';

const HOUR_MS = 3_600_000;
let server: Running;
beforeAll(async () => {
  server = await startRunning();
  const { client } = server;
  await importOrders(client);
  const promises = [{ id: 'fast', from: 'pay', to: 'arrive', withinMs: 1.5 * HOUR_MS, says: 'Here before noon' }];
  const contract = { ...shopMap(), promises };
  await client.call('makeJourney', { body: { from: 'contract', contract } as never });
  await client.call('publishJourney', { params: { key: 'order' }, body: {} });
  await ready(client, 'order');
}, 60_000);
afterAll(() => server?.close());

const rule = (laterByMs: number) => ({
  ...{ key: 'fast', title: 'Fast', isOn: true, team: null, calendar: 'office', hours: 2 },
  when: { kind: 'promise', journey: 'order', promise: 'fast', laterByMs } as const,
});

test('a promise that was late opens a call-back at the step it was about, once', async () => {
  const { client } = server;
  const people = async (laterByMs: number): Promise<number> =>
    (await client.call('previewCallbackRule', { body: rule(laterByMs) })).people;
  // Order 4 took two hours, half an hour too long; order 3, which never came, was due more than four weeks before.
  expect([await people(0), await people(HOUR_MS)]).toEqual([1, 0]);
  await client.call('putCallbackRule', { params: { key: 'fast' }, body: rule(0) });
  const find = () => client.call('callbacks', { query: { tab: 'unassigned' } });
  let found = await find();
  while (found.items.length === 0) found = await find();
  expect(found.items).toMatchObject([
    { what: 'It arrives', why: '“Here before noon”, and it was late', team: 'Shop team' },
  ]);
  const shown = await client.call('callback', { params: { id: found.items[0]?.id ?? 0 } });
  expect(shown.suggestedCause).toEqual({ kind: 'step', journey: 'order', step: 'arrive' });
  await client.call('putCallbackRule', { params: { key: 'fast' }, body: rule(1) });
  expect((await find()).counts.unassigned).toBe(1);
}, 120_000);
