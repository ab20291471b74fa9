import { afterEach, expect, test } from 'vitest';
import { type Networks, parseNetworks } from './guard-address.ts';
import { type GuardedPost, type PostAnswer, postErrorText, postGuarded } from './post-guarded.ts';
import { receive, receiveRaw } from './test-receiver.ts';

const HERE = parseNetworks('127.0.0.0/8');
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const until = async <T extends { close(): Promise<void> }>(making: Promise<T>): Promise<T> => {
  const made = await making;
  closers.push(() => made.close());
  return made;
};

const post = (url: string, more: Partial<GuardedPost> = {}): Promise<PostAnswer> =>
  postGuarded({ url, headers: { 'webhook-id': 'm' }, body: '{"a":1}', allowed: HERE, deadlineMs: 400, ...more });

test('a receiver gets headers and body, and its answer comes back', async () => {
  const receiver = await until(receive((response) => response.writeHead(204).end()));
  expect(await post(receiver.url)).toEqual({ status: 204, retryAfter: null, bytesRead: 0 });
  expect(receiver.received).toMatchObject([{ headers: { 'webhook-id': 'm', 'content-length': '7' }, body: '{"a":1}' }]);
});

test('without the operator’s word nothing on this machine is reached, whatever it is called', async () => {
  const receiver = await until(receive((response) => response.end()));
  const { port } = new URL(receiver.url);
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '0.0.0.0', 'localhost'])
    for (const protocol of ['http', 'https'])
      await expect(post(`${protocol}://${host}:${port}/`, { allowed: [] })).rejects.toMatchObject({
        code: 'webhook.refused',
      });
  expect(receiver.received).toEqual([]);
});

test('a name is refused when one of its addresses leads inside', async () => {
  const answers = ['93.184.216.34', '10.0.0.5'];
  const refused = post('https://hooks.example/', { allowed: [], resolve: async () => answers });
  await expect(refused).rejects.toMatchObject({ code: 'webhook.refused' });
  await expect(post('https://hooks.example/', { resolve: async () => [] })).rejects.toThrow(/no address/);
  const mapped = post('https://hooks.example/', { allowed: [], resolve: async () => ['::ffff:127.0.0.1'] });
  await expect(mapped).rejects.toMatchObject({ code: 'webhook.refused' });
});

test('a resolver that answers otherwise the second time is never asked a second time', async () => {
  const receiver = await until(receive((response) => response.end('inside')));
  const { port } = new URL(receiver.url);
  let asked = 0;
  const resolve = async (): Promise<string[]> => {
    asked += 1;
    // Nobody listens at the first: were the name looked up again to connect, the receiver would hear of it.
    return asked === 1 ? ['127.0.0.2'] : ['127.0.0.1'];
  };
  await expect(post(`http://desk.intern:${port}/`, { resolve })).rejects.toThrow();
  expect(asked).toBe(1);
  expect(receiver.received).toEqual([]);
});

test('the peer is looked at before anything is sent', async () => {
  const heard: string[] = [];
  const raw = await until(receiveRaw((socket) => socket.on('data', (chunk) => heard.push(chunk.toString()))));
  const { port } = new URL(raw.url);
  // Networks that allow the address as long as names are resolved, and no longer once the connection stands.
  let looks = 0;
  const forgetful: Networks = Object.assign([...HERE], {
    *[Symbol.iterator]() {
      looks += 1;
      if (looks === 1) yield* HERE;
    },
  });
  const attempt = post(`http://desk.intern:${port}/`, { allowed: forgetful, resolve: async () => ['127.0.0.1'] });
  await expect(attempt).rejects.toMatchObject({ code: 'webhook.refused' });
  expect(looks).toBe(2);
  expect(heard).toEqual([]);
});

test('a redirect is an answer, not a way', async () => {
  const inner = await until(receive((response) => response.end('inside')));
  const outer = await until(receive((response) => response.writeHead(301, { location: inner.url }).end()));
  expect(await post(outer.url)).toMatchObject({ status: 301 });
  expect(inner.received).toEqual([]);
});

test('proxies of the environment are not used', async () => {
  const proxy = await until(receive((response) => response.end()));
  const receiver = await until(receive((response) => response.end()));
  const before = process.env.http_proxy;
  process.env.http_proxy = proxy.url;
  try {
    await post(receiver.url);
  } finally {
    if (before === undefined) delete process.env.http_proxy;
    else process.env.http_proxy = before;
  }
  expect([proxy.received.length, receiver.received.length]).toEqual([0, 1]);
});

test('what hangs is left at the deadline', async () => {
  const silent = await until(receiveRaw(() => {}));
  const began = performance.now();
  await expect(post(silent.url)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  await expect(post(silent.url.replace('http:', 'https:'))).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  const dns = post('https://slow.example/', { allowed: [], resolve: () => new Promise(() => {}) });
  await expect(dns).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(performance.now() - began).toBeLessThan(5000);
});

test('headers that drip end at the deadline; a body that drips or never ends has answered already', async () => {
  const drip = await until(
    receiveRaw((socket) => {
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
      socket.write('HTTP/1.1 200 OK\r\nx-drip: ');
    }),
  );
  await expect(post(drip.url)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  const slowBody = await until(receive((response) => response.writeHead(200).write('x')));
  expect(await post(slowBody.url)).toMatchObject({ status: 200, bytesRead: 1 });
  const endless = await until(
    receive((response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(16_384)));
      };
      response.on('drain', more);
      more();
    }),
  );
  expect(await post(endless.url, { deadlineMs: 15_000 })).toMatchObject({ status: 200, bytesRead: 65_536 });
});

test('a broken connection says so in words, without those of the other side', async () => {
  const rude = await until(receiveRaw((socket) => socket.once('data', () => socket.resetAndDestroy())));
  const babble = await until(receiveRaw((socket) => socket.end('SECRET of the inside\r\n')));
  const texts = await Promise.all(
    [rude.url, babble.url, 'http://127.0.0.1:9/'].map((url) => post(url).catch(postErrorText)),
  );
  expect(texts).toEqual([
    'It closed the connection without an answer.',
    'The connection broke.',
    'Nobody listens at this address.',
  ]);
});
