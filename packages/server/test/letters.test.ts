import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@continuo/contract';
import { openState, type State } from '@continuo/state';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serve } from '../src/serve.ts';
import { importOrders, ready, shopMap } from './journey-shop.ts';

/** Each Monday at eight, once, also when nobody was there; Home, cards and what staff say. The clock is ours. */
const folder = mkdtempSync(join(tmpdir(), 'continuo-letters-'));
const at = (text: string): number => Date.parse(text);
// A Thursday; summer time ends on the Sunday after it.
let nowMs = at('2026-10-22T10:00Z');
let serving: Serving;
let state: State;
let client: Client;

async function open(): Promise<void> {
  serving = await serve(
    { folder, port: 0, announce: false, clock: { now: () => nowMs } },
    { CONTINUO_TIME_ZONE: 'Europe/Madrid' },
  );
  client = createClient((url, init) => fetch(url, init), `${serving.url}/api/v1`);
}

const close = (): Promise<void> => serving.close();

/** Asks again until it holds: what is waited for happens by itself at its time. */
async function until<T>(ask: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await ask();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const letters = () => client.call('letters');
const outbox = () => state.db.selectFrom('outbox').select(['id', 'kind', 'type', 'message']).orderBy('id').execute();
const idsOf = async (kind: string): Promise<readonly string[]> =>
  (await outbox()).filter((row) => row.kind === kind).map(({ id }) => id);

beforeAll(async () => {
  await open();
  state = await openState(`sqlite:${join(folder, 'state.sqlite')}`);
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap() } });
  await client.call('publishJourney', { params: { key: 'order' }, body: { note: 'first' } });
  await importOrders(client);
  await ready(client, 'order');
  const hook = {
    url: 'https://hooks.example/letters',
    note: '',
    types: ['letter.ready'],
    secret: 'whsec_c2VjcmV0',
    createdMs: nowMs,
  };
  await state.webhooks.create(state.db, { workspace: 1, ...hook });
  const subscribe = (address: string, scope: { kind: 'workspace' } | { kind: 'team'; key: string }) =>
    client.call('subscribeLetter', { body: { address, scope } });
  await subscribe('all@example.org', { kind: 'workspace' });
  await subscribe('all@example.org', { kind: 'workspace' });
  await subscribe('shop@example.org', { kind: 'team', key: 'Shop team' });
}, 60_000);
afterAll(async () => {
  await state?.close();
  await close();
  rmSync(folder, { recursive: true, force: true });
});

test('nothing is sent before Monday, and the same address is there once', async () => {
  const { letters: made, nextMs, subscriptions, hasMail, scopes } = await letters();
  expect(made).toEqual([]);
  expect(nextMs).toBe(at('2026-10-26T07:00Z'));
  expect(subscriptions.map(({ address, about }) => [address, about])).toEqual([
    ['all@example.org', 'My customers'],
    ['shop@example.org', 'Shop team'],
  ]);
  expect([hasMail, scopes.map(({ about }) => about)]).toEqual([
    false,
    ['My customers', 'I order and it arrives', 'Shop team'],
  ]);
  expect(await outbox()).toEqual([]);
});

test('on Monday at eight, wall clock, each scope gets its letter, with e-mails and webhooks', async () => {
  nowMs = at('2026-10-26T06:59:59Z');
  expect((await letters()).letters).toEqual([]);
  nowMs = at('2026-10-26T07:00Z');
  const { letters: made, nextMs } = await until(letters, (found) => found.letters.length > 0);
  expect(made.map(({ week, scope }) => [week, scope.kind])).toEqual([
    ['2026-10-26', 'workspace'],
    ['2026-10-26', 'journey'],
    ['2026-10-26', 'team'],
  ]);
  expect(nextMs).toBe(at('2026-11-02T07:00Z'));
  expect(await idsOf('mail')).toEqual([
    'letter-2026-10-26-team-Shop team-mail-2',
    'letter-2026-10-26-workspace-mail-1',
  ]);
  expect((await outbox()).filter(({ type }) => type === 'letter.ready')).toHaveLength(3);
});

test('a letter says the same in every form, names nobody and counts out no group under five', async () => {
  const params = { week: '2026-10-26' };
  const letter = await client.call('letter', { params });
  expect(letter.parts.map(({ kind }) => kind)).toEqual(['story', 'worse', 'better', 'loved', 'late', 'decision']);
  const text = JSON.stringify([
    letter,
    await client.call('letter', { params, query: { scope: 'journey', key: 'order' } }),
  ]);
  expect(text).not.toMatch(/\b(ana|ben|cle|dov|eve)\b|@example|\b[1-4] (customers|of)\b/i);
  for (const format of ['md', 'txt', 'html', 'json', 'pdf']) {
    const reply = await fetch(client.fileUrl('letterFile', params, { format }));
    const body = Buffer.from(await reply.arrayBuffer());
    expect(reply.status).toBe(200);
    if (format === 'pdf') expect(body.subarray(0, 5).toString()).toBe('%PDF-');
    else expect(body.toString()).toMatch(/one decision wanted/i);
  }
  await state.switches.set(state.db, 1, { freeText: true, personLevel: false });
  const [story, ...others] = (await client.call('letter', { params })).parts;
  await state.switches.set(state.db, 1, { freeText: true, personLevel: true });
  expect(story?.text).toContain('switched that off');
  expect(others).toEqual(letter.parts.slice(1));
  const unknown = client.call('letter', { params: { week: '2026-10-19' } });
  await expect(unknown).rejects.toMatchObject({ status: 404 });
});

