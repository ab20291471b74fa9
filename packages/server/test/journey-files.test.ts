import type { JourneyFormat } from '@continuo/contract';
import { blankJourney, blankStep } from '@continuo/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOrders, ready, shopMap } from './journey-shop.ts';
import { type Running, startRunning } from './running.ts';

let server: Running;
beforeAll(async () => {
  server = await startRunning();
  await importOrders(server.client);
  await server.client.call('makeJourney', { body: { from: 'contract', contract: shopMap() } });
  await server.client.call('publishJourney', { params: { key: 'order' }, body: {} });
  await ready(server.client, 'order');
}, 120_000);
afterAll(() => server?.close());

async function file(path: string): Promise<{ readonly status: number; readonly type: string; readonly body: Buffer }> {
  const reply = await fetch(`${server.url}/api/v1${path}`);
  return {
    status: reply.status,
    type: reply.headers.get('content-type') ?? '',
    body: Buffer.from(await reply.arrayBuffer()),
  };
}

test('the file of a map makes the same map again', async () => {
  const { client } = server;
  const { draft } = await client.call('journey', { params: { key: 'order' } });
  for (const format of ['yaml', 'json'] as const) {
    const { status, body } = await file(`/journeys/order/file?format=${format}`);
    expect(status).toBe(200);
    const put = await client.call('putJourneyFile', {
      params: { key: `from-${format}` },
      body: { format, text: body.toString('utf8') },
    });
    expect(put.draft).toEqual({ ...draft, key: `from-${format}` });
    expect([put.version, put.hasChanges]).toEqual([null, true]);
  }
});

