import type { Edit } from '@continuo/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOrders, moves, ready, shopMap } from './journey-shop.ts';
import { type Running, startRunning } from './running.ts';

let server: Running;
beforeAll(async () => {
  server = await startRunning();
  await importOrders(server.client);
}, 120_000);
afterAll(() => server?.close());

const title = (id: string, value: string): Edit => ({ kind: 'set-step', id, field: 'title', value });
const refused = (code: string) => ({ details: { code } });

test('a journey is made blank, from a starter, from a file or from a whole map', async () => {
  const { client } = server;
  const blank = await client.call('makeJourney', { body: { from: 'blank', title: 'I move house' } });
  expect(blank).toMatchObject({ key: 'i-move-house', seq: 0, version: null, hasChanges: true, steps: 0, versions: [] });
  const again = await client.call('makeJourney', { body: { from: 'blank', title: 'I move house' } });
  expect(again.key).toBe('i-move-house-2');
  const [starter] = await client.call('starters');
  if (starter !== undefined) {
    const made = await client.call('makeJourney', { body: { from: 'starter', starter: starter.key } });
    expect(made).toMatchObject({ title: starter.title, steps: starter.steps, status: 'draft' });
  }
  const text = 'journey: I bake\nstages:\n  - stage: Oven\n    steps:\n      - I wait\n';
  const file = await client.call('makeJourney', { body: { from: 'file', format: 'yaml', text, key: 'bread' } });
  expect([file.key, file.steps]).toEqual(['bread', 1]);
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap('whole') } });
  expect((await client.call('journeys')).map(({ key }) => key)).toEqual(
    expect.arrayContaining(['bread', 'i-move-house', 'whole']),
  );
});

test('what cannot be is refused, with the reason', async () => {
  const { client } = server;
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap('taken') } });
  const make = (body: object) => client.call('makeJourney', { body: body as never });
  await expect(make({ from: 'blank', title: 'x', key: 'taken' })).rejects.toMatchObject(refused('journey.conflict'));
  await expect(make({ from: 'blank', title: 'x', key: 'No key!' })).rejects.toMatchObject(refused('input.invalid'));
  await expect(make({ from: 'nothing' })).rejects.toMatchObject(refused('input.invalid'));
  await expect(make({ from: 'starter', starter: 'none' })).rejects.toMatchObject(refused('journey.unknown'));
  await expect(make({ from: 'file', format: 'yaml', text: 'stages: [' })).rejects.toMatchObject({
    details: { code: 'input.invalid', detail: expect.stringContaining('line') },
  });
  for (const key of ['none', 'No key!', 'constructor'])
    await expect(client.call('journey', { params: { key } })).rejects.toMatchObject(refused('journey.unknown'));
  const edit = (edits: unknown) =>
    client.call('editJourney', { params: { key: 'taken' }, body: { client: 'a', seq: 0, edits: edits as Edit[] } });
  await expect(edit([{ kind: 'set-step', id: 'pay', field: 'isOwed', value: 'yes' }])).rejects.toMatchObject(
    refused('input.invalid'),
  );
  await expect(edit([])).rejects.toMatchObject(refused('input.invalid'));
  const scope = { unit: 'journey' as const, journey: { key: 'taken' } };
  await expect(client.ask('summary', { scope })).rejects.toMatchObject(refused('journey.not_ready'));
  await expect(client.ask('summary', { scope: { unit: 'journey' } })).rejects.toMatchObject(refused('input.invalid'));
});

test('two editors at once lose nothing, and each hears of the other', async () => {
  const { client } = server;
  const params = { key: 'shared' };
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap('shared') } });
  const send = (who: string, seq: number, ...edits: Edit[]) =>
    client.call('editJourney', { params, body: { client: who, seq, edits } });
  await Promise.all([
    send('ana', 0, title('pay', 'I pay by card')),
    send('ben', 0, { kind: 'set-step', id: 'pay', field: 'actor', value: 'partner' }),
    send('ana', 0, title('look', 'I browse')),
    send('ben', 0, title('look', 'I stroll')),
  ]);
  const last = await send('ana', 2, { kind: 'remove-block', id: 'nothing' });
  expect(last.seq).toBe(4);
  expect(last.since.every((one) => one.client === 'ben')).toBe(true);
  const { draft, seq, hasChanges } = await client.call('journey', { params });
  expect([seq, hasChanges, draft]).toEqual([4, true, last.draft]);
  const [look, pay] = draft.stages[0]?.blocks ?? [];
  expect(pay).toMatchObject({ title: 'I pay by card', actor: 'partner' });
  expect(['I browse', 'I stroll']).toContain(look?.kind === 'step' ? look.title : '');
});

