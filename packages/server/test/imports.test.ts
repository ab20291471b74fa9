import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mappingSchema } from '@continuo/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ended, importText, type Running, startRunning } from './running.ts';

let server: Running;
beforeAll(async () => {
  server = await startRunning();
});
afterAll(() => server?.close());

const LOG = [
  'case,activity,time,channel,brand',
  '1,Book,2026-01-01T10:00:00Z,web,A',
  '1,Fly,2026-01-02T10:00:00Z,desk,A',
  '2,Book,2026-01-03T10:00:00Z,app,B',
  '2,Fly,not a time,desk,B',
  ...['3', '4', '5'].flatMap((id) => [
    `${id},Book,2026-01-04T10:00:00Z,web,A`,
    `${id},Fly,2026-01-05T12:30:00Z,desk,A`,
  ]),
  '',
].join('\n');
const CASES = { unit: 'case' as const };

const population = async () => (await server.client.ask('summary', { scope: CASES })).population;

test('a file is looked at, tried, imported; bad rows are kept apart with their line', async () => {
  const draft = await server.client.upload(new Blob([LOG]), 'log.csv');
  expect(draft).toMatchObject({
    status: 'draft',
    file: 'log.csv',
    preview: { format: 'csv', mapping: { caseKey: 'case', activity: 'activity', time: 'time', channel: 'channel' } },
  });
  const body = mappingSchema.parse(draft.preview?.mapping);
  const tried = await server.client.call('dryRun', { params: { id: draft.id }, body });
  expect(tried.timelines.map((each) => each.moments.length)).toEqual(expect.arrayContaining([2, 1]));
  expect(await population()).toEqual({ people: 0, runs: 0, events: 0 });

  await server.client.call('startImport', { params: { id: draft.id }, body });
  const done = await ended(server.client, draft.id);
  expect(done).toMatchObject({ status: 'done', eventsStored: 9, rowsRejected: 1, hasRejects: true, unchanged: false });
  expect(await population()).toEqual({ people: 5, runs: 5, events: 9 });
  const rejects = await (await fetch(server.client.fileUrl('rejects', { id: draft.id }))).text();
  expect(rejects).toMatch(/5,.*not a time/);
  const overview = await server.client.call('overview');
  expect(overview.attributes).toEqual([{ name: 'brand', values: ['A', 'B'] }]);
  expect(readdirSync(join(server.folder, 'uploads')).filter((name) => !name.endsWith('.rejects.csv'))).toEqual([]);
});

test('the same file with the same mapping changes nothing', async () => {
  expect(await importText(server.client, 'again.csv', LOG)).toMatchObject({ status: 'done', unchanged: true });
  expect(await population()).toEqual({ people: 5, runs: 5, events: 9 });
});

test('another mapping of the same content replaces the first', async () => {
  const done = await importText(server.client, 'log.csv', LOG, { activity: 'channel', channel: null });
  expect(done).toMatchObject({ status: 'done', unchanged: false });
  const { result, population: now } = await server.client.ask('activities', { scope: CASES });
  expect(now.events).toBe(9);
  expect(result.activities.map((each) => each.activity).sort()).toEqual(['app', 'desk', 'web']);
});

test('a removed import takes its events with it', async () => {
  for (const each of await server.client.call('imports'))
    await server.client.call('removeImport', { params: { id: each.id } });
  expect(await population()).toEqual({ people: 0, runs: 0, events: 0 });
  expect((await server.client.call('overview')).events).toBe(0);
});

test('a cancelled import leaves nothing behind', async () => {
  const rows = Array.from(
    { length: 150_000 },
    (_, i) => `${i % 5000},step ${i % 7},2026-02-01T00:00:${String(i % 60).padStart(2, '0')}Z`,
  );
  const draft = await server.client.upload(new Blob([`case,activity,time\n${rows.join('\n')}\n`]), 'long.csv');
  await server.client.call('startImport', {
    params: { id: draft.id },
    body: mappingSchema.parse(draft.preview?.mapping),
  });
  expect(await server.client.call('cancelImport', { params: { id: draft.id } })).toMatchObject({ status: 'cancelled' });
  expect(await population()).toEqual({ people: 0, runs: 0, events: 0 });
  await expect(server.client.call('cancelImport', { params: { id: draft.id } })).rejects.toThrow(/cancelled/);
});