test.each<[JourneyFormat, RegExp]>([
  ['ojf', /^\{/],
  ['csv', /I look/],
  ['xlsx', /^PK/],
  ['mermaid', /^journey/],
])('a map as %s', async (format, begins) => {
  const { status, body } = await file(`/journeys/order/file?format=${format}&version=1`);
  expect([status, begins.test(body.toString('latin1'))]).toEqual([200, true]);
});

test('a file is put into force in one go, or nothing of it is kept', async () => {
  const { client } = server;
  const { body } = await file('/journeys/order/file?format=yaml');
  const text = body.toString('utf8').replace('I pay', 'I pay at once');
  const put = (key: string, more: object) =>
    client.call('putJourneyFile', { params: { key }, body: { format: 'yaml', text, ...more } as never });
  const published = await put('direct', { publish: { note: 'from a file' } });
  expect([published.version, published.hasChanges, published.seq]).toEqual([1, false, 0]);
  const second = await put('order', { publish: { note: 'from a file' } });
  expect([second.version, second.seq]).toEqual([2, 1]);
  const broken = text.replace('owner: Shop team', 'promises:\n  - from: I look\n    to: I fly\n    within: 1 day');
  await expect(put('never', { text: broken, publish: {} })).rejects.toMatchObject({ status: expect.any(Number) });
  await expect(client.call('journey', { params: { key: 'never' } })).rejects.toMatchObject({ status: 404 });
  await expect(put('bad', { text: 'stages: {' })).rejects.toMatchObject({ details: { code: 'input.invalid' } });
  await expect(put('bad', { text: 'x', format: 'xlsx', encoding: 'base64' })).rejects.toMatchObject({ status: 400 });
});

test.each([
  ['svg', '<svg'],
  ['png', '\u0089PNG'],
  ['pdf', '%PDF'],
  ['csv', ''],
])(
  'the map as %s, planned and lived, on every paper',
  async (format, begin) => {
    for (const query of ['layer=planned', 'layer=both&page=a4', 'layer=lived&page=a3&theme=dark']) {
      const { status, body } = await file(`/journeys/order/picture?format=${format}&${query}`);
      expect([query, status, body.toString('latin1').slice(0, begin.length)]).toEqual([query, 200, begin]);
    }
  },
  60_000,
);

test('the schema of the files stands at a fixed address', async () => {
  const reply = await fetch(`${server.url}/schema/journey.json`);
  expect(await reply.json()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
});

test('a picture that cannot be is refused', async () => {
  expect((await file('/journeys/order/picture?format=gif')).status).toBe(400);
  expect((await file('/journeys/order/picture?scope=x')).status).toBe(400);
  expect((await file('/journeys/from-json/picture?layer=lived')).status).toBe(409);
  expect((await file('/journeys/order/picture?version=9')).status).toBe(404);
});

test('the events that came, with payloads whose contact details are masked', async () => {
  const { client } = server;
  const seen = await client.call('eventsSeen', { query: { samples: '2' } });
  expect(seen.map(({ name, events, people }) => [name, events, people])).toEqual([
    ['Looked', 6, 5],
    ['Paid', 5, 4],
    ['Arrived', 4, 3],
    ['Called', 1, 1],
  ]);
  const paid = seen[1];
  expect(paid?.channels).toEqual([{ channel: 'web', events: 5 }]);
  expect(paid?.samples).toHaveLength(2);
  expect(Object.keys(paid?.samples[0] ?? {}).sort()).toEqual(['channel', 'note']);
  expect(JSON.stringify(seen)).not.toMatch(/@example\.org|"ana"|"who"/);
  expect((await client.call('eventsSeen', { query: { search: 'ARR' } })).map(({ name }) => name)).toEqual(['Arrived']);
});

test('matchers are tried on the last people, and suggested by name', async () => {
  const { client } = server;
  const params = { key: 'order' };
  const matcher = (...events: string[]) => ({ events, where: [], channels: [] });
  const tried = await client.call('testMatches', {
    params,
    body: {
      steps: [
        { step: 'pay', matchers: [matcher('Paid')], failures: [] },
        { step: 'any', matchers: [matcher('Paid', 'Arrived')], failures: [matcher('Called')] },
      ],
    },
  });
  expect(tried).toMatchObject({ people: 5, matched: 4, events: 16, matchedEvents: 10 });
  expect(tried.steps).toEqual([
    { step: 'pay', people: 4, events: 5, failed: 0 },
    { step: 'any', people: 3, events: 5, failed: 1 },
  ]);
  expect(tried.others).toEqual([{ name: 'Looked', people: 5, events: 6 }]);
  const steps = ['I look at shoes', 'I paid', 'It arrived'].map((title, i) => blankStep(`s${i}`, title));
  const contract = { ...blankJourney('bare', 'Bare'), stages: [{ id: 'all', title: 'All', blocks: steps }] };
  await client.call('makeJourney', { body: { from: 'contract', contract } });
  const suggested = await client.call('suggestMatches', { params: { key: 'bare' }, body: {} });
  const best = Object.fromEntries(suggested.map(({ step, candidates }) => [step, candidates[0]?.event]));
  expect(best).toMatchObject({ s1: 'Paid', s2: 'Arrived' });
});

test('a map born from data opens as a draft', async () => {
  const { client } = server;
  const drafted = await client.call('draftFromData', { body: { key: 'born', scope: { unit: 'case' }, share: 1 } });
  expect([drafted.runs, drafted.kept]).toEqual([6, 6]);
  const made = await client.call('makeJourney', { body: { from: 'contract', contract: drafted.contract } });
  expect([...made.events].sort()).toEqual(['Arrived', 'Called', 'Looked', 'Paid']);
  await ready(client, 'born', 'draft');
  const { population } = await client.ask('summary', {
    scope: { unit: 'journey', journey: { key: 'born', judgedBy: 'draft' } },
  });
  expect(population.events).toBe(16);
}, 120_000);

test('gaps are marked; to dismiss one needs a reason, to accept one proposes edits', async () => {
  const { client } = server;
  const gap = 'not-on-map:Called';
  const params = { key: 'order', gap };
  await expect(client.call('markGap', { params, body: { action: 'dismiss' } })).rejects.toMatchObject({ status: 400 });
  const accepted = await client.call('markGap', { params, body: { action: 'accept', after: 'pay' } });
  expect(accepted.marks).toMatchObject([{ gap, action: 'accept' }]);
  expect(accepted.edits).toMatchObject([{ kind: 'add-block', into: 'buy', after: 'pay' }]);
  const edited = await client.call('editJourney', {
    params: { key: 'order' },
    body: { client: 'a', seq: 0, edits: accepted.edits },
  });
  expect(JSON.stringify(edited.draft)).toContain('Called');
  const odd = { key: 'order', gap: 'not-on-map:Ask / “why?” & wait: 100 %' };
  await client.call('markGap', { params: odd, body: { action: 'dismiss', reason: 'They like to ask' } });
  expect((await client.call('gapMarks', { params: { key: 'order' } })).map((mark) => mark.gap)).toContain(odd.gap);
  const cleared = await client.call('markGap', { params: odd, body: { action: 'clear' } });
  expect(cleared.marks.map((mark) => mark.gap)).toEqual([gap]);
});

test('the catalogue of touchpoints is shared; a published version keeps those it had', async () => {
  const { client } = server;
  const till = {
    key: 'till',
    title: 'The till',
    kind: 'owned' as const,
    channels: [],
    matchers: [{ events: ['Paid'], where: [], channels: [] }],
    owner: null,
  };
  await client.call('putTouchpoint', { params: { key: 'till' }, body: till });
  expect(await client.call('touchpoints')).toEqual([till]);
  await expect(client.call('putTouchpoint', { params: { key: 'other' }, body: till })).rejects.toMatchObject({
    status: 400,
  });
  expect(await client.call('removeTouchpoint', { params: { key: 'till' } })).toEqual({ removed: true });
  await expect(client.call('removeTouchpoint', { params: { key: 'till' } })).rejects.toMatchObject({ status: 404 });
});