test('published, it is built and judged, and every question can look at its passages', async () => {
  const { client } = server;
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap() } });
  const params = { key: 'order' };
  const published = await client.call('publishJourney', { params, body: { note: 'As designed' } });
  expect(published).toMatchObject({ version: 1, hasChanges: false });
  expect(published.versions).toMatchObject([{ version: 1, note: 'As designed', fromMs: null, toMs: null }]);
  await ready(client, 'order');
  expect(await moves(client, 'order')).toEqual({
    'Looked > Paid': 5,
    'Paid > Arrived': 3,
    'Paid > Called': 1,
    'Called > Arrived': 1,
  });
  const scope = { unit: 'journey' as const, journey: { key: 'order' } };
  const { population } = await client.ask('summary', { scope });
  expect(population).toEqual({ people: 5, runs: 6, events: 16 });
  const { result } = await client.ask('people', { scope, input: { sort: 'events', limit: 1 } });
  const [run] = result.rows;
  expect(run?.run).toMatch(/^j\d+-\d+-1$/);
  const story = await client.call('story', { params: { run: run?.run ?? '' } });
  expect(story.moments.map(({ activity }) => activity)).toEqual(['Looked', 'Paid', 'Called', 'Arrived']);
}, 120_000);

test('editing never changes the past: what version 1 counted, it counts after version 2', async () => {
  const { client } = server;
  const params = { key: 'order' };
  const before = await client
    .ask('variants', { scope: { unit: 'journey', journey: { key: 'order', judgedBy: 1 } } })
    .catch((error) => error);
  expect(before).toMatchObject(refused('journey.not_ready'));
  await ready(client, 'order', 1);
  const judged1 = await moves(client, 'order', 1);
  await client.call('editJourney', {
    params,
    body: { client: 'a', seq: 0, edits: [{ kind: 'remove-block', id: 'look' }] },
  });
  const november = Date.UTC(2026, 10, 1);
  const second = await client.call('publishJourney', { params, body: { note: 'No looking', fromMs: november } });
  expect(second.versions.map(({ version, fromMs, toMs }) => [version, fromMs, toMs])).toEqual([
    [2, november, null],
    [1, null, november],
  ]);
  await ready(client, 'order');
  // Passages are events of an order, mapped or not: the same six, three by each version.
  const inForce = await client.ask('people', { scope: { unit: 'journey', journey: { key: 'order' } } });
  const definitions = inForce.result.rows.map(({ run }) => run.split('-')[0]).sort();
  expect(new Set(definitions).size).toBe(2);
  // Order 5 was only looked at: on the map of version 2 nothing of it is a step, so it is no passage of it.
  expect(inForce.population.runs).toBe(5);
  await ready(client, 'order', 1);
  expect(await moves(client, 'order', 1)).toEqual(judged1);
  expect(
    (await client.call('journeyVersion', { params: { ...params, version: 1 } })).contract.stages[0]?.blocks,
  ).toHaveLength(2);
  const publish = (fromMs: number | null) => client.call('publishJourney', { params, body: { fromMs } });
  await expect(publish(november)).rejects.toMatchObject(refused('input.invalid'));
  await expect(publish(null)).rejects.toMatchObject(refused('input.invalid'));
  const restored = await client.call('restoreJourney', { params, body: { version: 1 } });
  expect(restored.draft.stages[0]?.blocks).toHaveLength(2);
  await ready(client, 'order', 'draft');
  expect(await moves(client, 'order', 'draft')).toEqual(judged1);
}, 120_000);

test('what comes later is in the numbers of every journey', async () => {
  const { client } = server;
  const before = await client.ask('summary', { scope: { unit: 'journey', journey: { key: 'order' } } });
  await importOrders(
    client,
    'case,customer,activity,time,channel,note,who\no9,zoe,Paid,2026-11-05T10:00:00Z,web,x,y\no9,zoe,Arrived,2026-11-06T10:00:00Z,web,x,y\n',
  );
  expect((await client.call('journey', { params: { key: 'order' } })).judging).toEqual({
    isReady: true,
    progress: null,
    error: null,
  });
  const after = await client.ask('summary', { scope: { unit: 'journey', journey: { key: 'order' } } });
  expect(after.population.runs).toBe(before.population.runs + 1);
}, 120_000);

test('a map with errors is not published, and says what to mend', async () => {
  const { client } = server;
  const broken = { ...shopMap('broken'), promises: [{ id: 'p', from: 'pay', to: 'gone', withinMs: 1, says: null }] };
  await client.call('makeJourney', { body: { from: 'contract', contract: broken } });
  const check = await client.call('checkJourney', { params: { key: 'broken' } });
  expect(check.canPublish).toBe(false);
  expect(check.findings).toContainEqual(expect.objectContaining({ severity: 'error', code: 'step-unknown', id: 'p' }));
  await expect(client.call('publishJourney', { params: { key: 'broken' }, body: {} })).rejects.toMatchObject({
    status: 422,
    details: { code: 'journey.invalid' },
  });
});

test('removed, a journey is gone, its key is free, and its runs with it', async () => {
  const { client } = server;
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap('gone') } });
  await client.call('publishJourney', { params: { key: 'gone' }, body: {} });
  await ready(client, 'gone');
  expect(await client.call('removeJourney', { params: { key: 'gone' } })).toEqual({ removed: true });
  await expect(moves(client, 'gone')).rejects.toMatchObject(refused('journey.unknown'));
  await expect(client.call('judgeJourney', { params: { key: 'gone' }, body: {} })).rejects.toMatchObject(
    refused('journey.unknown'),
  );
  expect(
    (await client.call('makeJourney', { body: { from: 'contract', contract: shopMap('gone') } })).version,
  ).toBeNull();
}, 120_000);