test.each([
  ['an empty file', '', /empty/i],
  ['a header without rows', 'case,activity,time\n', /./],
  [
    'a quote that is never closed',
    'case,activity,time\n1,"a,2026-01-01T00:00:00Z\n2,b,2026-01-01T00:00:00Z\n',
    /quotation/i,
  ],
])('%s is refused whole, in words', async (_, text, says) => {
  const outcome = await importText(server.client, 'bad.csv', text);
  expect(outcome.status).toBe('failed');
  expect(outcome.error).toMatch(says);
  expect(await population()).toEqual({ people: 0, runs: 0, events: 0 });
});

test('what is exported can be imported again, in every format, with the same numbers', async () => {
  await importText(server.client, 'log.csv', LOG);
  const before = await server.client.ask('path-graph', { scope: CASES });
  for (const format of ['csv', 'ndjson', 'xes']) {
    const text = await (await fetch(server.client.fileUrl('export', {}, { format }))).text();
    const other = await replacedBy(text, format);
    expect(other.edges.map(({ from, to, count, medianMs }) => ({ from, to, count, medianMs }))).toEqual(
      before.result.edges.map(({ from, to, count, medianMs }) => ({ from, to, count, medianMs })),
    );
  }
});

/** One process can have one embedded engine: the copy goes into the same server after the original is taken out. */
async function replacedBy(text: string, format: string) {
  for (const each of await server.client.call('imports'))
    if (each.status === 'done') await server.client.call('removeImport', { params: { id: each.id } });
  const wishes =
    format === 'ndjson'
      ? { person: 'person', caseKey: 'caseKey', activity: 'activity', time: 'time', channel: 'channel' }
      : {};
  const done = await importText(server.client, `copy.${format}`, text, wishes);
  expect([format, done.status, done.error]).toEqual([format, 'done', null]);
  return (await server.client.ask('path-graph', { scope: CASES })).result;
}

const OCEL = JSON.stringify({
  eventTypes: [{ name: 'pay', attributes: [] }],
  objectTypes: [
    { name: 'order', attributes: [] },
    { name: 'customer', attributes: [] },
  ],
  events: ['e1', 'e2'].map((id, i) => ({
    id,
    type: 'pay',
    time: `2026-01-0${i + 1}T10:00:00Z`,
    attributes: [],
    relationships: [
      { objectId: `o${i + 1}`, qualifier: 'of' },
      { objectId: 'c1', qualifier: 'by' },
    ],
  })),
  objects: [
    { id: 'o1', type: 'order', attributes: [] },
    { id: 'o2', type: 'order', attributes: [] },
    { id: 'c1', type: 'customer', attributes: [] },
  ],
});

test('two object types of one log stand side by side; the same type again is replaced', async () => {
  for (const each of await server.client.call('imports'))
    if (each.status === 'done') await server.client.call('removeImport', { params: { id: each.id } });
  await importText(server.client, 'log.json', OCEL, { objectType: 'order' });
  await importText(server.client, 'log.json', OCEL, { objectType: 'customer' });
  expect(await population()).toEqual({ people: 3, runs: 3, events: 4 });
  await importText(server.client, 'log.json', OCEL, { objectType: 'customer', activity: null, activityName: 'Paid' });
  expect(await population()).toEqual({ people: 3, runs: 3, events: 4 });
  const { result } = await server.client.ask('activities', { scope: CASES });
  expect(result.activities.map(({ activity, events }) => [activity, events])).toEqual([
    ['Paid', 2],
    ['pay', 2],
  ]);
}, 120_000);

test('a second server on the same folder is refused with the pid of the first', async () => {
  await expect(startRunning(server.folder)).rejects.toThrow(new RegExp(`in use by process ${process.pid}`));
});
