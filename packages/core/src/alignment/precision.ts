import { Problem } from '../problem.ts';
import type { Alignment } from './alignment.ts';
import { type Automaton, automatonOf } from './automaton.ts';
import { checkTree } from './check-tree.ts';
import { MOST_PLACES } from './most-places.ts';
import type { ProcessTree } from './process-tree.ts';

/** What the map allows after the beginnings that were lived, and how much of it nobody did; counted once a run. */
export interface Precision {
  readonly allowed: number;
  /** Allowed, and never lived: escaping edges. */
  readonly escaping: number;
  /** 1 − escaping / allowed; 1 when nothing is allowed. */
  readonly precision: number;
}

export interface CountedMoves {
  readonly moves: Alignment['moves'];
  readonly runs: number;
}

/**
 * Precision of a map by escaping edges. A run is read as its alignment walks the map: steps in their place and steps
 * skipped, without extra touches; so every beginning is one the map allows. Every beginning that goes on weighs as many
 * runs as have it. A map that allows anything (a flower) is fitting and not precise. Null without runs.
 * Sources: Muñoz-Gama & Carmona, BPM 2010, 211–226; Adriansyah et al., Information Systems and e-Business Management 13
 * (2015) 37–67.
 * Throws `input.invalid` for a map with more than 50,000 places (16 steps in any order have as many).
 */
export function precisionOf(tree: ProcessTree, counted: readonly CountedMoves[]): Precision | null {
  checkTree(tree);
  const automaton = automatonOf(tree, MOST_PLACES);
  if (automaton === null) {
    throw new Problem('input.invalid', 'The map allows too many orders to count what nobody did.');
  }
  return precisionIn(automaton, counted);
}

/** A beginning that was lived. */
interface Beginning {
  /** Places where the map may be after it. */
  readonly places: readonly number[];
  readonly next: Map<number, Beginning>;
  /** Runs that go on after it. */
  runs: number;
}

/** Precision of an automaton; see `precisionOf`. */
export function precisionIn(automaton: Automaton, counted: readonly CountedMoves[]): Precision | null {
  const root: Beginning = { places: [automaton.start], next: new Map(), runs: 0 };
  const all: Beginning[] = [root];
  let total = 0;
  for (const { moves, runs } of counted) {
    total += runs;
    let beginning = root;
    for (const { kind, step } of moves) {
      if (kind === 'extra') continue;
      beginning.runs += runs;
      let next = beginning.next.get(step);
      if (next === undefined) {
        next = { places: placesAfter(automaton, beginning.places, step), next: new Map(), runs: 0 };
        beginning.next.set(step, next);
        all.push(next);
      }
      beginning = next;
    }
  }
  if (total === 0) return null;
  let allowed = 0;
  let escaping = 0;
  for (const { places, next, runs } of all) {
    if (runs === 0) continue;
    const steps = stepsAfter(automaton, places);
    allowed += runs * steps.size;
    for (const step of steps) if (!next.has(step)) escaping += runs;
  }
  return { allowed, escaping, precision: allowed === 0 ? 1 : 1 - escaping / allowed };
}

function placesAfter({ first, edgeStep, edgeTo, steps }: Automaton, places: readonly number[], step: number): number[] {
  const found = new Set<number>();
  for (const place of places) {
    for (let edge = first[place] as number; edge < (first[place + 1] as number); edge += 1) {
      if (steps[edgeStep[edge] as number] === step) found.add(edgeTo[edge] as number);
    }
  }
  return [...found];
}

function stepsAfter({ first, edgeStep, steps }: Automaton, places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const place of places) {
    for (let edge = first[place] as number; edge < (first[place + 1] as number); edge += 1) {
      found.add(steps[edgeStep[edge] as number] as number);
    }
  }
  return found;
}
