import { createHmac } from 'node:crypto';
import type { Webhook, WebhookDelivery } from '@continuo/contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Received, type Receiver, receive } from '../src/platform/test-receiver.ts';
import { type Ask, type House, type Reply, startHouse } from './house.ts';

let house: House;
let receiver: Receiver;
let answer = 200;
beforeAll(async () => {
  house = await startHouse();
  receiver = await receive((response) => response.writeHead(answer).end('whatever it says'));
}, 60_000);
afterAll(async () => {
  await receiver?.close();
  await house?.close();
});
afterEach(() => {
  answer = 200;
});

const call = (path: string, method = 'GET', body?: unknown): Promise<Reply> =>
  house.as.admin.call(path, { method, ...(body === undefined ? {} : { body }) } as Ask);
const made = async (): Promise<Webhook & { secret: string }> =>
  (await call('/webhooks', 'POST', { url: receiver.url, note: 'desk', types: ['letter.ready'] })).body as never;
const isGenuine = ({ headers, body }: Received, secret: string): boolean => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const wanted = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(wanted);
};
const lastReceived = (): Received => receiver.received.at(-1) as Received;

test('a secret is shown when it is made and never again, in no list and no log of changes', async () => {
  const { id, secret } = await made();
  expect(secret).toMatch(/^whsec_/);
  for (const path of ['/webhooks', `/webhooks/${id}/deliveries`, '/audit', '/privacy'])
    expect((await call(path)).text).not.toContain('whsec_');
});

test('a test arrives signed, says how it went, and stands in the list of deliveries', async () => {
  const { id, secret } = await made();
  const { body } = await call(`/webhooks/${id}/test`, 'POST', {});
  expect(body).toMatchObject({ type: 'webhook.test', status: 'sent', attempts: 1, answer: 200, nextMs: null });
  expect(isGenuine(lastReceived(), secret)).toBe(true);
  const rotated = (await call(`/webhooks/${id}/rotate`, 'POST', {})).body as { secret: string };
  await call(`/webhooks/${id}/test`, 'POST', {});
  expect([isGenuine(lastReceived(), secret), isGenuine(lastReceived(), rotated.secret)]).toEqual([true, true]);
  const deliveries = JSON.parse((await call(`/webhooks/${id}/deliveries`)).text) as WebhookDelivery[];
  expect(deliveries.map(({ status }) => status)).toEqual(['sent', 'sent']);
  await call(`/webhooks/${id}`, 'DELETE');
  expect((await call(`/webhooks/${id}/deliveries`)).status).toBe(404);
});

test('what was given up is sent again under the same id, and no words of the receiver are shown', async () => {
  answer = 410;
  const { id } = await made();
  const { body: gone, text } = await call(`/webhooks/${id}/test`, 'POST', {});
  expect(gone).toMatchObject({ status: 'gave_up', answer: 410 });
  expect(text).not.toContain('whatever');
  const listed = JSON.parse((await call('/webhooks')).text) as Webhook[];
  expect(listed.find((one) => one.id === id)).toMatchObject({ status: 'gone' });
  const first = lastReceived().headers['webhook-id'];
  answer = 200;
  const path = `/webhooks/${id}/deliveries/${gone.id}/again`;
  expect((await call(path, 'POST', {})).body).toMatchObject({ status: 'sent' });
  expect(lastReceived().headers['webhook-id']).toBe(first);
  for (const unknown of [path, `/webhooks/${id}/deliveries/no-such/again`])
    expect((await call(unknown, 'POST', {})).body).toMatchObject({ code: 'webhook.unknown' });
  expect((await call(`/webhooks/${id}`, 'PATCH', { isOn: true })).body).toMatchObject({ status: 'on' });
});

test('what happens reaches those who want it', async () => {
  const { id } = await made();
  const { state, own } = house;
  const happening = { workspace: own, type: 'letter.ready', payload: { letter: 1 }, nowMs: Date.now() };
  expect(await state.webhooks.announce(state.db, { ...happening, id: 'letter-1' })).toBeGreaterThan(0);
  for (;;) {
    const [delivery] = JSON.parse((await call(`/webhooks/${id}/deliveries`)).text) as WebhookDelivery[];
    if (delivery?.status === 'sent') break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(JSON.parse(lastReceived().body)).toMatchObject({ type: 'letter.ready', data: { letter: 1 } });
});

test('addresses inside that the operator did not allow are refused, and so is http across the Internet', async () => {
  for (const url of ['https://10.0.0.1/', 'https://0xa000001/', 'http://8.8.8.8/', 'https://8.8.8.8:22/', 'x'])
    expect((await call('/webhooks', 'POST', { url, types: ['letter.ready'] })).body).toMatchObject({
      code: 'webhook.refused',
      status: 422,
    });
  const { id } = await made();
  expect((await call(`/webhooks/${id}`, 'PATCH', { url: 'https://[::1]/' })).body).toMatchObject({
    code: 'webhook.refused',
  });
});

test('without a mail server e-mails are kept, and the page says so', async () => {
  const { state, own } = house;
  const message = { kind: 'mail', to: 'ann@example.net', subject: 'a', text: 'b' } as const;
  await state.outbox.put(state.db, { workspace: own, id: 'to-ann', message, nowMs: Date.now() });
  const mail = await call('/mail');
  expect(mail.body).toEqual({ isSet: false, waiting: 1, sent: 0, gaveUp: 0, lastError: null });
  expect(mail.text).not.toContain('ann@');
});
