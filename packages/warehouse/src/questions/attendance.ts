import { cohortFrame, isTimeZone, Problem, periodNumber, type RetentionInput } from '@continuo/core';
import { z } from 'zod';
import { activityCodes } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { codes, type Sql, sql } from '../sql.ts';
import { periodOf } from './period-of.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const boundsRow = z.object({ starts: count, first: count, last: count });

/** Instants of a run's events, ms. */
const TIMES = sql`arrayMap(after -> start_ms + toInt64(after), arrayCumSum(gaps))`;

/** The periods of those events of a run that have the activity (null: any), each once. */
function periodsWith(activity: string | null, { book }: Asking): Sql {
  if (activity === null) return sql`arrayDistinct(periods)`;
  return sql`arrayDistinct(arrayFilter((p, c) -> has(${codes(activityCodes(book, [activity]))}, c), periods, codes))`;
}

/** One row a person who began: `person, cohorts, back`, both lists of period numbers, ascending. */
export function attendance(input: RetentionInput, asking: Asking): Sql {
  const runs = sql`select person, codes, arrayMap(t -> ${periodOf(sql`t`, input)}, ${TIMES}) as periods from (${scopedRuns(asking.scope, asking)})`;
  const starts = periodsWith(input.start, asking);
  const back = periodsWith(input.back, asking);
  // Person runs are one row a person: nothing has to be gathered.
  const people =
    asking.scope.unit === 'person'
      ? sql`select person, arraySort(${starts}) as starts, arraySort(${back}) as back from (${runs})`
      : sql`select person, arraySort(groupUniqArrayArray(${starts})) as starts, arraySort(groupUniqArrayArray(${back})) as back
    from (${runs}) group by person`;
  const cohorts = input.kind === 'first' ? sql`[starts[1]]` : sql`starts`;
  return sql`select person, ${cohorts} as cohorts, back from (${people}) where notEmpty(starts)`;
}

/** The periods of the cohort table; null when nobody began. Throws `input.invalid` for an unknown zone, too many periods. */
export async function readFrame(input: RetentionInput, asking: Asking) {
  if (!isTimeZone(input.timeZone)) throw new Problem('input.invalid', `${input.timeZone} is not a known time zone.`);
  const began =
    input.start === null
      ? sql`[start_ms]`
      : sql`arrayFilter((t, c) -> has(${codes(activityCodes(asking.book, [input.start]))}, c), ${TIMES}, codes)`;
  const [row] = await asking.warehouse.query(
    sql`select sum(length(began)) as starts, minIf(began[1], notEmpty(began)) as first, max(last) as last
from (select ${began} as began, start_ms + toInt64(arraySum(gaps)) as last
  from (${scopedRuns(asking.scope, asking)}))`,
    asking.options,
  );
  const { starts, first, last } = boundsRow.parse(row);
  const period = (timeMs: number): number | null =>
    starts === 0 ? null : periodNumber(timeMs, input.period, input.timeZone);
  const { range } = asking.scope;
  return cohortFrame({ first: period(first), last: period(last), input, range, dataAsOfMs: asking.dataAsOfMs });
}
