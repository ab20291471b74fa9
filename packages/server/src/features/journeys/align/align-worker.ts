import { parentPort } from 'node:worker_threads';
import { type Aligner, Problem, prepareAligner } from '@continuo/core';
import type { AlignAnswer, AlignOrder } from './align-messages.ts';

/** Aligns batches; every failure becomes an answer, never an exception that ends the thread. It knows no store. */
function work(): void {
  const port = parentPort;
  if (port === null) return;
  let prepared: { readonly map: number; readonly order: AlignOrder & { type: 'map' }; aligner: Aligner | null } | null =
    null;
  port.on('message', (order: AlignOrder) => {
    if (order.type === 'map') {
      // Prepared with the first batch, which is what a failure can be told to.
      prepared = { map: order.map, order, aligner: null };
      return;
    }
    try {
      if (prepared?.map !== order.map) throw new Error(`batch of map ${order.map}, which was not told`);
      prepared.aligner ??= prepareAligner(prepared.order.tree, prepared.order.costs);
      const packed = prepared.aligner.align(order.batch, order.isOpen);
      const { costs, allExtra, from, count, moves } = packed;
      const answer: AlignAnswer = { type: 'aligned', packed };
      port.postMessage(answer, [
        costs.buffer,
        allExtra.buffer,
        from.buffer,
        count.buffer,
        moves.buffer,
      ] as ArrayBuffer[]);
    } catch (error) {
      port.postMessage(failure(error));
    }
  });
}

function failure(error: unknown): AlignAnswer {
  if (error instanceof Problem) {
    return { type: 'failed', code: error.code, message: error.message, details: error.details };
  }
  const what = error instanceof Error ? error.message : String(error);
  return { type: 'failed', code: 'internal', message: `Aligning failed (${what}). Nothing was kept.`, details: {} };
}

work();
