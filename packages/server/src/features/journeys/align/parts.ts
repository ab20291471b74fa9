import { type PackedAlignments, type SequenceBatch, sortedFromTheEnd } from '@continuo/core';

/** Sequences in a part: some 50 ms of work on a map of 30 steps, so that progress moves and requests can take turns. */
const PART_SIZE = 4_096;

/** A piece of a batch, in arrays of its own that can be handed to a thread. */
export interface Part {
  readonly batch: SequenceBatch;
  /** Which sequences of the whole batch these are. */
  readonly indices: Uint32Array;
}

/**
 * Cuts a batch into parts of at most 4,096 sequences. They are sorted by how they end, so those that share their work stay
 * together. An empty batch is one empty part.
 */
export function partsOf({ steps, starts }: SequenceBatch): Part[] {
  const order = sortedFromTheEnd({ steps, starts });
  const parts: Part[] = [];
  for (let at = 0; at === 0 || at < order.length; at += PART_SIZE) {
    const indices = order.slice(at, at + PART_SIZE);
    const own = new Uint32Array(indices.length + 1);
    for (const [k, index] of indices.entries()) {
      own[k + 1] = (own[k] as number) + (starts[index + 1] as number) - (starts[index] as number);
    }
    const touches = new Uint16Array(own[indices.length] as number);
    for (const [k, index] of indices.entries()) touches.set(steps.subarray(starts[index], starts[index + 1]), own[k]);
    parts.push({ batch: { steps: touches, starts: own }, indices });
  }
  return parts;
}

/** Puts the alignments of parts together, in the order of the whole batch of `n` sequences. */
export function joinPacked(
  done: readonly { readonly part: Part; readonly packed: PackedAlignments }[],
  n: number,
): PackedAlignments {
  const costs = new Uint32Array(n);
  const allExtra = new Uint32Array(n);
  const from = new Uint32Array(n);
  const count = new Uint32Array(n);
  const moves = new Uint32Array(done.reduce((sum, { packed }) => sum + packed.moves.length, 0));
  let length = 0;
  for (const { part, packed } of done) {
    moves.set(packed.moves, length);
    for (const [k, index] of part.indices.entries()) {
      costs[index] = packed.costs[k] as number;
      allExtra[index] = packed.allExtra[k] as number;
      from[index] = (packed.from[k] as number) + length;
      count[index] = packed.count[k] as number;
    }
    length += packed.moves.length;
  }
  return { cheapestRun: done[0]?.packed.cheapestRun ?? 0, costs, allExtra, from, count, moves };
}
