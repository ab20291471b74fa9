import { mapView } from '@continuo/diagram';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOrders, ready, shopMap } from './journey-shop.ts';
import { type Running, startRunning } from './running.ts';

let server: Running;
beforeAll(async () => {
  server = await startRunning();
  await importOrders(server.client);
}, 120_000);
afterAll(() => server?.close());

const statusOf = async (key: string) =>
  (await server.client.call('journeyStatuses')).find((status) => status.key === key);

test('what has no numbers says why', async () => {
  const { client } = server;
  await client.call('makeJourney', { body: { from: 'blank', title: 'I wait', key: 'blank' } });
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap('draft') } });
  expect(await client.call('journeyStatuses')).toEqual([
    { key: 'draft', status: 'none', words: 'not known', isCounted: false },
    { key: 'blank', status: 'none', words: 'not connected', isCounted: false },
  ]);
});

test('a published journey is being counted, and then stands as its map says', async () => {
  const { client } = server;
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap() } });
  await client.call('publishJourney', { params: { key: 'order' }, body: {} });
  const { judging } = await client.call('journey', { params: { key: 'order' } });
  if (!judging.isReady) expect(await statusOf('order')).toMatchObject({ status: 'none' });
  await ready(client, 'order');
  const scope = { unit: 'journey' as const, journey: { key: 'order' } };
  const { workspace } = await client.call('overview');
  const [lived, days, { contract }] = await Promise.all([
    client.ask('journey-map', { scope }),
    client.ask('journey-days', { scope, input: { timeZone: workspace.timeZone } }),
    client.call('journeyVersion', { params: { key: 'order', version: 1 } }),
  ]);
  const { status } = mapView({
    ...{ contract, lived: lived.result, gaps: null, days: days.result, before: null, layer: 'both', lanes: null },
    ...{ timeZone: workspace.timeZone, asOfMs: lived.dataAsOfMs ?? 0 },
  });
  expect(await statusOf('order')).toEqual({
    ...{ key: 'order', status: status?.kind, words: status?.words, isCounted: true },
  });
}, 120_000);

test('no journey hides behind the address of the statuses', async () => {
  const { client } = server;
  const body = { from: 'contract' as const, contract: shopMap('statuses') };
  expect((await client.call('makeJourney', { body })).key).toBe('statuses-2');
  await expect(client.call('makeJourney', { body: { ...body, key: 'statuses' } })).rejects.toMatchObject({
    details: { code: 'journey.conflict' },
  });
});
