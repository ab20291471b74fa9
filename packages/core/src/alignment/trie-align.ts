import type { Automaton } from './automaton.ts';
import { EXTRA, SKIP, SYNC } from './packed-alignments.ts';
import { longestOf, type SequenceBatch } from './sequence-batch.ts';
import { type Prices, pricesOf, type StepCosts } from './step-costs.ts';
import { commonRest, mostOf, sortedBy, sortedFromTheEnd } from './trie-order.ts';

/** Costs up to here stay exact in 32 bits, also when two are added. */
const MOST_32 = 0x3fff_ffff;

/** 32 bits a place are half the memory and enough for nearly all; long sequences with high costs need 53. */
type Row = Int32Array | Float64Array;

/** Gets the alignment of one sequence: its number in the batch, its cost, and `count` packed moves that it must copy. */
export type TakeAlignment = (index: number, cost: number, moves: Uint32Array, count: number) => void;

/**
 * Algorithm B: optimal alignments of many sequences with one automaton, over the trie of their common ends. A row holds, for
 * every place, the cheapest cost of going on from there with the rest of the sequence; the row of the empty rest is the
 * distance to an end (0 everywhere for runs under way), and one touch more in front of a rest gives the next row: all
 * places pay for an extra touch, those with an edge of its step may be cheaper, and what became cheaper is carried back
 * over skips. Sequences are sorted from their last touch, so every common rest is computed once. With costs
 * to go at hand the first of the cheapest alignments is walked from the start without search.
 *
 * Which one is first is a rule: of the cheapest those with the most touches in their place; of these, at every move from
 * the start on, a sync before an extra touch, an extra touch before a skip, a skip of a lower step number before one of a
 * higher. The rule depends on what the map allows, not on how it is computed.
 *
 * Exact. Time: different rests × (places + improved edges). Memory: 4 bytes × places × (longest sequence + 1).
 */
export class TrieAligner {
  readonly #automaton: Automaton;
  readonly #costs: StepCosts;
  /** Prices by place of the step in the automaton's steps. */
  readonly #skip: Float64Array;
  readonly #extra: Float64Array;
  readonly #sync: Float64Array;
  /** Edges by step: `#byStep[s]` … `#byStep[s + 1] − 1` of `#stepFrom`, `#stepTo`. */
  readonly #byStep: Int32Array;
  readonly #stepFrom: Int32Array;
  readonly #stepTo: Int32Array;
  /** Edges backwards: by the place they lead to. */
  readonly #back: Int32Array;
  readonly #backFrom: Int32Array;
  readonly #backStep: Int32Array;
  /** 1: became cheaper, and what leads here was not told yet. */
  readonly #changed: Uint8Array;
  readonly #indexOf = new Map<number, number>();
  #moves = new Uint32Array(256);
  /** Places on equally cheap walks: of this move and of the next. */
  #here: Int32Array;
  #there: Int32Array;
  readonly #stamp: Int32Array;
  #now = 0;

  constructor(automaton: Automaton, costs: StepCosts) {
    const { places, steps, first, edgeStep, edgeTo } = automaton;
    this.#automaton = automaton;
    this.#costs = costs;
    this.#skip = new Float64Array(steps.length);
    this.#extra = new Float64Array(steps.length);
    this.#sync = new Float64Array(steps.length);
    steps.forEach((step, index) => {
      this.#indexOf.set(step, index);
    });
    const edgeFrom = new Int32Array(edgeTo.length);
    for (let place = 0; place < places; place += 1) edgeFrom.fill(place, first[place], first[place + 1]);
    const steps2 = sortedBy(edgeStep, steps.length);
    this.#byStep = steps2.first;
    this.#stepFrom = steps2.order.map((edge) => edgeFrom[edge] as number);
    this.#stepTo = steps2.order.map((edge) => edgeTo[edge] as number);
    const backwards = sortedBy(edgeTo, places);
    this.#back = backwards.first;
    this.#backFrom = backwards.order.map((edge) => edgeFrom[edge] as number);
    this.#backStep = backwards.order.map((edge) => edgeStep[edge] as number);
    this.#changed = new Uint8Array(places);
    this.#here = new Int32Array(places);
    this.#there = new Int32Array(places);
    this.#stamp = new Int32Array(places);
  }

