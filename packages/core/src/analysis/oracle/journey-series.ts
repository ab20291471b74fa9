import { periodNumber } from '../../time/calendar.ts';
import type { JourneySeries } from '../series.ts';
import { lateMs } from './journey-days.ts';
import { isAsPromised, type StepFact, stepFacts, triedTwiceOrAsked } from './journey-facts.ts';
import { stepMs } from './journey-gaps.ts';
import { type MapContext, numberedSteps } from './journey-map.ts';
import { endMsOf, isEnded, type JudgedRun } from './journey-run.ts';
import { timesOf } from './scope.ts';

export function journeySeriesOf(
  runs: readonly JudgedRun[],
  { timeZone }: { readonly timeZone: string },
  { definitions, dataAsOfMs }: MapContext,
): JourneySeries {
  const dayOf = (timeMs: number): number => periodNumber(timeMs, 'day', timeZone);
  const map = byDay(
    runs.filter(isEnded).map((run) => ({
      day: dayOf(endMsOf(run, dataAsOfMs)),
      ended: 1,
      gotIt: Number(run.status === 'goal'),
      asPromised: Number(isAsPromised(run, dataAsOfMs)),
      tried: Number(triedTwiceOrAsked(run)),
    })),
  );
  const answers = byDay(
    runs.flatMap(({ run }) =>
      timesOf(run).flatMap((timeMs, i) =>
        run.felt[i] === 'none' ? [] : [{ day: dayOf(timeMs), answered: 1, unhappy: Number(run.felt[i] === 'unhappy') }],
      ),
    ),
  );
  const steps = [...numberedSteps(definitions)].flatMap(([number, step]) =>
    byDay(
      runs.flatMap((run) => {
        const facts = stepFacts(run, dataAsOfMs).get(number);
        if (!facts?.has('due') && !facts?.has('harmed')) return [];
        const has = (fact: StepFact): number => Number(facts.has(fact));
        return [
          {
            day: dayOf(stepMs(run, number) ?? lateMs(run, step, dataAsOfMs)),
            came: 1,
            had: has('had'),
            broken: has('broken'),
            late: has('late'),
            harmed: has('harmed'),
            unhappy: has('unhappy'),
          },
        ];
      }),
    ).map((counts) => ({ step, ...counts })),
  );
  return { map, answers, steps };
}

/** Rows of the same day added up, in the order of days. */
function byDay<Row extends { readonly day: number } & Readonly<Record<string, number>>>(rows: readonly Row[]): Row[] {
  const days = new Map<number, Record<string, number>>();
  for (const row of rows) {
    const known = days.get(row.day);
    if (!known) days.set(row.day, { ...row });
    else for (const [name, n] of Object.entries(row)) if (name !== 'day') known[name] = (known[name] ?? 0) + n;
  }
  return [...days.values()].sort((a, b) => (a.day as number) - (b.day as number)) as Row[];
}