test('who was not there on Monday writes once when it starts, and then no more', async () => {
  await close();
  nowMs = at('2026-11-04T15:00Z');
  await open();
  const { nextMs } = await until(letters, (found) => found.letters.some(({ week }) => week === '2026-11-02'));
  expect(nextMs).toBe(at('2026-11-09T07:00Z'));
  expect(await idsOf('mail')).toHaveLength(4);
  await close();
  await open();
  await client.call('home');
  expect((await letters()).letters).toHaveLength(6);
  expect(await idsOf('mail')).toHaveLength(4);
});

test('the link in a letter ends it, but only when somebody says so', async () => {
  const mail = (await outbox()).find(({ id }) => id === 'letter-2026-11-02-workspace-mail-1');
  const leave = /http\S+\/l\/\S+/.exec((JSON.parse(mail?.message ?? '{}') as { text: string }).text)?.[0] ?? '';
  const path = new URL(leave).pathname;
  const asked = await fetch(`${serving.url}${path}`, { headers: { 'accept-language': 'he, de;q=0.5' } });
  const page = await asked.text();
  expect([asked.status, page.includes('<html lang="he" dir="rtl">'), page.includes('הפסקת המכתבים')]).toEqual([
    200,
    true,
    true,
  ]);
  expect((await letters()).subscriptions).toHaveLength(2);
  await fetch(`${serving.url}${path}`, { method: 'POST', body: new URLSearchParams() });
  expect((await letters()).subscriptions.map(({ address }) => address)).toEqual(['shop@example.org']);
  expect((await fetch(`${serving.url}/l/nothing`)).status).toBe(404);
});

describe('the card of a team', () => {
  const card = () => client.call('teamCard', { params: { team: 'Shop team' } });
  const say = async (text: string): Promise<number> => {
    const { pathname } = new URL((await card()).link);
    const body = new URLSearchParams({ text });
    return (await fetch(`${serving.url}${pathname}`, { method: 'POST', body })).status;
  };

  test('shows its steps and no group under five', async () => {
    const { touchpoints, qr } = await card();
    expect(touchpoints.map(({ title, got }) => [title, got])).toEqual([
      ['I look', '5 of 5 customers had it, none was hurt here.'],
      ['I pay', 'Fewer than five customers came here.'],
      ['It arrives', 'Fewer than five customers came here.'],
    ]);
    expect(qr).toMatch(/^<svg/);
    expect(await client.call('teamCards')).toEqual([{ team: 'Shop team', touchpoints: 3 }]);
    await expect(client.call('teamCard', { params: { team: 'Nobody' } })).rejects.toMatchObject({ status: 404 });
  });

  test('what colleagues say is shown by elevens, never ten, and never one more', async () => {
    const shown: number[] = [];
    for (let i = 1; i <= 22; i++) {
      expect(await say(`Answer ${i}, call 0034 600 123 456`)).toBe(200);
      shown.push((await card()).staff.answers.length);
    }
    expect(shown).toEqual([...Array(10).fill(0), ...Array(11).fill(11), 22]);
    expect((await card()).staff.answers.join()).not.toContain('600');
    expect(await say('  ')).toBe(400);
    expect(await say('The\0scanner')).toBe(200);
  }, 20_000);

  test('nothing kept of an answer says who or when, but the week', async () => {
    const rows = await state.db.selectFrom('staffAnswers').selectAll().execute();
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['batch', 'id', 'team', 'text', 'week', 'workspace']);
    expect(new Set(rows.map(({ week }) => week))).toEqual(new Set(['2026-11-02']));
    expect((await state.audit.list(state.db, 1, {})).some(({ thing }) => thing.includes('staff'))).toBe(false);
  });
});

test('Home tells what is new since the last visit', async () => {
  const first = await until(
    () => client.call('home'),
    ({ isCounting }) => !isCounting,
  );
  expect(first.seen).toEqual({ lastMs: null, hasNewData: true, isNew: true });
  expect(first.journeys.map(({ title, facts }) => [title, facts.length])).toEqual([['I order and it arrives', 5]]);
  await client.call('seenHome', { body: { changes: first.changes.map(({ id }) => id) } });
  expect((await client.call('home')).seen).toMatchObject({ lastMs: null, isNew: false });
  const before = nowMs;
  nowMs += 3_600_000;
  expect((await client.call('home')).seen).toEqual({ lastMs: before, hasNewData: false, isNew: true });
});
