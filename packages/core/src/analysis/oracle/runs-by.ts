import { type StepFact, stepFacts } from './journey-facts.ts';
import { type JudgedRun, offMapOf } from './journey-run.ts';

/** By step number and fact the passages to which it happened. */
export function runsByStep(
  runs: readonly JudgedRun[],
  dataAsOfMs: number,
): ReadonlyMap<number, ReadonlyMap<StepFact, readonly JudgedRun[]>> {
  const found = new Map<number, Map<StepFact, JudgedRun[]>>();
  for (const run of runs)
    for (const [number, facts] of stepFacts(run, dataAsOfMs)) {
      const here = found.get(number) ?? new Map<StepFact, JudgedRun[]>();
      found.set(number, here);
      for (const fact of facts) addTo(here, fact, run);
    }
  return found;
}

/** By activity off the map the passages in which it happened. */
export function runsByActivity(runs: readonly JudgedRun[]): ReadonlyMap<string, readonly JudgedRun[]> {
  const found = new Map<string, JudgedRun[]>();
  for (const run of runs)
    for (const activity of new Set(offMapOf(run).map((event) => event.activity))) addTo(found, activity, run);
  return found;
}

function addTo<Key>(lists: Map<Key, JudgedRun[]>, key: Key, run: JudgedRun): void {
  const known = lists.get(key);
  if (known) known.push(run);
  else lists.set(key, [run]);
}
