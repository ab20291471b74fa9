import { Problem } from '../problem.ts';
import { automatonOf } from './automaton.ts';
import { checkTree } from './check-tree.ts';
import { MOST_PLACES } from './most-places.ts';
import type { ProcessTree } from './process-tree.ts';

/** Which steps follow each other directly: `before` one way only, `either` both ways. All other pairs never do. */
export interface Footprint {
  /** Step numbers that occur, ascending. */
  readonly steps: readonly number[];
  /** Pairs [a, b]: b directly after a, never a directly after b; sorted. */
  readonly before: readonly (readonly [number, number])[];
  /** Pairs [a, b] with a ≤ b: both ways; sorted. */
  readonly either: readonly (readonly [number, number])[];
}

/** The footprint of sequences of step numbers; touches that are not on the map (0) are passed over. */
export function footprintOf(sequences: Iterable<ArrayLike<number>>): Footprint {
  const steps = new Set<number>();
  const follows = new Map<number, Set<number>>();
  for (const sequence of sequences) {
    let last = 0;
    for (let at = 0; at < sequence.length; at += 1) {
      const step = sequence[at] as number;
      if (step === 0) continue;
      steps.add(step);
      if (last !== 0) noteFollower(follows, last, step);
      last = step;
    }
  }
  return relations(steps, follows);
}

/** The footprint of everything a map allows. Throws `input.invalid` for a map with more than 50,000 places. */
export function footprintOfMap(tree: ProcessTree): Footprint {
  checkTree(tree);
  const automaton = automatonOf(tree, MOST_PLACES);
  if (automaton === null) throw new Problem('input.invalid', 'The map allows too many orders for a footprint.');
  const { places, steps, first, edgeStep, edgeTo } = automaton;
  const follows = new Map<number, Set<number>>();
  for (let place = 0; place < places; place += 1) {
    for (let edge = first[place] as number; edge < (first[place + 1] as number); edge += 1) {
      const to = edgeTo[edge] as number;
      for (let next = first[to] as number; next < (first[to + 1] as number); next += 1) {
        noteFollower(follows, steps[edgeStep[edge] as number] as number, steps[edgeStep[next] as number] as number);
      }
    }
  }
  return relations(new Set(steps), follows);
}

/** How far two footprints agree. */
export interface FootprintMatch {
  /** Share of the pairs that were lived one after the other which stand in the map in the same relation; 1 when none were. */
  readonly fitness: number;
  /** Share of the pairs of the map that were lived in the same relation; 1 when it has none. */
  readonly precision: number;
}

/** Holds what was lived against a map; a pair that the map allows both ways fits also when it was lived one way only. */
export function compareFootprints(lived: Footprint, map: Footprint): FootprintMatch {
  const livedPairs = waysOf(lived);
  const mapPairs = waysOf(map);
  const share = (pairs: ReadonlySet<string>, others: ReadonlySet<string>): number =>
    pairs.size === 0 ? 1 : [...pairs].filter((pair) => others.has(pair)).length / pairs.size;
  return { fitness: share(livedPairs, mapPairs), precision: share(mapPairs, livedPairs) };
}

function waysOf({ before, either }: Footprint): ReadonlySet<string> {
  return new Set([...before, ...either, ...either.map(([a, b]) => [b, a] as const)].map(([a, b]) => `${a} ${b}`));
}

function noteFollower(follows: Map<number, Set<number>>, step: number, next: number): void {
  const known = follows.get(step);
  if (known === undefined) follows.set(step, new Set([next]));
  else known.add(next);
}

function relations(occurring: ReadonlySet<number>, follows: ReadonlyMap<number, ReadonlySet<number>>): Footprint {
  const steps = [...occurring].sort((a, b) => a - b);
  const before: [number, number][] = [];
  const either: [number, number][] = [];
  for (const a of steps) {
    for (const b of steps) {
      if (follows.get(a)?.has(b) !== true) continue;
      if (follows.get(b)?.has(a) !== true) before.push([a, b]);
      else if (a <= b) either.push([a, b]);
    }
  }
  return { steps, before, either };
}
