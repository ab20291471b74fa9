import type { ProcessTree } from '../alignment/process-tree.ts';
import { anyOrderCut } from './cut-any-order.ts';
import { choiceCut, splitByChoice } from './cut-choice.ts';
import { repeatCut, splitByRepeat } from './cut-repeat.ts';
import { sequenceCut, splitBySequence } from './cut-sequence.ts';
import { fallThrough } from './fall-through.ts';
import { distinctRoutes, type Follows, followsOf, type Routes } from './follows.ts';
import type { SeenRoute } from './seen-routes.ts';
import { NOTHING, tidyTree } from './tidy-tree.ts';

/**
 * Mines the tree of what customers lived: every given route fits it (fitness 1), however rare. To leave out rare routes,
 * filter first (`coveredRoutes`); how often a route was taken does not change the tree.
 * No routes, or only empty ones: `nothing`. Step numbers must be positive; the order of the input changes nothing.
 * O(steps³) a level on the directly-follows relation, after O(events).
 * Sources: Leemans, Fahland & van der Aalst, Discovering block-structured process models from event logs (2013); Leemans,
 * Robust Process Mining with Guarantees (2017).
 */
export function mineTree(seen: readonly SeenRoute[]): ProcessTree {
  return tidyTree(mine(seen.map(({ sequence }) => sequence)));
}

function mine(all: Routes): ProcessTree {
  const distinct = distinctRoutes(all);
  const routes = distinct.filter((route) => route.length > 0);
  if (routes.length === 0) return NOTHING;
  const tree = mineLived(routes);
  return routes.length < distinct.length ? { kind: 'choice', children: [NOTHING, tree] } : tree;
}

function mineLived(routes: Routes): ProcessTree {
  const follows = followsOf(routes);
  const [step] = follows.steps;
  if (step !== undefined && follows.steps.length === 1 && routes.every((route) => route.length === 1)) {
    return { kind: 'step', step };
  }
  return mineByCut(routes, follows) ?? mineByFallThrough(routes, follows);
}

function mineByCut(routes: Routes, follows: Follows): ProcessTree | null {
  const choice = choiceCut(follows);
  if (choice) return { kind: 'choice', children: splitByChoice(routes, follows, choice).map(mine) };
  const sequence = sequenceCut(follows);
  if (sequence) return { kind: 'sequence', children: splitBySequence(routes, follows, sequence).map(mine) };
  const anyOrder = anyOrderCut(follows);
  if (anyOrder) {
    const groups = anyOrder.map((group) => new Set(group.map((at) => follows.steps[at] as number)));
    const parts = groups.map((group) => routes.map((route) => route.filter((step) => group.has(step))));
    return { kind: 'any-order', children: parts.map(mine) };
  }
  const repeat = repeatCut(follows);
  if (!repeat) return null;
  const [passes, back] = splitByRepeat(routes, follows, repeat[0] as readonly number[]);
  return { kind: 'repeat', body: mine(passes), redo: mine(back), atMost: null };
}

function mineByFallThrough(routes: Routes, follows: Follows): ProcessTree {
  const way = fallThrough(routes, follows);
  if (way.kind === 'beside') return { kind: 'any-order', children: [mine(way.step), mine(way.others)] };
  if (way.kind === 'passes') return { kind: 'repeat', body: mine(way.passes), redo: null, atMost: null };
  const any: ProcessTree = { kind: 'choice', children: follows.steps.map((step) => ({ kind: 'step', step })) };
  return { kind: 'repeat', body: any, redo: null, atMost: null };
}
