import { mergeAlike } from './merge-alike.ts';
import type { ProcessTree } from './process-tree.ts';
import { Rests } from './rests.ts';

/**
 * What a map allows, as places and the steps between them; there are no silent moves. Edges are sorted by (from, step, to);
 * those of a place are `first[place]` … `first[place + 1] − 1`. Steps are places in `steps`, not step numbers.
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
 * The automaton of a tree; null when it has more than `most` places (k steps in any order alone have 2^k).
 * Places from which the same may follow are merged, so that it is smaller than the reachable markings of a net.
 */
export function automatonOf(tree: ProcessTree, most: number): Automaton | null {
  const rests = new Rests();
  const start = rests.ofTree(tree);
  const numbers = new Map<number, number>([[start, 0]]);
  const queue = [start];
  const edges: Edge[] = [];
  for (let from = 0; from < queue.length; from += 1) {
    for (const { step, rest } of rests.next(queue[from] as number)) {
      let to = numbers.get(rest);
      if (to === undefined) {
        to = queue.length;
        if (to >= most) return null;
        numbers.set(rest, to);
        queue.push(rest);
      }
      edges.push({ from, step, to });
    }
  }
  return automatonFrom(
    0,
    queue.map((rest) => rests.mayEnd(rest)),
    edges,
  );
}

/**
 * The automaton of a graph whose edges are steps: places are 0 … mayEnd.length − 1, an edge may be told twice. Places from
 * which the same may follow are merged. From every place an end must be within reach, or alignments have no finite cost.
 */
export function automatonFrom(start: number, mayEnd: readonly boolean[], edges: readonly Edge[]): Automaton {
  const steps = [...new Set(edges.map(({ step }) => step))].sort((a, b) => a - b);
  const indexOf = new Map(steps.map((step, index) => [step, index]));
  const dense = edges.map(({ from, step, to }) => ({ from, step: indexOf.get(step) as number, to }));
  const classes = mergeAlike(mayEnd, dense);
  const places = classes.reduce((most, one) => Math.max(most, one + 1), 0);
  const ends = new Uint8Array(places);
  mayEnd.forEach((isEnd, place) => {
    if (isEnd) ends[classes[place] as number] = 1;
  });
  const merged = dense
    .map(({ from, step, to }) => ({ from: classes[from] as number, step, to: classes[to] as number }))
    .sort((a, b) => a.from - b.from || a.step - b.step || a.to - b.to)
    .filter((edge, index, all) => {
      const before = all[index - 1];
      return before?.from !== edge.from || before.step !== edge.step || before.to !== edge.to;
    });
  const first = new Int32Array(places + 1);
  for (const { from } of merged) first[from + 1] = (first[from + 1] as number) + 1;
  for (let place = 0; place < places; place += 1) {
    first[place + 1] = (first[place + 1] as number) + (first[place] as number);
  }
  return {
    places,
    start: classes[start] as number,
    mayEnd: ends,
    steps,
    first,
    edgeStep: Int32Array.from(merged, ({ step }) => step),
    edgeTo: Int32Array.from(merged, ({ to }) => to),
  };
}
