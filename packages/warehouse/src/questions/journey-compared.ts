import { type Compared, type ComparedOutcome, compareGroups } from '@continuo/core';
import { factAt } from './journey-facts.ts';

/** Passages that stand for people and have ended, and how many of them came out well. */
export interface Followed {
  readonly n: number;
  readonly of: number;
}

/** How a step went for a passage: some touch of it is broken, or it was had and none is. */
export type Situation = 'broken' | 'sound';

/** What followed, over the passages that stand for people and have ended; null where nobody is on one side. */
export interface Comparisons {
  /** Who did one of these (never two of them in one passage) against who could: doing it implies that they could. */
  ofFacts(did: readonly number[], could: number): Compared | null;
  /**
   * Who did this off the map against who did not, both in one situation at the step after which it mostly happens: broken, where
   * it is for most of those who did it, else had and not broken (before the first: everybody).
   */
  offMap(code: number): Compared | null;
}

/**
 * Comparisons from what followed by fact. `together`: of those who did an activity off the map and for whom a step is so;
 * `after`: the step after which an activity mostly happens, 0 before the first.
 */
export function comparisonsOf(
  outcome: ComparedOutcome,
  {
    followed,
    together,
    after,
  }: {
    readonly followed: (fact: number) => Followed;
    readonly together: (code: number, step: number, situation: Situation) => Followed;
    readonly after: (code: number) => number;
  },
): Comparisons {
  const without = (all: Followed, those: Followed): Followed => ({ n: all.n - those.n, of: all.of - those.of });
  return {
    ofFacts(did, could) {
      const those = did.map(followed).reduce((sum, one) => ({ n: sum.n + one.n, of: sum.of + one.of }));
      return compareGroups(outcome, those, without(followed(could), those));
    },
    offMap(code) {
      const did = followed(factAt({ kind: 'off-map', code }, 'met'));
      const number = after(code);
      if (number === 0) return compareGroups(outcome, did, without(followed(factAt({ kind: 'map' }, 'started')), did));
      const situation: Situation = together(code, number, 'broken').of * 2 > did.of ? 'broken' : 'sound';
      const those = together(code, number, situation);
      return compareGroups(outcome, those, without(followed(factAt({ kind: 'step', number }, situation)), those));
    },
  };
}
