/** Question  Is each step steady, day by day, and if not, since when?
 *  Counts    passages that came to a step (or waited for it in vain), and those of them that were harmed there
 *  Time      passages by their first touch, [from, to); days of the time zone, of the passage's first touch of the step
 *  Answers   exactly; unsteady by a p′ chart and a run of eight days, dated by a change point (see core)
 *  Limits    days with fewer than 5 passages and steps with fewer than 20 such days tell nothing */
import {
  isTimeZone,
  type JourneyDays,
  Problem,
  periodStart,
  STEADY_NEEDS,
  tellingPeriods,
  unsteadySince,
} from '@continuo/core';
import { journeyDaysOf } from '@continuo/core/oracle';
import { z } from 'zod';
import { readFewPassages } from '../journeys/few-passages.ts';
import { sql, uints } from '../sql.ts';
import { factAt } from './journey-facts.ts';
import { contextOf } from './journey-few.ts';
import { dayNumber, factMoments } from './journey-moments.ts';
import { numberedSteps } from './journey-steps.ts';
import type { Asking, Question } from './question.ts';

export interface JourneyDaysInput {
  readonly timeZone: string;
}

const count = z.coerce.number();
const dayRow = z.object({ fact: count, day: count, runs: count });

export const journeyDays: Question<JourneyDaysInput, JourneyDays> = {
  exactness: 'exact',
  limits: ['Steps with fewer than 20 days of 5 passages or more are neither steady nor unsteady.'],
  async ask({ timeZone }, asking) {
    if (!isTimeZone(timeZone)) throw new Problem('input.invalid', `${timeZone} is not a known time zone.`);
    const few = await readFewPassages(asking);
    if (few) return journeyDaysOf(few, { timeZone }, contextOf(asking));
    const steps = numberedSteps(asking);
    const read = await readDays(
      steps.map(({ number }) => number),
      timeZone,
      asking,
    );
    const days: JourneyDays['days'][number][] = [];
    const unsteady: JourneyDays['unsteady'][number][] = [];
    let told = 0;
    for (const { number, step } of steps) {
      const own = read.get(number) ?? [];
      const periods = own.map(({ due, harmed }) => ({ n: harmed, of: due }));
      days.push(
        ...own.map(({ day, due, harmed }) => ({
          dayMs: periodStart(day, 'day', timeZone),
          step: step.id,
          due,
          harmed,
        })),
      );
      if (tellingPeriods(periods).length >= STEADY_NEEDS.periods) told += 1;
      const change = unsteadySince(periods);
      if (!change) continue;
      const sinceMs = periodStart(own[change.at]?.day as number, 'day', timeZone);
      unsteady.push({ step: step.id, sinceMs, before: change.before, since: change.since });
    }
    return { days, unsteady, told };
  },
};

interface Day {
  readonly day: number;
  due: number;
  harmed: number;
}

/** Days in their order, by number of the step. */
async function readDays(
  numbers: readonly number[],
  timeZone: string,
  asking: Asking,
): Promise<ReadonlyMap<number, readonly Day[]>> {
  const came = new Map(numbers.map((number) => [factAt({ kind: 'step', number }, 'came'), number]));
  const harmed = new Map(numbers.map((number) => [factAt({ kind: 'step', number }, 'harmed'), number]));
  const rows = await asking.warehouse.query(
    sql`select fact, ${dayNumber(sql`moment`, timeZone)} as day, count() as runs from (${factMoments(asking)})
where fact in ${uints([...came.keys(), ...harmed.keys()])} group by fact, day order by day`,
    asking.options,
  );
  const days = new Map<number, Map<number, Day>>();
  for (const { fact, day, runs } of rows.map((row) => dayRow.parse(row))) {
    const number = (came.get(fact) ?? harmed.get(fact)) as number;
    const own = days.get(number) ?? new Map<number, Day>();
    const here = own.get(day) ?? { day, due: 0, harmed: 0 };
    if (came.has(fact)) here.due += runs;
    else here.harmed += runs;
    days.set(number, own.set(day, here));
  }
  return new Map([...days].map(([number, own]) => [number, [...own.values()]]));
}
