import { stepsOf } from '../alignment/check-tree.ts';
import type { ProcessTree } from '../alignment/process-tree.ts';
import type { SeenRoute } from './seen-routes.ts';
import type { RoutesOfPeople } from './stability.ts';

/** How much goes through a step. */
export interface StepVolume {
  /** Runs with it, however often. */
  readonly runs: number;
  /** Times it happened. */
  readonly touches: number;
  /** Mean place in its runs, first time: 0 at the start … 1 at the end; 0 for a run of one touch; NaN when it never happened. */
  readonly position: number;
}

/** Volume of every step of a tree. */
export function volumesOf(tree: ProcessTree, routes: readonly SeenRoute[]): ReadonlyMap<number, StepVolume> {
  const sums = new Map(stepsOf(tree).map((step) => [step, { runs: 0, touches: 0, places: 0 }]));
  for (const { sequence, runs } of routes) {
    const seen = new Set<number>();
    for (const [at, step] of sequence.entries()) {
      const sum = sums.get(step);
      if (!sum) continue;
      sum.touches += runs;
      if (seen.has(step)) continue;
      seen.add(step);
      sum.runs += runs;
      sum.places += runs * (sequence.length < 2 ? 0 : at / (sequence.length - 1));
    }
  }
  return new Map(
    [...sums].map(([step, { runs, touches, places }]) => [step, { runs, touches, position: places / runs }]),
  );
}

/** People who did a step at least once, by step number; steps that nobody did are not in it. */
export function peopleByStep({ routes, people }: RoutesOfPeople): ReadonlyMap<number, number> {
  const stepsIn = routes.map((route) => [...new Set(route)]);
  const counts = new Map<number, number>();
  for (const places of people) {
    const mine = new Set([...new Set(places)].flatMap((place) => stepsIn[place] ?? []));
    for (const step of mine) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return counts;
}
