import type { Compared } from '../journey-map.ts';
import { type ComparedOutcome, compareGroups } from '../journey-shares.ts';
import { isAsPromised } from './journey-facts.ts';
import { decidingRuns, isEnded, type JudgedRun } from './journey-run.ts';

/** Those who did against those who could have: of each person the passage that stands for them, when it has ended. */
export function compareRuns(
  runs: readonly JudgedRun[],
  outcome: ComparedOutcome,
  dataAsOfMs: number,
  { did, could }: { readonly did: (run: JudgedRun) => boolean; readonly could: (run: JudgedRun) => boolean },
): Compared | null {
  const told = decidingRuns(runs).filter((run) => isEnded(run) && outcomeOf(run, outcome, dataAsOfMs) !== null);
  const count = (group: readonly JudgedRun[]) => ({
    n: group.filter((run) => outcomeOf(run, outcome, dataAsOfMs)).length,
    of: group.length,
  });
  return compareGroups(outcome, count(told.filter(did)), count(told.filter((run) => !did(run) && could(run))));
}

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
