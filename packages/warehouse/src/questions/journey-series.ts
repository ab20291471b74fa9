/** Question  How does a journey go, day by day?
 *  Counts    passages (not people), each on the day on which it was known; answers in passages on their own day
 *  Time      passages by the time of their first touch, [from, to); days of the time zone
 *  Answers   exactly
 *  Limits    a passage counts when it has ended; a promise still waiting then may be decided later */
import { isTimeZone, type JourneySeries, Problem } from '@continuo/core';
import { journeySeriesOf } from '@continuo/core/oracle';
import { z } from 'zod';
import { readFewPassages } from '../journeys/few-passages.ts';
import { judgedRuns, STATUS } from '../journeys/judged-runs.ts';
import { sql, uint, uints } from '../sql.ts';
import { type FactName, factAt, runFacts } from './journey-facts.ts';
import { contextOf } from './journey-few.ts';
import { dayNumber, factMoments } from './journey-moments.ts';
import { numberedSteps } from './journey-steps.ts';
import type { Asking, Question } from './question.ts';

export interface JourneySeriesInput {
  readonly timeZone: string;
}

const count = z.coerce.number();
const mapRow = z.object({ day: count, ended: count, gotIt: count, asPromised: count, tried: count });
const answerRow = z.object({ day: count, answered: count, unhappy: count });
const factRow = z.object({ fact: count, day: count, runs: count });
const FACTS = ['came', 'had', 'broken', 'late', 'harmed', 'unhappy'] as const satisfies readonly FactName[];

export const journeySeries: Question<JourneySeriesInput, JourneySeries> = {
  exactness: 'exact',
  limits: ['A promise still waiting when its passage ended may be decided later; the day then changes.'],
  async ask({ timeZone }, asking) {
    if (!isTimeZone(timeZone)) throw new Problem('input.invalid', `${timeZone} is not a known time zone.`);
    const few = await readFewPassages(asking);
    if (few) return journeySeriesOf(few, { timeZone }, contextOf(asking));
    const [map, answers, steps] = await Promise.all([
      readEnded(timeZone, asking),
      readAnswers(timeZone, asking),
      readSteps(timeZone, asking),
    ]);
    return { map, answers, steps };
  },
};

async function readEnded(timeZone: string, asking: Asking): Promise<JourneySeries['map']> {
  const tried = sql`has(facts, ${uint(factAt({ kind: 'map' }, 'tried'))})`;
  const rows = await asking.warehouse.query(
    sql`select ${dayNumber(sql`end_ms`, timeZone)} as day, count() as ended, countIf(status = ${STATUS.goal}) as gotIt,
  countIf(is_promised) as asPromised, countIf(${tried}) as tried
from (${runFacts(asking, ['promises', 'map'])}) where status != ${STATUS.open} group by day order by day`,
    asking.options,
  );
  return rows.map((row) => mapRow.parse(row));
}

async function readAnswers(timeZone: string, asking: Asking): Promise<JourneySeries['answers']> {
  const rows = await asking.warehouse.query(
    sql`select ${dayNumber(sql`moment`, timeZone)} as day, count() as answered, countIf(f = 1) as unhappy from (
  select start_ms + toInt64(after) as moment, f from (${judgedRuns(asking)}) array join arrayCumSum(gaps) as after, felt as f where f > 0)
group by day order by day`,
    asking.options,
  );
  return rows.map((row) => answerRow.parse(row));
}

async function readSteps(timeZone: string, asking: Asking): Promise<JourneySeries['steps']> {
  const steps = numberedSteps(asking);
  const asked = new Map(
    steps.flatMap(({ number, step }) =>
      FACTS.map((fact) => [factAt({ kind: 'step', number }, fact), { step: step.id, fact }] as const),
    ),
  );
  if (asked.size === 0) return [];
  const rows = await asking.warehouse.query(
    sql`select fact, ${dayNumber(sql`moment`, timeZone)} as day, count() as runs from (${factMoments(asking)})
where fact in ${uints([...asked.keys()])} group by fact, day order by day`,
    asking.options,
  );
  const days = new Map(steps.map(({ step }) => [step.id, new Map<number, Record<(typeof FACTS)[number], number>>()]));
  for (const { fact, day, runs } of rows.map((row) => factRow.parse(row))) {
    const { step, fact: name } = asked.get(fact) as { step: string; fact: (typeof FACTS)[number] };
    const own = days.get(step);
    const here = own?.get(day) ?? { came: 0, had: 0, broken: 0, late: 0, harmed: 0, unhappy: 0 };
    here[name] += runs;
    own?.set(day, here);
  }
  return [...days].flatMap(([step, own]) =>
    [...own].filter(([, { came }]) => came > 0).map(([day, counts]) => ({ step, day, ...counts })),
  );
}
