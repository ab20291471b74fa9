import { EXTRA, SKIP, SYNC } from '../packed-alignments.ts';
import type { ProcessTree } from '../process-tree.ts';
import { extraCostOf, type StepCosts, skipCostOf, syncCostOf } from '../step-costs.ts';

type Words = Map<string, readonly number[]>;

const wordsOf = (...words: readonly (readonly number[])[]): Words => new Map(words.map((word) => [word.join(), word]));

/** Every sequence of at most `most` steps that goes through a whole tree. Slow, and plain to see. */
export function languageOf(tree: ProcessTree, most: number): Words {
  switch (tree.kind) {
    case 'nothing':
      return wordsOf([]);
    case 'step':
      return most > 0 ? wordsOf([tree.step]) : wordsOf();
    case 'choice':
      return new Map(tree.children.flatMap((child) => [...languageOf(child, most)]));
    case 'sequence':
      return combined(tree.children, most, (a, b) => [[...a, ...b]]);
    case 'any-order':
      return combined(tree.children, most, shuffled);
    case 'repeat': {
      const body = languageOf(tree.body, most);
      const redo = tree.redo === null ? wordsOf([]) : languageOf(tree.redo, most);
      const chain = (a: readonly number[], b: readonly number[]) => [[...a, ...b]];
      let passes = body;
      let all = body;
      // A pass that adds no new sequence adds none later either, and one without steps need not be made.
      for (let pass = 1; tree.atMost === null || pass < tree.atMost; pass += 1) {
        passes = product(product(passes, redo, most, chain), body, most, chain);
        const before = all.size;
        all = new Map([...all, ...passes]);
        if (all.size === before) break;
      }
      return all;
    }
  }
}

type Combine = (a: readonly number[], b: readonly number[]) => readonly (readonly number[])[];

function combined(children: readonly ProcessTree[], most: number, combine: Combine): Words {
  return children
    .map((child) => languageOf(child, most))
    .reduce((all, words) => product(all, words, most, combine), wordsOf([]));
}

function product(first: Words, second: Words, most: number, combine: Combine): Words {
  const words: Words = new Map();
  for (const a of first.values()) {
    for (const b of second.values()) {
      if (a.length + b.length > most) continue;
      for (const word of combine(a, b)) words.set(word.join(), word);
    }
  }
  return words;
}

function shuffled(a: readonly number[], b: readonly number[]): readonly (readonly number[])[] {
  const [firstA, ...restA] = a;
  const [firstB, ...restB] = b;
  if (firstA === undefined || firstB === undefined) return [[...a, ...b]];
  return [
    ...shuffled(restA, b).map((word) => [firstA, ...word]),
    ...shuffled(a, restB).map((word) => [firstB, ...word]),
  ];
}

/**
 * The cheapest cost, and the first of the cheapest lists of moves by the published rule, from every sequence the tree allows
 * (at most `most` steps long) held against the touches.
 */
export function bruteForce(
  tree: ProcessTree,
  costs: StepCosts,
  touches: readonly number[],
  isOpen: boolean,
  most: number,
): { readonly cost: number; readonly moves: readonly number[] } {
  const words: Words = new Map();
  for (const [key, word] of languageOf(tree, most)) {
    words.set(key, word);
    if (!isOpen) continue;
    for (let length = 0; length < word.length; length += 1) {
      words.set(word.slice(0, length).join(), word.slice(0, length));
    }
  }
  let best: { weight: number; moves: readonly number[] } | null = null;
  for (const word of words.values()) {
    const one = edit(word, costs, touches);
    if (best === null || one.weight < best.weight || (one.weight === best.weight && isBefore(one.moves, best.moves)))
      best = one;
  }
  if (best === null) throw new Error('the tree allows nothing of this length');
  return { cost: Math.floor(best.weight / SCALE), moves: best.moves };
}

/** Costs weigh so much more than a touch without a place; no word of a test has as many touches. */
const SCALE = 1000;

const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  for (let k = 0; k < Math.min(a.length, b.length); k += 1) {
    if (a[k] !== b[k]) return (a[k] as number) < (b[k] as number);
  }
  return a.length < b.length;
};

/** Cheapest and first way to edit one list into another. */
function edit(
  word: readonly number[],
  costs: StepCosts,
  touches: readonly number[],
): { weight: number; moves: number[] } {
  const togo = Array.from({ length: word.length + 1 }, () => new Array<number>(touches.length + 1).fill(0));
  const cell = (w: number, t: number): number => togo[w]?.[t] ?? Number.POSITIVE_INFINITY;
  const sync = (w: number, t: number): number =>
    w < word.length && t < touches.length && word[w] === touches[t]
      ? SCALE * syncCostOf(costs, word[w] as number) + cell(w + 1, t + 1)
      : Number.POSITIVE_INFINITY;
  const extra = (w: number, t: number): number =>
    t < touches.length
      ? SCALE * extraCostOf(costs, touches[t] as number) + 1 + cell(w, t + 1)
      : Number.POSITIVE_INFINITY;
  const skip = (w: number, t: number): number =>
    w < word.length ? SCALE * skipCostOf(costs, word[w] as number) + cell(w + 1, t) : Number.POSITIVE_INFINITY;
  for (let w = word.length; w >= 0; w -= 1) {
    for (let t = touches.length; t >= 0; t -= 1) {
      if (w === word.length && t === touches.length) continue;
      (togo[w] as number[])[t] = Math.min(sync(w, t), extra(w, t), skip(w, t));
    }
  }
  const moves: number[] = [];
  let w = 0;
  let t = 0;
  while (w < word.length || t < touches.length) {
    const left = cell(w, t);
    if (sync(w, t) === left) {
      moves.push(SYNC | (word[w] as number));
      w += 1;
      t += 1;
    } else if (extra(w, t) === left) {
      moves.push(EXTRA | (touches[t] as number));
      t += 1;
    } else {
      moves.push(SKIP | (word[w] as number));
      w += 1;
    }
  }
  return { weight: cell(0, 0), moves };
}