  /** Steps that can be walked. */
  get steps(): readonly number[] {
    return this.#automaton.steps;
  }

  /** Cost of the cheapest way through the whole map without any touch. */
  cheapestRun(): number {
    this.#setPrices(pricesOf(this.#costs, 1));
    return this.#endRow(false, MOST_32)[this.#automaton.start] as number;
  }

  /** Aligns every sequence of a batch, in any order; all of its steps must be steps of the map. */
  align(batch: SequenceBatch, isOpen: boolean, take: TakeAlignment): void {
    const { steps, starts } = batch;
    const dense = steps.map((step) => this.#indexOf.get(step) as number);
    const longest = longestOf(batch);
    // Above the number of touches: see `pricesOf`.
    const scale = longest + 1;
    this.#setPrices(pricesOf(this.#costs, scale));
    const most = longest * mostOf(this.#extra) + this.#automaton.places * mostOf(this.#skip) + mostOf(this.#sync);
    const rows: Row[] = [this.#endRow(isOpen, most)];
    let before = -1;
    let cost = 0;
    let count = 0;
    for (const index of sortedFromTheEnd(batch)) {
      const from = starts[index] as number;
      const end = starts[index + 1] as number;
      const length = end - from;
      const common = before === -1 ? 0 : commonRest(batch, before, index);
      const isNew =
        before === -1 || common < length || length !== (starts[before + 1] as number) - (starts[before] as number);
      if (isNew) {
        for (let rest = common; rest < length; rest += 1) {
          rows[rest + 1] ??= this.#row(most);
          this.#extend(rows[rest] as Row, rows[rest + 1] as Row, dense[end - 1 - rest] as number);
        }
        cost = Math.floor(((rows[length] as Row)[this.#automaton.start] as number) / scale);
        count = this.#walk(rows, dense, from, end);
      }
      take(index, cost, this.#moves, count);
      before = index;
    }
  }

  #setPrices(prices: Prices): void {
    for (const [index, step] of this.#automaton.steps.entries()) {
      this.#skip[index] = prices.skip(step);
      this.#extra[index] = prices.extra(step);
      this.#sync[index] = prices.sync(step);
    }
  }

  #row(most: number): Row {
    const { places } = this.#automaton;
    return most < MOST_32 ? new Int32Array(places) : new Float64Array(places);
  }

  /** Cheapest way to an end from every place; `most`: what nothing is dearer than. */
  #endRow(isOpen: boolean, most: number): Row {
    const { places, mayEnd } = this.#automaton;
    const row = this.#row(most);
    if (isOpen) return row;
    row.fill(Math.min(most + 1, Number.MAX_SAFE_INTEGER / 2));
    for (let place = 0; place < places; place += 1) {
      if (mayEnd[place] === 0) continue;
      row[place] = 0;
      this.#changed[place] = 1;
    }
    this.#settle(row, 0);
    return row;
  }

  /** The row of a rest with one touch more in front of it. */
  #extend(rest: Row, row: Row, step: number): void {
    const extra = this.#extra[step] as number;
    const sync = this.#sync[step] as number;
    for (let place = 0; place < row.length; place += 1) row[place] = (rest[place] as number) + extra;
    let lowest = row.length;
    for (let edge = this.#byStep[step] as number; edge < (this.#byStep[step + 1] as number); edge += 1) {
      const from = this.#stepFrom[edge] as number;
      const cost = (rest[this.#stepTo[edge] as number] as number) + sync;
      if (cost >= (row[from] as number)) continue;
      row[from] = cost;
      this.#changed[from] = 1;
      if (from < lowest) lowest = from;
    }
    this.#settle(row, lowest);
  }

  /**
   * Carries lower costs back over skips until nothing gets cheaper. What changed is marked; a sweep upwards meets every
   * place after all that it leads to, so one is enough where the map has no repeats, and no place is looked at twice.
   */
  #settle(row: Row, lowest: number): void {
    const changed = this.#changed;
    const back = this.#back;
    let from = lowest;
    while (from < row.length) {
      let again = row.length;
      for (let place = from; place < row.length; place += 1) {
        if (changed[place] === 0) continue;
        changed[place] = 0;
        const cost = row[place] as number;
        const last = back[place + 1] as number;
        for (let edge = back[place] as number; edge < last; edge += 1) {
          const before = this.#backFrom[edge] as number;
          const through = cost + (this.#skip[this.#backStep[edge] as number] as number);
          if (through >= (row[before] as number)) continue;
          row[before] = through;
          changed[before] = 1;
          if (before <= place && before < again) again = before;
        }
      }
      from = again;
    }
  }

  /** Walks the first of the cheapest alignments of touches `from` … `end − 1` into `#moves`; answers how many moves it has. */
  #walk(rows: readonly Row[], dense: Uint16Array, from: number, end: number): number {
    const { start, steps } = this.#automaton;
    let touch = from;
    let row = rows[end - touch] as Row;
    let left = row[start] as number;
    let count = 0;
    let width = 1;
    this.#here[0] = start;
    while (touch < end || left > 0) {
      if (count === this.#moves.length) this.#widen();
      if (touch < end) {
        const step = dense[touch] as number;
        const rest = rows[end - touch - 1] as Row;
        const afterSync = left - (this.#sync[step] as number);
        const synced = this.#follow(width, step, rest, afterSync);
        const afterExtra = left - (this.#extra[step] as number);
        const stayed = synced > 0 ? synced : this.#stay(width, rest, afterExtra);
        if (stayed > 0) {
          this.#moves[count] = (synced > 0 ? SYNC : EXTRA) | (steps[step] as number);
          count += 1;
          left = synced > 0 ? afterSync : afterExtra;
          touch += 1;
          row = rest;
          width = stayed;
          this.#swap();
          continue;
        }
      }
      const step = this.#firstSkip(width, row, left);
      left -= this.#skip[step] as number;
      width = this.#follow(width, step, row, left);
      this.#swap();
      this.#moves[count] = SKIP | (steps[step] as number);
      count += 1;
    }
    return count;
  }

  /** Puts the places behind edges of a step from which going on costs exactly `left` into `#there`; answers how many. */
  #follow(width: number, step: number, row: Row, left: number): number {
    const { first, edgeStep, edgeTo } = this.#automaton;
    this.#now += 1;
    let found = 0;
    for (let k = 0; k < width; k += 1) {
      const place = this.#here[k] as number;
      for (let edge = first[place] as number; edge < (first[place + 1] as number); edge += 1) {
        if (edgeStep[edge] !== step) continue;
        const to = edgeTo[edge] as number;
        if (row[to] !== left || this.#stamp[to] === this.#now) continue;
        this.#stamp[to] = this.#now;
        this.#there[found] = to;
        found += 1;
      }
    }
    return found;
  }

  #stay(width: number, row: Row, left: number): number {
    let found = 0;
    for (let k = 0; k < width; k += 1) {
      const place = this.#here[k] as number;
      if (row[place] !== left) continue;
      this.#there[found] = place;
      found += 1;
    }
    return found;
  }

  /** The lowest step whose skip keeps the walk as cheap as it can be. Edges are sorted by step, steps by number. */
  #firstSkip(width: number, row: Row, left: number): number {
    const { first, edgeStep, edgeTo } = this.#automaton;
    let lowest = this.#skip.length;
    for (let k = 0; k < width; k += 1) {
      const place = this.#here[k] as number;
      for (let edge = first[place] as number; edge < (first[place + 1] as number); edge += 1) {
        const step = edgeStep[edge] as number;
        if (step >= lowest) break;
        if ((row[edgeTo[edge] as number] as number) + (this.#skip[step] as number) === left) lowest = step;
      }
    }
    return lowest;
  }

  #swap(): void {
    const here = this.#here;
    this.#here = this.#there;
    this.#there = here;
  }

  #widen(): void {
    const wider = new Uint32Array(this.#moves.length * 2);
    wider.set(this.#moves);
    this.#moves = wider;
  }
}
