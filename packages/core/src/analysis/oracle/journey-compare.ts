import type { Compared } from '../journey-map.ts';
import { type ComparedOutcome, compareGroups } from '../journey-shares.ts';
import { isAsPromised, stepFacts } from './journey-facts.ts';
import { decidingRuns, isEnded, type JudgedRun, offMapOf } from './journey-run.ts';
import { remembered, rememberedAt } from './remembered.ts';

/** Those who did against those who could have: of each person the passage that stands for them, when it has ended. */
export function compareRuns(
  runs: readonly JudgedRun[],
  outcome: ComparedOutcome,
  dataAsOfMs: number,
  { did, could }: { readonly did: (run: JudgedRun) => boolean; readonly could: (run: JudgedRun) => boolean },
): Compared | null {
  const told = toldRuns(runs, outcome, dataAsOfMs);
  const count = (group: readonly JudgedRun[]) => ({
    n: group.filter((run) => outcomeOf(run, outcome, dataAsOfMs)).length,
    of: group.length,
  });
  return compareGroups(outcome, count(told.filter(did)), count(told.filter((run) => !did(run) && could(run))));
}

/**
 * Those who did this off the map against those in the same situation who did not: most who did it met the step before it
 * (`after`; 0: before the first) broken, then people for whom it is broken; else people who had it, and it is not.
 */
export function compareOffMap(
  runs: readonly JudgedRun[],
  outcome: ComparedOutcome,
  dataAsOfMs: number,
  { activity, after }: { readonly activity: string; readonly after: number },
): Compared | null {
  const has = (fact: 'broken' | 'sound') => (run: JudgedRun) =>
    stepFacts(run, dataAsOfMs).get(after)?.has(fact) === true;
  const isIt = (run: JudgedRun): boolean => activitiesOffMap(run).has(activity);
  const those = toldRuns(runs, outcome, dataAsOfMs).filter(isIt);
  const isMostlyBroken = those.filter(has('broken')).length * 2 > those.length;
  const could = after === 0 ? () => true : has(isMostlyBroken ? 'broken' : 'sound');
  return compareRuns(runs, outcome, dataAsOfMs, { did: (run) => isIt(run) && could(run), could });
}

const activitiesOffMap = remembered(
  (run: JudgedRun): ReadonlySet<string> => new Set(offMapOf(run).map(({ activity }) => activity)),
);

/** The passages that stand for people, have ended and have an outcome; looked for once among the same passages. */
function toldRuns(runs: readonly JudgedRun[], outcome: ComparedOutcome, dataAsOfMs: number): readonly JudgedRun[] {
  return toldOf(runs, dataAsOfMs)(outcome);
}

const toldOf = rememberedAt((runs: readonly JudgedRun[], dataAsOfMs) => {
  const known = new Map<ComparedOutcome, readonly JudgedRun[]>();
  return (outcome: ComparedOutcome): readonly JudgedRun[] => {
    const told =
      known.get(outcome) ??
      decidingRuns(runs).filter((run) => isEnded(run) && outcomeOf(run, outcome, dataAsOfMs) !== null);
    known.set(outcome, told);
    return told;
  };
});

/** Null: nobody answered, where answers are compared. */
function outcomeOf(run: JudgedRun, outcome: ComparedOutcome, dataAsOfMs: number): boolean | null {
  switch (outcome) {
    case 'as-promised':
      return isAsPromised(run, dataAsOfMs);
    case 'got-it':
      return run.status === 'goal';
    case 'unhappy': {
      const last = run.run.felt.findLast((felt) => felt !== 'none');
      return last === undefined ? null : last === 'unhappy';
    }
  }
}
