import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@continuo/contract';
import { expect, test } from 'vitest';
import { type Serving, serve } from '../src/serve.ts';
import { importOrders, moves, ready, shopMap } from './journey-shop.ts';

const clientOf = ({ url }: Serving) => createClient((address, init) => fetch(address, init), `${url}/api/v1`);

test('a server that stops in the middle goes on at its next start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-journeys-'));
  const start = () => serve({ folder, port: 0, announce: false }, { CONTINUO_TIME_ZONE: 'Europe/Madrid' });
  const first = await start();
  const client = clientOf(first);
  await importOrders(client);
  for (const key of ['one', 'two', 'three']) {
    await client.call('makeJourney', { body: { from: 'contract', contract: shopMap(key) } });
    await client.call('publishJourney', { params: { key }, body: {} });
  }
  await client.call('judgeJourney', { params: { key: 'one' }, body: { judgedBy: 'draft' } });
  await first.close();

  const second = await start();
  try {
    const again = clientOf(second);
    // Nobody asks: what was left undone is done by itself.
    for (const key of ['one', 'two', 'three'])
      while (!(await again.call('journey', { params: { key } })).judging.isReady)
        await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await moves(again, 'two')).toEqual(await moves(again, 'one'));
    await ready(again, 'one', 'draft');
    expect(await moves(again, 'one', 'draft')).toEqual(await moves(again, 'one'));
  } finally {
    await second.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
