import { STEADY_NEEDS, tellingPeriods, unsteadySince } from '../../stats/unsteady.ts';
import { periodNumber, periodStart } from '../../time/calendar.ts';
import type { JourneyDays } from '../journey-gaps.ts';
import { stepFacts } from './journey-facts.ts';
import { stepMs } from './journey-gaps.ts';
import { type MapContext, numberedSteps } from './journey-map.ts';
import { promiseLived } from './journey-promise.ts';
import type { JudgedRun } from './journey-run.ts';

export function journeyDaysOf(
  runs: readonly JudgedRun[],
  { timeZone }: { readonly timeZone: string },
  { definitions, dataAsOfMs }: MapContext,
): JourneyDays {
  const days: JourneyDays['days'][number][] = [];
  const unsteady: JourneyDays['unsteady'][number][] = [];
  let told = 0;
  for (const [number, step] of numberedSteps(definitions)) {
    const found = new Map<number, { due: number; harmed: number }>();
    for (const run of runs) {
      const facts = stepFacts(run, dataAsOfMs).get(number);
      if (!facts?.has('due') && !facts?.has('harmed')) continue;
      const day = periodNumber(stepMs(run, number) ?? lateMs(run, step, dataAsOfMs), 'day', timeZone);
      const here = found.get(day) ?? { due: 0, harmed: 0 };
      here.due += 1;
      if (facts.has('harmed')) here.harmed += 1;
      found.set(day, here);
    }
    const inOrder = [...found].sort(([a], [b]) => a - b);
    days.push(...inOrder.map(([day, counts]) => ({ dayMs: periodStart(day, 'day', timeZone), step, ...counts })));
    const periods = inOrder.map(([, { due, harmed }]) => ({ n: harmed, of: due }));
    if (tellingPeriods(periods).length >= STEADY_NEEDS.periods) told += 1;
    const change = unsteadySince(periods);
    if (change)
      unsteady.push({
        step,
        sinceMs: periodStart(inOrder[change.at]?.[0] as number, 'day', timeZone),
        before: change.before,
        since: change.since,
      });
  }
  return { days, unsteady, told };
}

/** Kept waiting for a step that never came: the earliest instant at which a promise of it was broken. */
export function lateMs(run: JudgedRun, step: string, dataAsOfMs: number): number {
  return Math.min(
    ...run.judging.contract.promises.flatMap((promise) => {
      const lived = promise.to === step ? promiseLived(run, promise.id, dataAsOfMs) : null;
      return lived?.state === 'late' ? [lived.fromMs + lived.elapsedMs] : [];
    }),
  );
}
