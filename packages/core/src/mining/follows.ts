import { routeKey } from './seen-routes.ts';

/** Routes as the miner sees them: only which ones exist matters, not how often. */
export type Routes = readonly (readonly number[])[];

/** What directly follows what, on a closed set of steps. Positions are indices into `steps`. */
export interface Follows {
  /** Step numbers, ascending. */
  readonly steps: readonly number[];
  readonly positions: ReadonlyMap<number, number>;
  /** `direct[a * steps.length + b]` is 1 when b directly followed a. */
  readonly direct: Uint8Array;
  /** 1 for steps that some route begins (ends) with. */
  readonly starts: Uint8Array;
  readonly ends: Uint8Array;
}

/** Groups of positions; together they hold every position once. */
export type Groups = readonly (readonly number[])[];

/** Directly-follows relation of routes; empty routes add nothing. O(events). */
export function followsOf(routes: Routes): Follows {
  const seen = new Set<number>();
  for (const route of routes) for (const step of route) seen.add(step);
  const steps = [...seen].sort((a, b) => a - b);
  const positions = new Map(steps.map((step, at) => [step, at]));
  // The same as an array: half the time on long logs.
  const at = new Int32Array((steps.at(-1) ?? 0) + 1);
  for (const [position, step] of steps.entries()) at[step] = position;
  const size = steps.length;
  const direct = new Uint8Array(size * size);
  const starts = new Uint8Array(size);
  const ends = new Uint8Array(size);
  for (const route of routes) {
    let before = -1;
    for (const step of route) {
      const here = at[step] as number;
      if (before < 0) starts[here] = 1;
      else direct[before * size + here] = 1;
      before = here;
    }
    if (before >= 0) ends[before] = 1;
  }
  return { steps, positions, direct, starts, ends };
}

/** The same routes, each once, in the order of their first appearance. */
export function distinctRoutes(routes: Routes): Routes {
  const seen = new Map<string, readonly number[]>();
  for (const route of routes) {
    const key = routeKey(route);
    if (!seen.has(key)) seen.set(key, route);
  }
  return [...seen.values()];
}

/**
 * Positions that belong together when related ones do: the finest grouping, each group and the groups ascending.
 * `isTogether(a, b)` is asked for a < b only.
 */
export function groupsOf(size: number, isTogether: (a: number, b: number) => boolean): number[][] {
  const root = Array.from({ length: size }, (_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top] as number;
    root[at] = top;
    return top;
  };
  for (let b = 1; b < size; b++) {
    for (let a = 0; a < b; a++) {
      const left = find(a);
      const right = find(b);
      if (left !== right && isTogether(a, b)) root[Math.max(left, right)] = Math.min(left, right);
    }
  }
  const groups = new Map<number, number[]>();
  for (let at = 0; at < size; at++) {
    const top = find(at);
    const group = groups.get(top);
    if (group) group.push(at);
    else groups.set(top, [at]);
  }
  return [...groups.values()];
}

/** Which group each position is in. */
export function groupIndex(groups: Groups, size: number): Int32Array {
  const of = new Int32Array(size);
  for (const [index, group] of groups.entries()) for (const at of group) of[at] = index;
  return of;
}
