import type { ProcessTree } from './process-tree.ts';
import { Rests } from './rests.ts';
import { type Draft, tidy } from './tidy-draft.ts';

/**
 * What a map allows, as places and the steps between them; there are no silent moves, and places from which the same may
 * follow are one, so it is smaller than the reachable markings of a net. Edges are sorted by (from, step, to);
 * those of a place are `first[place]` … `first[place + 1] − 1`. Steps are places in `steps`, not step numbers. Edges lead to
 * lower places, except where a repeat goes back.
 */
export interface Automaton {
  readonly places: number;
  readonly start: number;
  /** 1 where no further step is needed. */
  readonly mayEnd: Uint8Array;
  /** Step numbers, ascending. */
  readonly steps: readonly number[];
  readonly first: Int32Array;
  readonly edgeStep: Int32Array;
  readonly edgeTo: Int32Array;
}

export interface Edge {
  readonly from: number;
  /** Step number. */
  readonly step: number;
  readonly to: number;
}

/**
 * The automaton of a tree; null when there are more than `most` rests of it (k steps in any order alone have 2^k). Rests from
 * which the same may follow become one place.
 */
export function automatonOf(tree: ProcessTree, most: number): Automaton | null {
  const rests = new Rests();
  const start = rests.ofTree(tree);
  const numbers = new Map([[start, 0]]);
  const queue = [start];
  const from: number[] = [];
  const steps: number[] = [];
  const to: number[] = [];
  for (let place = 0; place < queue.length; place += 1) {
    for (const { step, rest } of rests.next(queue[place] as number)) {
      let number = numbers.get(rest);
      if (number === undefined) {
        number = queue.length;
        if (number >= most) return null;
        numbers.set(rest, number);
        queue.push(rest);
      }
      from.push(place);
      steps.push(step);
      to.push(number);
    }
  }
  const ends = Uint8Array.from(queue, (rest) => (rests.mayEnd(rest) ? 1 : 0));
  return packed(tidy({ start: 0, ends, from, step: steps, to }));
}

/**
 * The automaton of a graph whose edges are steps: places are 0 … mayEnd.length − 1, an edge may be told twice. From every
 * place that can be reached an end must be within reach, or alignments have no finite cost.
 */
export function automatonFrom(start: number, mayEnd: readonly boolean[], edges: readonly Edge[]): Automaton {
  return packed(
    tidy({
      start,
      ends: Uint8Array.from(mayEnd, (isEnd) => (isEnd ? 1 : 0)),
      from: edges.map(({ from }) => from),
      step: edges.map(({ step }) => step),
      to: edges.map(({ to }) => to),
    }),
  );
}

function packed(draft: Draft): Automaton {
  const places = draft.ends.length;
  const steps = [...new Set(draft.step)].sort((a, b) => a - b);
  const indexOf = new Map(steps.map((step, index) => [step, index]));
  const first = new Int32Array(places + 1);
  for (const from of draft.from) first[from + 1] = (first[from + 1] as number) + 1;
  for (let place = 0; place < places; place += 1) {
    first[place + 1] = (first[place + 1] as number) + (first[place] as number);
  }
  return {
    places,
    start: draft.start,
    mayEnd: draft.ends,
    steps,
    first,
    edgeStep: Int32Array.from(draft.step, (step) => indexOf.get(step) as number),
    edgeTo: Int32Array.from(draft.to),
  };
}
