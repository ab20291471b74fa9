import { expect, test } from 'vitest';
import { createRunning, runStoppable } from './running.ts';

test('a stop is repeated until the statement ends, and ends with engine.cancelled', async () => {
  const controller = new AbortController();
  let stops = 0;
  let end: (error: Error) => void = () => {};
  const statement = new Promise<string>((_, reject) => {
    end = reject;
  });
  // The first two kills come before the engine knows the statement.
  const stop = async (): Promise<void> => {
    stops += 1;
    if (stops === 3) end(new Error('killed'));
  };
  const outcome = runStoppable(() => statement, stop, controller.signal).catch((error: unknown) => error);
  controller.abort();
  expect(await outcome).toMatchObject({ code: 'engine.cancelled' });
  expect(stops).toBe(3);
});

test('an answer that comes with the abort is not given out', async () => {
  const controller = new AbortController();
  const start = (): Promise<string> => {
    controller.abort();
    return Promise.resolve('answer');
  };
  const outcome = runStoppable(start, () => Promise.resolve(), controller.signal);
  await expect(outcome).rejects.toMatchObject({ code: 'engine.cancelled' });
});

test('a statement that fails by itself fails with its own error and is not stopped', async () => {
  const stop = (): Promise<void> => Promise.reject(new Error('must not be called'));
  const outcome = runStoppable(() => Promise.reject(new Error('its own')), stop, new AbortController().signal);
  await expect(outcome).rejects.toThrow('its own');
});

test('cancel ends all of one id, waits for them, and ignores ids that are not there', async () => {
  const running = createRunning();
  const untilAborted = (signal: AbortSignal): Promise<string> =>
    new Promise((resolve) => signal.addEventListener('abort', () => setImmediate(() => resolve('stopped'))));
  const outside = new AbortController();
  const ends: string[] = [];
  const [first, second, other] = ['a', 'a', 'b'].map((id) =>
    running.track(id, outside.signal, untilAborted).then(() => ends.push(id)),
  );
  await running.cancel('nobody');
  await running.cancel('a');
  expect(ends).toEqual(['a', 'a']);
  outside.abort();
  await Promise.all([first, second, other]);
  expect(ends).toEqual(['a', 'a', 'b']);
});
