import type { LiveMessage } from '@continuo/contract';
import type { Edit } from '@continuo/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOrders, ready, shopMap } from './journey-shop.ts';
import { type Running, startRunning } from './running.ts';

let server: Running;
let isOpen = true;
beforeAll(async () => {
  server = await startRunning();
  await importOrders(server.client);
}, 120_000);
afterAll(async () => {
  if (isOpen) await server?.close();
});

/** Listens to a journey as a page does; `next` waits for the next message of a kind. */
async function listen(key: string, query = '') {
  const controller = new AbortController();
  const reply = await fetch(`${server.url}/api/v1/journeys/${key}/live${query}`, { signal: controller.signal });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const reader = (reply.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  const messages: LiveMessage[] = [];
  let text = '';
  const next = async <Kind extends LiveMessage['kind']>(kind: Kind): Promise<Extract<LiveMessage, { kind: Kind }>> => {
    for (;;) {
      const at = messages.findIndex((message) => message.kind === kind);
      if (at >= 0) return messages.splice(0, at + 1)[at] as Extract<LiveMessage, { kind: Kind }>;
      const { value, done } = await reader.read();
      if (done) throw new Error(`the stream ended before ${kind}`);
      text += value;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) messages.push(JSON.parse(data));
      }
    }
  };
  const ended = async (): Promise<boolean> => {
    for (;;) if ((await reader.read()).done) return true;
  };
  return { next, ended, leave: () => controller.abort() };
}

const title = (value: string): Edit => ({ kind: 'set-journey', field: 'title', value });

test('who looks at a map hears of edits, of others, of versions and of their numbers', async () => {
  const { client } = server;
  const params = { key: 'live' };
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap('live') } });
  const ana = await listen('live');
  expect(await ana.next('hello')).toEqual({ kind: 'hello', seq: 0, present: [] });

  const see = (who: string, at: string | null, isLeaving = false) =>
    client.call('presence', { params, body: { client: who, at, isLeaving } });
  await see('ana', null);
  expect((await ana.next('presence')).present).toMatchObject([{ client: 'ana', at: null }]);
  await see('ben', 'pay');
  expect((await ana.next('presence')).present.map((one) => [one.client, one.at])).toEqual([
    ['ana', null],
    ['ben', 'pay'],
  ]);
  expect(await see('ben', null, true)).toHaveLength(1);

  await client.call('editJourney', { params, body: { client: 'ben', seq: 0, edits: [title('A'), title('B')] } });
  const { edits } = await ana.next('edits');
  expect(edits.map(({ seq, client: who, edit }) => [seq, who, edit])).toEqual([
    [1, 'ben', title('A')],
    [2, 'ben', title('B')],
  ]);

  await client.call('publishJourney', { params, body: {} });
  expect(await ana.next('published')).toEqual({ kind: 'published', version: 1 });
  for (;;) {
    const { judging, judgedBy } = await ana.next('judging');
    expect(judgedBy).toBe('in-force');
    if (judging.isReady) break;
  }

  // Somebody whose line was lost reads on from what they saw last.
  const late = await listen('live', '?since=1');
  expect((await late.next('hello')).seq).toBe(1);
  expect((await late.next('edits')).edits.map(({ seq }) => seq)).toEqual([2]);
  await client.call('removeJourney', { params });
  await ana.next('removed');
  ana.leave();
  late.leave();
}, 120_000);

test('a judging can be stopped, and begun again', async () => {
  const { client } = server;
  const params = { key: 'stop' };
  await client.call('makeJourney', { body: { from: 'contract', contract: shopMap('stop') } });
  await client.call('judgeJourney', { params, body: { judgedBy: 'draft' } });
  const stopped = await client.call('cancelJudging', { params, body: { judgedBy: 'draft' } });
  expect(stopped.progress).toBeNull();
  expect((await ready(client, 'stop', 'draft')).isReady).toBe(true);
  await expect(client.call('judgeJourney', { params, body: { judgedBy: 7 } })).rejects.toMatchObject({
    details: { code: 'journey.unknown' },
  });
}, 120_000);

test('a listener of an unknown journey is refused, and closing the server ends the streams', async () => {
  const { status } = await fetch(`${server.url}/api/v1/journeys/none/live`);
  expect(status).toBe(404);
  await server.client.call('makeJourney', { body: { from: 'blank', title: 'x', key: 'x' } });
  const listener = await listen('x');
  await listener.next('hello');
  isOpen = false;
  const [isEnded] = await Promise.all([listener.ended(), server.close()]);
  expect(isEnded).toBe(true);
}, 120_000);
