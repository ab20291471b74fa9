import type { Answer, Population, Scope } from '@continuo/core';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { sql } from '../sql.ts';
import { distinctPeople } from './distinct-people.ts';
import type { Asking, Question } from './question.ts';

/** Asks one question and puts beside its result what is needed to believe it. */
export async function ask<Input, Result>(
  name: string,
  question: Question<Input, Result>,
  input: Input,
  asking: Asking,
): Promise<Answer<Result>> {
  const [result, population] = await Promise.all([question.ask(input, asking), populationOf(asking.scope, asking)]);
  return {
    question: name,
    result,
    population,
    scope: asking.scope,
    dataAsOfMs: asking.dataAsOfMs,
    exactness: question.exactness,
    limits: question.limits,
  };
}

async function populationOf(scope: Scope, asking: Asking): Promise<Population> {
  const [row] = await asking.warehouse.query(
    sql`select ${distinctPeople(asking)} as people, count() as runs, sum(length(codes)) as events from (${scopedRuns(scope, asking)})`,
    asking.options,
  );
  return { people: Number(row?.people ?? 0), runs: Number(row?.runs ?? 0), events: Number(row?.events ?? 0) };
}
