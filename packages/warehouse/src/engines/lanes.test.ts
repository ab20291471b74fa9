import { Problem } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { createLanes } from './lanes.ts';

/** Work that ends when it is told to. */
function work() {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  test('run one piece of work each, first come first served', async () => {
    const lanes = createLanes(['a', 'b']);
    const pieces = Array.from({ length: 5 }, work);
    const begun: string[] = [];
    const all = pieces.map(({ ended }, i) =>
      lanes.use(async (lane) => {
        begun.push(`${i}${lane}`);
        await ended;
      }),
    );
    await settled();
    expect(begun).toEqual(['0a', '1b']);
    pieces[1]?.end();
    await settled();
    expect(begun).toEqual(['0a', '1b', '2b']);
    pieces[2]?.end();
    pieces[0]?.end();
    await settled();
    expect(begun).toEqual(['0a', '1b', '2b', '3b', '4a']);
    for (const { end } of pieces) end();
    await Promise.all(all);
  });

  test('give the lane back also when the work fails', async () => {
    const lanes = createLanes(['only']);
    await expect(lanes.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(lanes.use((lane) => Promise.resolve(lane))).resolves.toBe('only');
  });

  test('let who waits leave, without taking a lane', async () => {
    const lanes = createLanes(['only']);
    const first = work();
    const controller = new AbortController();
    const running = lanes.use(() => first.ended);
    const left = lanes.use(() => Promise.resolve('ran'), controller.signal).catch((error: unknown) => error);
    const stayed = lanes.use(() => Promise.resolve('ran'));
    controller.abort();
    expect(await left).toMatchObject({ code: 'engine.cancelled' });
    first.end();
    expect(await stayed).toBe('ran');
    await running;
    await expect(lanes.use(() => Promise.resolve(), AbortSignal.abort())).rejects.toMatchObject({
      code: 'engine.cancelled',
    });
  });

  test('refuse who comes when too many wait', async () => {
    const lanes = createLanes(['only'], { maxWaiting: 1 });
    const first = work();
    const all = [lanes.use(() => first.ended), lanes.use(() => Promise.resolve())];
    await expect(lanes.use(() => Promise.resolve())).rejects.toMatchObject({ code: 'engine.overloaded' });
    first.end();
    await Promise.all(all);
    await expect(lanes.use(() => Promise.resolve('again'))).resolves.toBe('again');
  });

  test('close waits for those who run and wait, and refuses others', async () => {
    const lanes = createLanes(['only']);
    const [first, second] = [work(), work()];
    const order: string[] = [];
    const all = [first, second].map(({ ended }, i) => lanes.use(() => ended.then(() => void order.push(`${i}`))));
    const closing = lanes.close().then(() => order.push('closed'));
    await expect(lanes.use(() => Promise.resolve())).rejects.toBeInstanceOf(Problem);
    first.end();
    await settled();
    second.end();
    await Promise.all([...all, closing]);
    expect(order).toEqual(['0', '1', 'closed']);
    await expect(lanes.close()).resolves.toBeUndefined();
  });
});
