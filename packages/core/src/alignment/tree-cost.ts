import { NOTHING_LEFT, type Rest, type Rests } from './rests.ts';
import type { Prices } from './step-costs.ts';
import { type Projection, type Word, Words } from './word.ts';

/** What is needed of children in any order to end the block at any touch. */
interface Block {
  readonly children: readonly number[];
  readonly members: readonly Member[];
  /** Cost of the children without touches. */
  readonly alone: number;
}

interface Member {
  readonly before: Int32Array;
  /** Cost of touches i … j − 1 of its own at i × width + j. */
  readonly costs: Float64Array;
  readonly extra: Float64Array;
  readonly width: number;
}

/**
 * Algorithm A: optimal costs by dynamic programming on the tree itself; no automaton, so steps in any order cost nothing
 * extra. Everything is a column: for each place i of a word, the cheapest cost of touches i and later. A step maps the
 * column of what follows to the column of "the step, then what follows" in one pass; sequences chain that, choices take
 * the least, `again` repeats it until nothing gets cheaper. Children of any-order have no steps in common, so each is held
 * against its own touches alone and their costs are added; what follows them needs their costs of every stretch.
 * Under way (`isOpen`) every column may also stop: the touches left are extra and nothing more is owed.
 *
 * Exact as long as children of any-order share no step (`isSplittable`). One object serves one sequence.
 */
export class TreeCost {
  readonly #rests: Rests;
  readonly #prices: Prices;
  readonly #isOpen: boolean;
  readonly #words: Words;
  readonly #stepsOf: (place: number) => ReadonlySet<number>;
  readonly #columns = new Map<string, Float64Array>();
  readonly #stretches = new Map<string, Float64Array>();
  readonly #projections = new Map<string, Projection>();

  /** `stepsOf`: the steps that occur in a rest. */
  constructor(
    rests: Rests,
    prices: Prices,
    isOpen: boolean,
    sequence: ArrayLike<number>,
    stepsOf: (place: number) => ReadonlySet<number>,
  ) {
    this.#rests = rests;
    this.#prices = prices;
    this.#isOpen = isOpen;
    this.#words = new Words(sequence, (step) => prices.extra(step));
    this.#stepsOf = stepsOf;
  }

  /** Cheapest cost of touches `from` and later, when a rest of the map is still to come. */
  costFrom(place: number, from: number): number {
    const word = this.#words.whole;
    const rest = this.#rests.at(place);
    if (rest.kind === 'any-order') return this.#apartFrom(rest.children, word, from);
    if (rest.kind === 'sequence') {
      const [head, ...tail] = rest.children as readonly [number, ...number[]];
      const first = this.#rests.at(head);
      // One entry is enough here: a column would take every stretch of every child for every place of the walk.
      if (first.kind === 'any-order') {
        const after = this.#column(this.#rests.sequence(tail), word);
        const block = this.#blockOf(first.children, word);
        return this.#blockFrom(block, word, from, word.steps.length, after, this.#isOpen);
      }
    }
    return this.#column(place, word)[from] as number;
  }

