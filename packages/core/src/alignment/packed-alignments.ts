import { type Alignment, fitnessOf, type Move } from './alignment.ts';
import type { SequenceBatch } from './sequence-batch.ts';

/** Kinds of moves as they are packed: the kind × 65,536 + the step number. */
export const SYNC = 0;
export const EXTRA = 0x1_0000;
export const SKIP = 0x2_0000;

/** Alignments of a batch in five arrays: 4 bytes a move instead of an object, and nothing to copy between workers. */
export interface PackedAlignments {
  /** Cost of the cheapest way through the whole map without any touch; 0 for runs under way. */
  readonly cheapestRun: number;
  readonly costs: Uint32Array;
  readonly allExtra: Uint32Array;
  /** Moves of sequence i are `moves[from[i]]` … `moves[from[i] + count[i] − 1]`. */
  readonly from: Uint32Array;
  readonly count: Uint32Array;
  /** Kind and step. Which touch a sync or extra move belongs to follows from the order: each takes the next one. */
  readonly moves: Uint32Array;
}

/** The alignment of one sequence of a batch. */
export function alignmentAt(packed: PackedAlignments, index: number): Alignment {
  const from = packed.from[index] as number;
  const moves: Move[] = [];
  let at = 0;
  for (let k = from; k < from + (packed.count[index] as number); k += 1) {
    const move = packed.moves[k] as number;
    const step = move & 0xffff;
    if (move >= SKIP) moves.push({ kind: 'skip', step, at: null });
    else {
      moves.push({ kind: move >= EXTRA ? 'extra' : 'sync', step, at });
      at += 1;
    }
  }
  const cost = packed.costs[index] as number;
  const allExtra = packed.allExtra[index] as number;
  const { cheapestRun } = packed;
  return { cost, cheapestRun, allExtra, fitness: fitnessOf(cost, allExtra + cheapestRun), moves };
}

/** All alignments of a batch, in its order. */
export function unpackAlignments(packed: PackedAlignments): Alignment[] {
  return Array.from(packed.costs, (_, index) => alignmentAt(packed, index));
}

/** Collects the moves of sequences in whatever order they are found. */
export class AlignmentPacker {
  readonly #batch: SequenceBatch;
  readonly #cheapestRun: number;
  readonly #costs: Uint32Array;
  readonly #allExtra: Uint32Array;
  readonly #from: Uint32Array;
  readonly #count: Uint32Array;
  #moves: Uint32Array;
  #length = 0;

  constructor(batch: SequenceBatch, allExtra: Uint32Array, cheapestRun: number) {
    const n = batch.starts.length - 1;
    this.#batch = batch;
    this.#cheapestRun = cheapestRun;
    this.#costs = new Uint32Array(n);
    this.#allExtra = allExtra;
    this.#from = new Uint32Array(n);
    this.#count = new Uint32Array(n);
    this.#moves = new Uint32Array(Math.max(64, batch.steps.length + 4 * n));
  }

  /**
   * Notes the alignment of the touches of one sequence that are on the map: `count` moves in `moves`, and their cost. The
   * touches that are not (`isOff` of their step) are put in as extra moves where they happened, before any skip that the
   * map would want there.
   */
  add(index: number, cost: number, moves: Uint32Array, count: number, isOff: (step: number) => boolean): void {
    const { steps, starts } = this.#batch;
    const end = starts[index + 1] as number;
    let touch = starts[index] as number;
    const most = count + (end - touch);
    if (this.#length + most > this.#moves.length) this.#grow(this.#length + most);
    const from = this.#length;
    const offMap = (): void => {
      while (touch < end && isOff(steps[touch] as number)) {
        this.#moves[this.#length] = EXTRA | (steps[touch] as number);
        this.#length += 1;
        touch += 1;
      }
    };
    offMap();
    for (let k = 0; k < count; k += 1) {
      const move = moves[k] as number;
      this.#moves[this.#length] = move;
      this.#length += 1;
      if (move >= SKIP) continue;
      touch += 1;
      offMap();
    }
    this.#costs[index] = cost;
    this.#from[index] = from;
    this.#count[index] = this.#length - from;
  }

  /** What was collected; the moves are cut to what was used. */
  packed(): PackedAlignments {
    return {
      cheapestRun: this.#cheapestRun,
      costs: this.#costs,
      allExtra: this.#allExtra,
      from: this.#from,
      count: this.#count,
      moves: this.#moves.slice(0, this.#length),
    };
  }

  #grow(least: number): void {
    const wider = new Uint32Array(Math.max(least, this.#moves.length * 2));
    wider.set(this.#moves.subarray(0, this.#length));
    this.#moves = wider;
  }
}
