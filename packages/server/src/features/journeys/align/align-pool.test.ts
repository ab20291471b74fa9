import { spawnSync } from 'node:child_process';
import { alignSequences, batchOf, type ProcessTree, unpackAlignments } from '@continuo/core';
import { afterAll, expect, test, vi } from 'vitest';
import { AlignPool } from './align-pool.ts';

// From sources a thread first compiles what it needs: a second on an idle machine, more on a busy one.
vi.setConfig({ testTimeout: 30_000 });

const pool = new AlignPool(2);
afterAll(() => pool.close());

const step = (number: number): ProcessTree => ({ kind: 'step', step: number });
const map: ProcessTree = {
  kind: 'sequence',
  children: [step(1), { kind: 'any-order', children: [step(2), step(3)] }, step(4), step(5)],
};
/** 9,000 sequences, which are three parts; 0 is not on the map, 6 not of this map. */
const sequences = Array.from({ length: 9_000 }, (_, n) => [n % 7, (n >> 2) % 5, (n >> 4) % 6, (n >> 6) % 6, 5]);

test('many parts, in the order of the batch, as one thread alone would align them', async () => {
  const told: number[] = [];
  const request = { tree: map, costs: { skip: new Map([[4, 2]]) }, batch: batchOf(sequences) };
  const [ended, open] = await Promise.all([
    pool.align({ ...request, isOpen: false, onProgress: (done, all) => told.push(done / all) }),
    pool.align({ ...request, isOpen: true }),
  ]);
  const every = <T>(all: readonly T[]): T[] => all.filter((_, n) => n % 13 === 0);
  expect(every(unpackAlignments(ended))).toEqual(every(alignSequences(map, request.costs, sequences)));
  const alone = alignSequences(map, request.costs, sequences, { isOpen: true });
  expect(every(unpackAlignments(open))).toEqual(every(alone));
  expect(told).toHaveLength(3);
  expect(told.at(-1)).toBe(1);
});

test('an empty batch', async () => {
  const { costs, moves } = await pool.align({ tree: map, costs: {}, batch: batchOf([]), isOpen: false });
  expect([costs.length, moves.length]).toEqual([0, 0]);
});

test('what is wrong with the map comes back as the problem it is, and the threads go on', async () => {
  const tree: ProcessTree = { kind: 'sequence', children: [] };
  const failed = pool.align({ tree, costs: {}, batch: batchOf([[1]]), isOpen: false });
  await expect(failed).rejects.toMatchObject({ code: 'input.invalid' });
  const after = await pool.align({ tree: step(1), costs: {}, batch: batchOf([[1]]), isOpen: false });
  expect([...after.costs]).toEqual([0]);
});

test('aborting rejects with the reason, and the pool goes on', async () => {
  const controller = new AbortController();
  const stopped = pool.align({
    tree: map,
    costs: {},
    batch: batchOf(sequences),
    isOpen: false,
    signal: controller.signal,
  });
  controller.abort(new Error('not needed any more'));
  await expect(stopped).rejects.toThrow('not needed any more');
  await expect(
    pool.align({ tree: map, costs: {}, batch: batchOf([]), isOpen: false, signal: controller.signal }),
  ).rejects.toThrow('not needed any more');
  const after = await pool.align({ tree: step(1), costs: {}, batch: batchOf([[2]]), isOpen: false });
  expect([...after.costs]).toEqual([2]);
});

test('a closed pool takes nothing more', async () => {
  const other = new AlignPool(1);
  const waiting = other.align({ tree: map, costs: {}, batch: batchOf(sequences), isOpen: false });
  const over = expect(waiting).rejects.toMatchObject({ code: 'internal' });
  await other.close();
  await over;
  await expect(other.align({ tree: map, costs: {}, batch: batchOf([]), isOpen: false })).rejects.toMatchObject({
    code: 'internal',
  });
});

test('idle threads do not keep a process alive, working ones do', () => {
  const pool = JSON.stringify(new URL('./align-pool.ts', import.meta.url).href);
  const code = `
    const { AlignPool } = await import(${pool});
    const batch = { steps: Uint16Array.of(1, 2), starts: Uint32Array.of(0, 2) };
    const { costs } = await new AlignPool(1).align({ tree: { kind: 'step', step: 1 }, costs: {}, batch, isOpen: false });
    console.log(costs[0]);`;
  const flags = ['--conditions=@continuo/source', '--import', 'tsx', '--input-type=module', '-e', code];
  const { status, stdout } = spawnSync(process.execPath, flags, { timeout: 25_000, encoding: 'utf8' });
  expect([status, stdout.trim()]).toEqual([0, '1']);
});