  /** Costs of a rest to its end for every place of a word; remembered. */
  #column(place: number, word: Word): Float64Array {
    const key = `${place} ${word.id}`;
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const column = this.#makeColumn(place, word);
    this.#columns.set(key, column);
    return column;
  }

  #makeColumn(place: number, word: Word): Float64Array {
    const length = word.steps.length;
    const rest = this.#rests.at(place);
    switch (rest.kind) {
      case 'nothing':
        return Float64Array.from(word.extra, (before) => (word.extra[length] as number) - before);
      case 'sequence': {
        const [head, ...tail] = rest.children as readonly [number, ...number[]];
        return this.#before(head, word, length, this.#column(this.#rests.sequence(tail), word), this.#isOpen);
      }
      case 'choice':
        return leastOf(rest.children.map((child) => this.#column(child, word)));
      case 'any-order':
        return Float64Array.from({ length: length + 1 }, (_, from) => this.#apartFrom(rest.children, word, from));
      default:
        return this.#before(place, word, length, this.#column(NOTHING_LEFT, word), this.#isOpen);
    }
  }

  /** The column of "this rest, then what follows" over touches 0 … end − 1, from the column of what follows. */
  #before(place: number, word: Word, end: number, after: Float64Array, isOpen: boolean): Float64Array {
    const rest = this.#rests.at(place);
    switch (rest.kind) {
      case 'nothing':
        return after;
      case 'step':
        return this.#beforeStep(rest.step, word, end, after, isOpen);
      case 'sequence':
        return rest.children.reduceRight((column, child) => this.#before(child, word, end, column, isOpen), after);
      case 'choice':
        return leastOf(rest.children.map((child) => this.#before(child, word, end, after, isOpen)));
      case 'again':
        return this.#beforeAgain(rest, word, end, after, isOpen);
      case 'any-order': {
        const block = this.#blockOf(rest.children, word);
        const column = new Float64Array(end + 1);
        for (let from = 0; from <= end; from += 1)
          column[from] = this.#blockFrom(block, word, from, end, after, isOpen);
        return column;
      }
    }
  }

  #beforeStep(step: number, word: Word, end: number, after: Float64Array, isOpen: boolean): Float64Array {
    const skip = this.#prices.skip(step);
    const sync = this.#prices.sync(step);
    const { steps, extra } = word;
    const column = new Float64Array(end + 1);
    for (let i = end; i >= 0; i -= 1) {
      let least = skip + (after[i] as number);
      if (i < end) {
        const price = (extra[i + 1] as number) - (extra[i] as number);
        least = Math.min(least, price + (column[i + 1] as number));
        if (steps[i] === step) least = Math.min(least, sync + (after[i + 1] as number));
      }
      if (isOpen) least = Math.min(least, (extra[end] as number) - (extra[i] as number));
      column[i] = least;
    }
    return column;
  }

  /** A pass that makes anything cheaper takes at least one touch, so there are never more rounds than touches. */
  #beforeAgain(
    rest: Rest & { kind: 'again' },
    word: Word,
    end: number,
    after: Float64Array,
    isOpen: boolean,
  ): Float64Array {
    let column = after;
    for (let pass = 0; rest.left === null || pass < rest.left; pass += 1) {
      const through = leastOf([after, this.#before(rest.body, word, end, column, isOpen)]);
      if (through.every((cost, i) => cost === column[i])) break;
      column = through;
    }
    return column;
  }

  /** Children in any order with nothing after them: each alone, and the touches of none of them extra. */
  #apartFrom(children: readonly number[], word: Word, from: number): number {
    let cost = (word.extra[word.steps.length] as number) - (word.extra[from] as number);
    for (const child of children) {
      const { word: own, before } = this.#project(child, word);
      const at = before[from] as number;
      const ownExtra = (own.extra[own.steps.length] as number) - (own.extra[at] as number);
      cost += (this.#column(child, own)[at] as number) - ownExtra;
    }
    return cost;
  }

  /** Costs of every stretch of every child of any-order that has touches; those without cost the same wherever they end. */
  #blockOf(children: readonly number[], word: Word): Block {
    const members: Member[] = [];
    let alone = 0;
    for (const child of children) {
      const { word: own, before } = this.#project(child, word);
      const costs = this.#stretchesOf(child, own);
      if (own.steps.length === 0) alone += costs[0] as number;
      else members.push({ before, costs, extra: own.extra, width: own.steps.length + 1 });
    }
    return { children, members, alone };
  }

  /** Children in any order, then what follows: the best touch to end the block at; or, under way, stopping inside of it. */
  #blockFrom(block: Block, word: Word, from: number, end: number, after: Float64Array, isOpen: boolean): number {
    let least = isOpen ? this.#apartFrom(block.children, word, from) : Number.POSITIVE_INFINITY;
    const start = block.alone - (word.extra[from] as number);
    for (let to = from; to <= end; to += 1) {
      let cost = start + (word.extra[to] as number) + (after[to] as number);
      for (const { before, costs, extra, width } of block.members) {
        const first = before[from] as number;
        const last = before[to] as number;
        cost += (costs[first * width + last] as number) - (extra[last] as number) + (extra[first] as number);
      }
      if (cost < least) least = cost;
    }
    return least;
  }

  /** Cost of a whole rest against touches i … j − 1 of a word, at i × (length + 1) + j; remembered. */
  #stretchesOf(place: number, word: Word): Float64Array {
    const key = `${place} ${word.id}`;
    const known = this.#stretches.get(key);
    if (known !== undefined) return known;
    const width = word.steps.length + 1;
    const table = new Float64Array(width * width);
    for (let end = 0; end < width; end += 1) {
      const after = new Float64Array(end + 1);
      for (let i = 0; i <= end; i += 1) after[i] = (word.extra[end] as number) - (word.extra[i] as number);
      const column = this.#before(place, word, end, after, false);
      for (let i = 0; i <= end; i += 1) table[i * width + end] = column[i] as number;
    }
    this.#stretches.set(key, table);
    return table;
  }

  #project(place: number, word: Word): Projection {
    const key = `${place} ${word.id}`;
    let projection = this.#projections.get(key);
    if (projection === undefined) {
      projection = this.#words.project(word, this.#stepsOf(place));
      this.#projections.set(key, projection);
    }
    return projection;
  }
}

function leastOf(columns: readonly Float64Array[]): Float64Array {
  const [first, ...others] = columns as readonly [Float64Array, ...Float64Array[]];
  if (others.length === 0) return first;
  const least = first.slice();
  for (const column of others) {
    for (let i = 0; i < least.length; i += 1) least[i] = Math.min(least[i] as number, column[i] as number);
  }
  return least;
}
