// Aligns runs to maps as the server does, in threads.
import { readFileSync } from 'node:fs';
import { batchOf, prepareAligner } from '@continuo/core';
import { Numbers, readTree } from '../../packages/core/src/alignment/test-kit/tree-notation.ts';
import { AlignPool } from '../../packages/server/src/features/journeys/align/align-pool.ts';
import { MAP, makeRoutes, type Routes } from '../world/route-world.ts';
import { serveTasks } from './serve-tasks.ts';

interface ReceiptCases {
  readonly variants: readonly (readonly [readonly string[], number])[];
  readonly models: Readonly<
    Record<string, { readonly tree: string; readonly res: Readonly<Record<string, { readonly cost: number }>> }>
  >;
}

let receipt: ReceiptCases;
let routes: Routes;
let pool: AlignPool;

serveTasks({
  openReceipt: async ({ file }: { file: string }) => {
    receipt = JSON.parse(readFileSync(file, 'utf8')) as ReceiptCases;
  },
  /** All 116 routes on one map, from the tree to the moves; answers how many costs differ from pm4py's. */
  receipt: async ({ model }: { model: string }) => {
    const { tree, res } = receipt.models[model] as ReceiptCases['models'][string];
    const numbers = new Numbers();
    const map = readTree(tree, numbers);
    const sequences = receipt.variants.map(([names]) => names.map((name) => numbers.of(name)));
    const { costs } = prepareAligner(map, { isClosed: true }).align(batchOf(sequences), false);
    return { differ: receipt.variants.filter(([names], n) => res[names.join('|')]?.cost !== costs[n]).length };
  },
  openRuns: async ({ runs, kinds, threads }: { runs: number; kinds: number; threads: number }) => {
    routes = makeRoutes(runs, kinds, 20_261_126);
    pool = new AlignPool(threads);
    // Threads from sources compile what they need first; a server does that once in its life.
    const few = routes.distinct.slice(0, 10_000);
    await pool.align({ tree: MAP, costs: {}, batch: batchOf(few), isOpen: false });
  },
  /** From runs, one sequence each, to the weighted sum of all costs: put together by sequence, aligned once each. */
  runs: async () => {
    const places = new Map<string, number>();
    const sequences: Uint16Array[] = [];
    const counts: number[] = [];
    for (const kind of routes.runs) {
      const sequence = routes.distinct[kind] as Uint16Array;
      const key = String.fromCharCode(...sequence);
      const place = places.get(key);
      if (place === undefined) {
        places.set(key, sequences.length);
        sequences.push(sequence);
        counts.push(1);
      } else counts[place] = (counts[place] as number) + 1;
    }
    const packed = await pool.align({ tree: MAP, costs: {}, batch: batchOf(sequences), isOpen: false });
    let cost = 0;
    for (const [n, count] of counts.entries()) cost += count * (packed.costs[n] as number);
    return { runs: routes.runs.length, kinds: sequences.length, moves: packed.moves.length, cost };
  },
  close: async () => pool.close(),
});
