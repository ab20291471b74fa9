import { anyOrderCut } from './cut-any-order.ts';
import { choiceCut } from './cut-choice.ts';
import { repeatCut } from './cut-repeat.ts';
import { sequenceCut } from './cut-sequence.ts';
import type { Follows, Routes } from './follows.ts';
import { followsWithout } from './follows-without.ts';

/** What is left to do when no cut fits: each is looser than a cut, and each still allows every route. */
export type FallThrough =
  /** These routes beside all others, in any order. */
  | { readonly kind: 'beside'; readonly step: Routes; readonly others: Routes }
  /** The routes are passes, one after the other, with nothing between. */
  | { readonly kind: 'passes'; readonly passes: Routes }
  /** Any of the steps, again and again. */
  | { readonly kind: 'anything' };

/**
 * The tightest way out, tried in this order: a step that is exactly once in every route; a step without which a cut
 * fits; passes that begin at a start right after an end; passes that begin at a start; anything.
 * Routes are not empty. Among several steps the smallest number is taken.
 * Source: Leemans, Fahland & van der Aalst (2013), and the order of fall-throughs of Leemans (2017).
 */
export function fallThrough(routes: Routes, follows: Follows): FallThrough {
  if (follows.steps.length > 1) {
    const once = follows.steps.find((step) => routes.every((route) => isOnce(route, step)));
    const left = followsWithout(routes, follows);
    const beside = once ?? follows.steps.find((step) => hasCut(left(step)));
    if (beside !== undefined) {
      const step = routes.map((route) => route.filter((one) => one === beside));
      return { kind: 'beside', step, others: without(routes, beside) };
    }
  }
  const isStart = (step: number): boolean => follows.starts[follows.positions.get(step) as number] === 1;
  const isEnd = (step: number): boolean => follows.ends[follows.positions.get(step) as number] === 1;
  const strict = cutBefore(routes, (before, step) => isStart(step) && isEnd(before));
  if (strict.length > routes.length) return { kind: 'passes', passes: strict };
  const loose = cutBefore(routes, (_, step) => isStart(step));
  if (loose.length > routes.length) return { kind: 'passes', passes: loose };
  return { kind: 'anything' };
}

function isOnce(route: readonly number[], step: number): boolean {
  const at = route.indexOf(step);
  return at >= 0 && route.indexOf(step, at + 1) < 0;
}

function without(routes: Routes, step: number): Routes {
  return routes.map((route) => route.filter((one) => one !== step));
}

function hasCut(follows: Follows): boolean {
  return [choiceCut, sequenceCut, anyOrderCut, repeatCut].some((cut) => cut(follows) !== null);
}

function cutBefore(routes: Routes, isNew: (before: number, step: number) => boolean): Routes {
  return routes.flatMap((route) => {
    const parts: number[][] = [];
    for (const [at, step] of route.entries()) {
      if (at === 0 || isNew(route[at - 1] as number, step)) parts.push([]);
      parts.at(-1)?.push(step);
    }
    return parts;
  });
}
