import { createHmac } from 'node:crypto';
import { openState, type State } from '@continuo/state';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseNetworks } from './guard-address.ts';
import { openLog } from './log.ts';
import { Outbox } from './outbox.ts';
import { openSeal, type Seal } from './seal.ts';
import { temporaryFolder } from './test-folder.ts';
import { type Received, receive, receiveRaw } from './test-receiver.ts';
import { signedHeaders, TEST_TYPE, webhookSender } from './webhook.ts';
import { newWebhookSecret } from './webhook-secret.ts';

const START_MS = Date.UTC(2026, 9, 5, 8);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let nowMs = START_MS;
let state: State;
let seal: Seal;
let outbox: Outbox;
let workspace: number;
const closers: (() => Promise<unknown> | unknown)[] = [];

beforeEach(async () => {
  nowMs = START_MS;
  const { folder, remove } = temporaryFolder();
  state = await openState(`sqlite:${folder}/state.sqlite`);
  ({ id: workspace } = await state.workspaces.ensureDefault(state.db, { name: 'Mine', timeZone: 'UTC' }));
  const clock = { now: () => nowMs };
  const allowed = parseNetworks('127.0.0.0/8');
  seal = openSeal(`${folder}/secrets.key`);
  const webhook = webhookSender({ state, clock, seal, allowed, deadlineMs: 700 });
  outbox = new Outbox({ state, clock, log: openLog('silent'), folder }, { webhook });
  closers.push(
    remove,
    () => state.close(),
    () => outbox.close(),
  );
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function until<T extends { close(): Promise<void> }>(making: Promise<T>): Promise<T> {
  const made = await making;
  closers.push(() => made.close());
  return made;
}

async function endpointAt(url: string): Promise<{ id: number; secret: string }> {
  const fields = { workspace, url, note: '', types: ['letter.ready'], createdMs: nowMs };
  const { secret, kept } = newWebhookSecret(seal);
  const { id } = await state.webhooks.create(state.db, { ...fields, secret: kept });
  return { id, secret };
}

const announce = (id: string): Promise<number> =>
  state.webhooks.announce(state.db, { workspace, id, type: 'letter.ready', payload: { letter: 7 }, nowMs });

/** What a receiver does, by the text of the standard: raw body, its own secret, five minutes of tolerance. */
function isGenuine({ headers, body }: Received, secret: string, atMs: number): boolean {
  const seconds = Number(headers['webhook-timestamp']);
  if (Math.abs(atMs / 1000 - seconds) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const wanted = createHmac('sha256', key).update(`${headers['webhook-id']}.${seconds}.${body}`).digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${wanted}`);
}

test('signs as the published example of the standard', () => {
  const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
  const headers = signedHeaders(id, 1_614_265_330, '{"test": 2432232314}', ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('a receiver can check what it got, with the new secret and with the older one while both count', async () => {
  const receiver = await until(receive((response) => response.end()));
  const { id, secret } = await endpointAt(receiver.url);
  const { secret: next, kept } = newWebhookSecret(seal);
  await state.webhooks.rotate(state.db, { workspace, id }, kept, nowMs + HOUR);
  await announce('letter-7');
  await outbox.sendDue();
  const [got] = receiver.received;
  if (got === undefined) throw new Error('it arrived');
  expect(JSON.parse(got.body)).toEqual({
    type: 'letter.ready',
    timestamp: '2026-10-05T08:00:00.000Z',
    data: { letter: 7 },
  });
  expect(isGenuine(got, next, nowMs)).toBe(true);
  expect(isGenuine(got, secret, nowMs)).toBe(true);
  expect(isGenuine({ ...got, body: got.body.replace('7', '8') }, next, nowMs)).toBe(false);
  expect(isGenuine(got, `whsec_${Buffer.from('another').toString('base64')}`, nowMs)).toBe(false);
  expect(isGenuine(got, next, nowMs + 6 * MINUTE)).toBe(false);
  nowMs += HOUR;
  await announce('letter-8');
  await outbox.sendDue();
  const [, later] = receiver.received;
  expect(later && [isGenuine(later, next, nowMs), isGenuine(later, secret, nowMs)]).toEqual([true, false]);
});

test('repeats come after 5 s, 5 min, 30 min and so on, always under one id, and end visibly', async () => {
  const receiver = await until(receive((response) => response.writeHead(500).end()));
  await endpointAt(receiver.url);
  await announce('letter-7');
  const waits: number[] = [];
  for (;;) {
    await outbox.sendDue();
    const [delivery] = await state.outbox.list(state.db, { workspace, kind: 'webhook', most: 1 });
    if (delivery?.status !== 'waiting') break;
    waits.push(delivery.dueMs - nowMs);
    nowMs = delivery.dueMs - 1;
    expect(await outbox.sendDue()).toBe(0);
    nowMs = delivery.dueMs;
  }
  expect(waits.map((ms) => ms / 1000)).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  expect(receiver.received).toHaveLength(10);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const [delivery] = await state.outbox.list(state.db, { workspace, kind: 'webhook', most: 1 });
  expect(delivery).toMatchObject({ status: 'gave_up', attempts: 10, answer: 500, error: 'It answered 500.' });
});

test.each([
  [429, '120', 120_000],
  [503, '2', 5000],
  [503, new Date(START_MS + HOUR).toUTCString(), HOUR],
  [503, 'soon', 5000],
  [503, '99999999', 24 * HOUR],
])('%i with Retry-After %s waits at least so long', async (status, retryAfter, waitMs) => {
  const receiver = await until(receive((response) => response.writeHead(status, { 'retry-after': retryAfter }).end()));
  await endpointAt(receiver.url);
  await announce('letter-7');
  await outbox.sendDue();
  const [delivery] = await state.outbox.list(state.db, { workspace, kind: 'webhook', most: 1 });
  expect(delivery).toMatchObject({ status: 'waiting', dueMs: nowMs + waitMs, answer: status });
});

test('410 turns the endpoint off, and the audit log says so', async () => {
  const receiver = await until(receive((response) => response.writeHead(410).end()));
  const { id } = await endpointAt(receiver.url);
  await announce('letter-7');
  await outbox.sendDue();
  expect(await state.webhooks.get(state.db, workspace, id)).toMatchObject({ status: 'gone' });
  expect(await announce('letter-8')).toBe(0);
  const entries = await state.audit.list(state.db, workspace, {});
  expect(entries.slice(0, 1)).toMatchObject([{ actor: 'system', action: 'webhook.gone', thing: `webhook ${id}` }]);
});

test('one that is off gets nothing but a test; what waited for it is given up', async () => {
  const receiver = await until(receive((response) => response.end()));
  const { id: endpoint } = await endpointAt(receiver.url);
  await announce('letter-7');
  await state.webhooks.update(state.db, workspace, endpoint, { status: 'off' });
  const message = { kind: 'webhook', endpoint, type: TEST_TYPE, payload: {} } as const;
  await state.outbox.put(state.db, { workspace, id: 'test', message, nowMs });
  await outbox.sendDue();
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual([TEST_TYPE]);
  expect(await state.outbox.count(state.db, workspace, 'webhook')).toEqual({ waiting: 0, sent: 1, gave_up: 1 });
});

test('a name that leads inside, and one that redirects, are not followed and say why', async () => {
  const inner = await until(receive((response) => response.end()));
  const outer = await until(receive((response) => response.writeHead(302, { location: inner.url }).end()));
  await endpointAt(outer.url);
  await endpointAt('https://10.0.0.1/');
  await announce('letter-7');
  await outbox.sendDue();
  const errors = (await state.outbox.list(state.db, { workspace, kind: 'webhook', most: 9 })).map(({ error }) => error);
  expect(errors.sort()).toEqual([
    'It sent us elsewhere (302); redirects are not followed. Set the final address.',
    'This address leads to a private network or to this machine. The operator can allow it with CONTINUO_WEBHOOK_ALLOW.',
  ]);
  expect(inner.received).toEqual([]);
});

test('an endpoint that hangs delays only itself', async () => {
  const silent = await until(receiveRaw(() => {}));
  const quick = await until(receive((response) => response.end()));
  await endpointAt(silent.url);
  for (let n = 0; n < 20; n += 1) await announce(`slow-${n}`);
  await state.webhooks.update(state.db, workspace, 1, { status: 'off' });
  await endpointAt(quick.url);
  for (let n = 0; n < 20; n += 1) await announce(`quick-${n}`);
  await state.webhooks.update(state.db, workspace, 1, { status: 'on' });
  // With the usual patience of 15 s: the quick ones are through before the first attempt at the silent one ends.
  const webhook = webhookSender({ state, seal, clock: { now: () => nowMs }, allowed: parseNetworks('127.0.0.0/8') });
  const patient = new Outbox({ state, clock: { now: () => nowMs }, log: openLog('silent'), folder: 'x' }, { webhook });
  await patient.start();
  const sentOf = async (endpoint: number): Promise<number> =>
    (await state.outbox.list(state.db, { workspace, kind: 'webhook', endpoint, most: 99 })).filter(
      ({ attempts }) => attempts > 0,
    ).length;
  while ((await sentOf(2)) < 20) await new Promise((resolve) => setImmediate(resolve));
  expect(await sentOf(1)).toBe(0);
  expect(quick.received).toHaveLength(20);
  const closing = patient.close();
  await silent.close();
  await closing;
  // Two attempts were under way, no more.
  expect(await sentOf(1)).toBe(2);
});
