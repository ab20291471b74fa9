/** Question  Who comes back, when, and where do they re-enter?
 *  Counts    people (after identity merge), once per period; laps of the loop: parted by silence longer than lapGapMs
 *  Time      event time, [from, to); calendar periods of the zone, weeks from Monday; silences are elapsed ms
 *  Answers   exactly; percentiles interpolate as pandas' linear
 *  Limits    within one period the order of beginning and coming back is not looked at; a period that was not over yet is null, not 0 */
import { type CohortFrame, isMeasured, type Loop, type Retention, type RetentionInput } from '@continuo/core';
import { z } from 'zod';
import { activityName } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { int, type Sql, sql, uint } from '../sql.ts';
import { attendance, readFrame } from './attendance.ts';
import { byName } from './by-name.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number();
const cellRow = z.object({ c: count, p: count, people: count });
const lapRow = z.object({ laps: count, people: count });
const reentryRow = z.object({ c: count, laps: count, people: count });
const silenceRow = z.object({ n: count, q: z.tuple([z.number().nullable(), z.number().nullable()]) });

/** Stands for "is in the cohort" among the periods of a cell. */
const MEMBER = -1_000_000;

export const retention: Question<RetentionInput, Retention> = {
  exactness: 'exact',
  limits: ['Within one period it is not looked at whether somebody began before coming back.'],
  async ask(input, asking) {
    const [cohorts, loop] = await Promise.all([readCohorts(input, asking), readLoop(input, asking)]);
    return { cohorts, loop };
  },
};

async function readCohorts(input: RetentionInput, asking: Asking): Promise<Retention['cohorts']> {
  const frame = await readFrame(input, asking);
  if (!frame) return [];
  const end = frame.first + frame.startsMs.length - 2;
  // People with the same periods are counted once and then spread over cells: 45 CPU ms against 400 over 20M events.
  const rows = await asking.warehouse.query(
    sql`select c, p, sum(n) as people
from (
  select c, back, n from (select cohorts, back, count() as n from (${attendance(input, asking)}) group by cohorts, back)
  array join cohorts as c where c <= ${int(end)})
array join arrayPushFront(arrayFilter(p -> p >= c and p <= ${int(end)}, back), toInt32(${int(MEMBER)})) as p
group by c, p`,
    asking.options,
  );
  const cells = new Map(rows.map((row) => cellRow.parse(row)).map(({ c, p, people }) => [`${c} ${p}`, people]));
  return cohortsOf(frame, (cohort, period) => cells.get(`${cohort} ${period}`) ?? 0);
}

function cohortsOf(frame: CohortFrame, people: (cohort: number, period: number) => number): Retention['cohorts'] {
  const starts = frame.startsMs.slice(0, -1);
  return starts.map((fromMs, i) => {
    const cohort = frame.first + i;
    const { running } = frame;
    return {
      fromMs,
      size: people(cohort, MEMBER),
      back: starts.slice(i).map((_, k) => (isMeasured(frame, cohort + k) ? people(cohort, cohort + k) : null)),
      running: running !== null && running >= cohort ? people(cohort, running) : null,
    };
  });
}

/** One row a person: `person, codes, gaps` of everything they did, whatever runs it lies in. */
function lives(asking: Asking): Sql {
  const runs = scopedRuns(asking.scope, asking);
  if (asking.scope.unit === 'person') return sql`select person, codes, gaps from (${runs})`;
  return sql`select person, arrayMap(x -> x.4, life) as codes, arrayDifference(arrayMap(x -> x.1, life)) as gaps
  from (
    select person, arraySort(x -> (x.1, x.2, x.3), groupArrayArray(arrayMap((after, i, c) -> (start_ms + toInt64(after), no, i, c),
      arrayCumSum(gaps), arrayEnumerate(codes), codes))) as life
    from (${runs}) group by person)`;
}

async function readLoop({ lapGapMs }: RetentionInput, asking: Asking): Promise<Loop> {
  const { warehouse, book, options } = asking;
  const returns = sql`select person, arrayFilter((c, gap) -> gap > ${uint(lapGapMs)}, codes, gaps) as entered,
    arrayFilter(gap -> gap > ${uint(lapGapMs)}, gaps) as silences from (${lives(asking)})`;
  const [laps, reentry, [silence]] = await Promise.all([
    warehouse.query(
      sql`select length(entered) + 1 as laps, count() as people from (${returns}) group by laps order by laps`,
      options,
    ),
    warehouse.query(
      sql`select c, count() as laps, uniqExact(person) as people from (${returns}) array join entered as c group by c`,
      options,
    ),
    warehouse.query(
      sql`select count() as n, quantilesExactInclusive(0.5, 0.9)(silence) as q from (${returns}) array join silences as silence`,
      options,
    ),
  ]);
  const byLaps = laps.map((row) => lapRow.parse(row));
  const { n, q } = silenceRow.parse(silence);
  const sum = (from: number): number => byLaps.reduce((all, one) => all + (one.laps >= from ? one.people : 0), 0);
  return {
    laps: byLaps,
    reentry: reentry
      .map((row) => reentryRow.parse(row))
      .map(({ c, ...counts }) => ({ activity: activityName(book, c), ...counts }))
      .sort((a, b) => b.laps - a.laps || byName(a.activity, b.activity)),
    betweenMs: n === 0 ? null : { median: q[0] ?? 0, p90: q[1] ?? 0 },
    cameBack: sum(2),
    people: sum(1),
  };
}
