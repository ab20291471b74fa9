/** Question  Who comes back, when, and where do they re-enter?
 *  Counts    people (after identity merge), once per period; laps of the loop: parted by silence longer than lapGapMs
 *  Time      event time, [from, to); calendar periods of the zone, weeks from Monday; silences are elapsed ms
 *  Answers   exactly; percentiles interpolate as pandas' linear
 *  Limits    within one period the order of beginning and coming back is not looked at; a period that was not over yet is null, not 0 */
import { type CohortFrame, isMeasured, type Loop, type Retention, type RetentionInput } from '@continuo/core';
import { z } from 'zod';
import { activityName } from '../runs/code-book.ts';
import { runPlace } from '../scope/run-place.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { int, type Sql, sql, uint } from '../sql.ts';
import { attendance, readFrame } from './attendance.ts';
import { byName } from './by-name.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number();
const cellRow = z.object({ c: count, p: count, people: count });
const counts = z.tuple([z.array(count), z.array(count)]);
const loopRow = z.object({
  laps: counts,
  returns: counts,
  returners: counts,
  silence: z.tuple([z.number().nullable(), z.number().nullable()]),
});

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
    select person, arraySort(x -> (x.1, x.2, x.3), groupArrayArray(arrayMap((after, i, c) -> (start_ms + toInt64(after), ${runPlace(asking.scope)}, i, c),
      arrayCumSum(gaps), arrayEnumerate(codes), codes))) as life
    from (${runs}) group by person)`;
}

/** One pass over one row a person, one row back: whatever is counted there is counted in maps. */
async function readLoop({ lapGapMs }: RetentionInput, asking: Asking): Promise<Loop> {
  const [row] = await asking.warehouse.query(
    sql`select sumMap([length(entered) + 1], [toUInt64(1)]) as laps, sumMap(entered, arrayMap(c -> toUInt64(1), entered)) as returns,
  sumMap(arrayDistinct(entered), arrayMap(c -> toUInt64(1), arrayDistinct(entered))) as returners,
  quantilesExactInclusiveArray(0.5, 0.9)(silences) as silence
from (
  select arrayFilter((c, gap) -> gap > ${uint(lapGapMs)}, codes, gaps) as entered, arrayFilter(gap -> gap > ${uint(lapGapMs)}, gaps) as silences
  from (${lives(asking)}))`,
    asking.options,
  );
  const { laps, returns, returners, silence } = loopRow.parse(row);
  const byLaps = laps[0].map((times, i) => ({ laps: times, people: laps[1][i] ?? 0 }));
  const people = new Map(returners[0].map((code, i) => [code, returners[1][i] ?? 0]));
  const sum = (from: number): number => byLaps.reduce((all, one) => all + (one.laps >= from ? one.people : 0), 0);
  const [median, p90] = silence;
  return {
    laps: byLaps,
    reentry: returns[0]
      .map((code, i) => ({
        activity: activityName(asking.book, code),
        laps: returns[1][i] ?? 0,
        people: people.get(code) ?? 0,
      }))
      .sort((a, b) => b.laps - a.laps || byName(a.activity, b.activity)),
    betweenMs: median === null || p90 === null ? null : { median, p90 },
    cameBack: sum(2),
    people: sum(1),
  };
}
