import { mergeAlike, type StepGraph } from './merge-alike.ts';

/** A graph of steps with the place where it begins. */
export interface Draft extends StepGraph {
  readonly start: number;
}

/**
 * A draft without places that cannot be reached, with places merged from which the same may follow, each edge once, and
 * places numbered so that edges lead to lower numbers except where a repeat goes back: first what comes last. Edges are
 * sorted by (from, step, to).
 */
export function tidy(draft: Draft): Draft {
  let tidied = ordered(draft);
  for (;;) {
    const merged = ordered(mergedDraft(tidied));
    // Two edges of one step into one class were two before they were merged, which may have kept places apart.
    if (merged.ends.length === tidied.ends.length) return merged;
    tidied = merged;
  }
}

function mergedDraft(draft: Draft): Draft {
  const classes = mergeAlike(draft);
  const places = classes.reduce((most, one) => Math.max(most, one + 1), 0);
  if (places === draft.ends.length) return draft;
  const ends = new Uint8Array(places);
  for (const [place, end] of draft.ends.entries()) ends[classes[place] as number] = end;
  // What follows is alike for all places of a class, so the edges of the first one are enough.
  const from: number[] = [];
  const step: number[] = [];
  const to: number[] = [];
  const first = new Int32Array(places).fill(-1);
  for (const [edge, place] of draft.from.entries()) {
    const own = classes[place] as number;
    if (first[own] === -1) first[own] = place;
    if (first[own] !== place) continue;
    from.push(own);
    step.push(draft.step[edge] as number);
    to.push(classes[draft.to[edge] as number] as number);
  }
  return { start: classes[draft.start] as number, ends, from, step, to };
}

/** Drops what cannot be reached and numbers the rest in the order in which a walk in depth leaves them. */
function ordered(draft: Draft): Draft {
  const places = draft.ends.length;
  const { first, order } = byPlace(draft.from, places);
  const numbers = new Int32Array(places).fill(-1);
  const next = first.slice(0, places);
  const entered = new Uint8Array(places);
  const path = [draft.start];
  entered[draft.start] = 1;
  let count = 0;
  while (path.length > 0) {
    const place = path[path.length - 1] as number;
    const at = next[place] as number;
    if (at === (first[place + 1] as number)) {
      numbers[place] = count;
      count += 1;
      path.pop();
      continue;
    }
    next[place] = at + 1;
    const to = draft.to[order[at] as number] as number;
    if (entered[to] === 1) continue;
    entered[to] = 1;
    path.push(to);
  }
  const ends = new Uint8Array(count);
  for (const [place, number] of numbers.entries()) if (number >= 0) ends[number] = draft.ends[place] as number;
  const edges = Array.from(draft.from.keys()).filter((edge) => (numbers[draft.from[edge] as number] as number) >= 0);
  const from = edges.map((edge) => numbers[draft.from[edge] as number] as number);
  const step = edges.map((edge) => draft.step[edge] as number);
  const to = edges.map((edge) => numbers[draft.to[edge] as number] as number);
  const sorted = Array.from(edges.keys()).sort(
    (a, b) =>
      (from[a] as number) - (from[b] as number) ||
      (step[a] as number) - (step[b] as number) ||
      (to[a] as number) - (to[b] as number),
  );
  const kept = sorted.filter((edge, index) => {
    const before = sorted[index - 1];
    return (
      before === undefined || from[before] !== from[edge] || step[before] !== step[edge] || to[before] !== to[edge]
    );
  });
  return {
    start: numbers[draft.start] as number,
    ends,
    from: kept.map((edge) => from[edge] as number),
    step: kept.map((edge) => step[edge] as number),
    to: kept.map((edge) => to[edge] as number),
  };
}

/** Positions of edges by the place they leave: those of place p are `order[first[p]]` … `order[first[p + 1] − 1]`. */
function byPlace(from: readonly number[], places: number): { readonly first: Int32Array; readonly order: Int32Array } {
  const first = new Int32Array(places + 1);
  for (const place of from) first[place + 1] = (first[place + 1] as number) + 1;
  for (let place = 0; place < places; place += 1)
    first[place + 1] = (first[place + 1] as number) + (first[place] as number);
  const at = first.slice();
  const order = new Int32Array(from.length);
  for (const [edge, place] of from.entries()) {
    order[at[place] as number] = edge;
    at[place] = (at[place] as number) + 1;
  }
  return { first, order };
}
