import { expect, test } from 'vitest';
import { AnswerMemory, type Depends, type Made } from './answer-memory.ts';

const BOUNDS = { count: 3, bytes: 4_000 };
const of = (key: string, era = 'a', workspace = 1): Depends => ({ workspace, era, key });
const cancelled = { code: 'engine.cancelled' };

/** A making that ends when it is told to, and stops as the engine does when its signal is aborted. */
function making(answer: unknown = {}): {
  readonly make: (signal: AbortSignal) => Promise<Made<unknown>>;
  readonly end: () => void;
  readonly signals: readonly AbortSignal[];
} {
  const signals: AbortSignal[] = [];
  const ends: (() => void)[] = [];
  return {
    make: (signal) =>
      new Promise((resolve, reject) => {
        signals.push(signal);
        ends.push(() => resolve({ answer, isLasting: true }));
        signal.addEventListener('abort', () => reject(Object.assign(new Error('stopped'), cancelled)));
      }),
    end: () => {
      for (const end of ends) end();
    },
    signals,
  };
}

const at = (memory: AnswerMemory, depends: Depends, answer: unknown, isLasting = true): Promise<unknown> =>
  memory.get(depends, undefined, async () => ({ answer, isLasting }));

test('what was answered is given again; another question, build or workspace is another answer', async () => {
  const memory = new AnswerMemory(BOUNDS);
  const first = { n: 1 };
  expect(await at(memory, of('q'), first)).toBe(first);
  expect(await at(memory, of('q'), { n: 2 })).toBe(first);
  for (const other of [of('r'), of('q', 'a', 2)]) expect(await at(memory, other, { n: 3 })).toEqual({ n: 3 });
  expect(await at(memory, of('q', 'b'), { n: 4 })).toEqual({ n: 4 });
  expect(await at(memory, of('q', 'a', 2), { n: 5 })).toEqual({ n: 3 });
});

test('of a workspace that was built anew nothing is remembered, not even in memory', async () => {
  const memory = new AnswerMemory(BOUNDS);
  await at(memory, of('q'), 'old');
  await at(memory, of('r'), 'old');
  await at(memory, of('q', 'b'), 'new');
  expect(memory.size.count).toBe(1);
  expect(await at(memory, of('q'), 'not the old one')).toBe('not the old one');
});

test('an answer that was under way while the build changed comes too late to be kept', async () => {
  const memory = new AnswerMemory(BOUNDS);
  const slow = making('old');
  const asked = memory.get(of('q'), undefined, slow.make);
  await at(memory, of('r', 'b'), 'new');
  slow.end();
  expect(await asked).toBe('old');
  expect(memory.size.count).toBe(1);
});

test('what may be a mixture, and what failed, is not kept', async () => {
  const memory = new AnswerMemory(BOUNDS);
  expect(await at(memory, of('q'), 'mixed', false)).toBe('mixed');
  await expect(memory.get(of('q'), undefined, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(memory.size).toEqual({ count: 0, bytes: 0 });
  expect(await at(memory, of('q'), 'whole')).toBe('whole');
});

test('who asks the same at once waits for the same making', async () => {
  const memory = new AnswerMemory(BOUNDS);
  const one = making({ n: 1 });
  const asked = [1, 2, 3].map(() => memory.get(of('q'), undefined, one.make));
  one.end();
  const [first, ...others] = await Promise.all(asked);
  expect(one.signals).toHaveLength(1);
  for (const other of others) expect(other).toBe(first);
});

test('who leaves stops the making only when nobody else waits', async () => {
  const memory = new AnswerMemory(BOUNDS);
  const one = making('answer');
  const [ana, ben] = [new AbortController(), new AbortController()];
  const asked = [ana, ben].map(({ signal }) => memory.get(of('q'), signal, one.make));
  ana.abort();
  await expect(asked[0]).rejects.toMatchObject(cancelled);
  expect(one.signals[0]?.aborted).toBe(false);
  one.end();
  expect(await asked[1]).toBe('answer');

  const two = making();
  const both = [new AbortController(), new AbortController()];
  const left = both.map(({ signal }) => memory.get(of('r'), signal, two.make));
  for (const controller of both) controller.abort();
  for (const one of left) await expect(one).rejects.toMatchObject(cancelled);
  expect(two.signals[0]?.aborted).toBe(true);
  expect(await at(memory, of('r'), 'made anew')).toBe('made anew');
  await expect(memory.get(of('q'), AbortSignal.abort(), one.make)).rejects.toMatchObject(cancelled);
});

test('who comes after the last has left begins anew', async () => {
  const memory = new AnswerMemory(BOUNDS);
  const [stopped, fresh] = [making('stopped'), making('fresh')];
  const ana = new AbortController();
  const left = memory.get(of('q'), ana.signal, stopped.make);
  ana.abort();
  const asked = memory.get(of('q'), undefined, fresh.make);
  await expect(left).rejects.toMatchObject(cancelled);
  fresh.end();
  expect(await asked).toBe('fresh');
});

test('no more is kept than may be; what was asked for longest ago goes first', async () => {
  const memory = new AnswerMemory(BOUNDS);
  for (const key of ['q', 'r', 's']) await at(memory, of(key), key);
  await at(memory, of('q'), 'again');
  await at(memory, of('t'), 't');
  expect(memory.size.count).toBe(3);
  expect(await at(memory, of('q'), 'again')).toBe('q');
  expect(await at(memory, of('r'), 'anew')).toBe('anew');

  const heavy = new AnswerMemory({ count: 300, bytes: 4_000 });
  for (let n = 0; n < 20; n += 1) {
    await at(heavy, of(`q${n}`), 'x'.repeat(900));
    expect(heavy.size.bytes).toBeLessThanOrEqual(4_000);
  }
  expect(heavy.size.count).toBe(4);
  await at(heavy, of('too much'), 'é'.repeat(600));
  expect(heavy.size.count).toBe(4);
});
