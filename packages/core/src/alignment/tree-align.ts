import { Problem } from '../problem.ts';
import { stepsOf } from './check-tree.ts';
import { EXTRA, SKIP, SYNC } from './packed-alignments.ts';
import type { ProcessTree } from './process-tree.ts';
import { NOTHING_LEFT, Rests } from './rests.ts';
import type { SequenceBatch } from './sequence-batch.ts';
import { type Prices, pricesOf, type StepCosts } from './step-costs.ts';
import { TreeCost } from './tree-cost.ts';
import type { TakeAlignment } from './trie-align.ts';

/** Rests of a map that are kept from one sequence to the next; then it starts anew. */
const MOST_RESTS = 100_000;

/**
 * Alignments by algorithm A (see `TreeCost`), with the moves that algorithm B chooses: the walk asks for the cost of every
 * move it might make, and of those that keep it cheapest takes a sync before an extra touch before the skip of the lowest step. For maps with too many
 * places for an automaton. Memory: that of one sequence at a time.
 */
export class TreeAligner {
  readonly #tree: ProcessTree;
  readonly #costs: StepCosts;
  #rests = new Rests();
  #steps = new Map<number, ReadonlySet<number>>();

  constructor(tree: ProcessTree, costs: StepCosts) {
    this.#tree = tree;
    this.#costs = costs;
  }

  /** Steps of the map. */
  get steps(): readonly number[] {
    return stepsOf(this.#tree);
  }

  /** Cost of the cheapest way through the whole map without any touch. */
  cheapestRun(): number {
    return this.cost([], false);
  }

  /** Cost of the cheapest alignment of one sequence, without its moves. */
  cost(sequence: ArrayLike<number>, isOpen: boolean): number {
    const scale = sequence.length + 1;
    const found = this.#costOf(sequence, pricesOf(this.#costs, scale), isOpen).costFrom(this.#start(), 0);
    return Math.floor(found / scale);
  }

  /** Aligns every sequence of a batch, in its order. */
  align(batch: SequenceBatch, isOpen: boolean, take: TakeAlignment): void {
    const { steps, starts } = batch;
    for (let index = 0; index + 1 < starts.length; index += 1) {
      const sequence = steps.subarray(starts[index], starts[index + 1]);
      const scale = sequence.length + 1;
      const prices = pricesOf(this.#costs, scale);
      const cost = this.#costOf(sequence, prices, isOpen);
      const moves = Uint32Array.from(this.#walk(cost, prices, sequence));
      take(index, Math.floor(cost.costFrom(this.#start(), 0) / scale), moves, moves.length);
    }
  }

  #start(): number {
    return this.#rests.ofTree(this.#tree);
  }

  #costOf(sequence: ArrayLike<number>, prices: Prices, isOpen: boolean): TreeCost {
    if (this.#rests.count > MOST_RESTS) {
      this.#rests = new Rests();
      this.#steps = new Map();
    }
    return new TreeCost(this.#rests, prices, isOpen, sequence, (place) => this.#stepsIn(place));
  }

  #walk(cost: TreeCost, prices: Prices, sequence: ArrayLike<number>): number[] {
    const moves: number[] = [];
    let here: readonly number[] = [this.#start()];
    let left = cost.costFrom(this.#start(), 0);
    let touch = 0;
    while (touch < sequence.length || left > 0) {
      if (touch < sequence.length) {
        const step = sequence[touch] as number;
        const afterSync = left - prices.sync(step);
        const synced = this.#behind(here, step).filter((place) => cost.costFrom(place, touch + 1) === afterSync);
        const afterExtra = left - prices.extra(step);
        const stayed =
          synced.length > 0 ? synced : here.filter((place) => cost.costFrom(place, touch + 1) === afterExtra);
        if (stayed.length > 0) {
          moves.push((synced.length > 0 ? SYNC : EXTRA) | step);
          left = synced.length > 0 ? afterSync : afterExtra;
          here = stayed;
          touch += 1;
          continue;
        }
      }
      const skip = this.#firstSkip(cost, prices, here, touch, left);
      moves.push(SKIP | skip.step);
      left -= prices.skip(skip.step);
      here = skip.places;
    }
    return moves;
  }

  /** The lowest step whose skip keeps the walk as cheap as it can be, and where that leads. */
  #firstSkip(
    cost: TreeCost,
    prices: Prices,
    here: readonly number[],
    touch: number,
    left: number,
  ): { readonly step: number; readonly places: readonly number[] } {
    const steps = new Set(here.flatMap((place) => this.#rests.next(place).map(({ step }) => step)));
    for (const step of [...steps].sort((a, b) => a - b)) {
      const after = left - prices.skip(step);
      const places = this.#behind(here, step).filter((place) => cost.costFrom(place, touch) === after);
      if (places.length > 0) return { step, places };
    }
    throw new Problem('internal', 'No move leads on from a place of the map from which there is a way to its end.');
  }

  #behind(here: readonly number[], step: number): readonly number[] {
    const places = here.flatMap((place) =>
      this.#rests
        .next(place)
        .filter((one) => one.step === step)
        .map(({ rest }) => rest),
    );
    return places.length < 2 ? places : [...new Set(places)];
  }

  #stepsIn(place: number): ReadonlySet<number> {
    const known = this.#steps.get(place);
    if (known !== undefined) return known;
    const steps = new Set<number>();
    const rest = this.#rests.at(place);
    if (rest.kind === 'step') steps.add(rest.step);
    else if (place !== NOTHING_LEFT) {
      for (const child of rest.kind === 'again' ? [rest.body] : 'children' in rest ? rest.children : []) {
        for (const step of this.#stepsIn(child)) steps.add(step);
      }
    }
    this.#steps.set(place, steps);
    return steps;
  }
}
