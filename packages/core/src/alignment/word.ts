/** A sequence, or what of it belongs to one part of a map, with the prices of its touches added up. */
export interface Word {
  /** Unique among the words of one sequence. */
  readonly id: number;
  readonly steps: Int32Array;
  /** `extra[i]`: what touches 0 … i − 1 cost if none of them has a place on the map. */
  readonly extra: Float64Array;
}

/** What of a word belongs to one part of a map. */
export interface Projection {
  readonly word: Word;
  /** `before[i]`: how many of the touches 0 … i − 1 of the wider word are in it. */
  readonly before: Int32Array;
}

/** The words of one sequence; equal ones are the same object, so that what is known of one is known of all. */
export class Words {
  readonly whole: Word;
  readonly #extraOf: (step: number) => number;
  readonly #known = new Map<string, Word>();

  constructor(steps: ArrayLike<number>, extraOf: (step: number) => number) {
    this.#extraOf = extraOf;
    this.whole = this.#word(Array.from(steps));
  }

  /** The touches of a word whose steps are in a set. */
  project(word: Word, steps: ReadonlySet<number>): Projection {
    const before = new Int32Array(word.steps.length + 1);
    const kept: number[] = [];
    for (const [index, step] of word.steps.entries()) {
      if (steps.has(step)) kept.push(step);
      before[index + 1] = kept.length;
    }
    return { word: this.#word(kept), before };
  }

  #word(steps: readonly number[]): Word {
    const key = steps.join(',');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const extra = new Float64Array(steps.length + 1);
    for (const [index, step] of steps.entries()) extra[index + 1] = (extra[index] as number) + this.#extraOf(step);
    const word = { id: this.#known.size, steps: Int32Array.from(steps), extra };
    this.#known.set(key, word);
    return word;
  }
}
