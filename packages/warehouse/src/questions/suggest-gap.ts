/** Question  How long a silence parts two passages?
 *  Counts    gaps between neighbouring events of a run, in buckets 2 to 3 % wide; gaps of 0 ms are no silence
 *  Time      event time, [from, to); elapsed ms
 *  Answers   the threshold within a bucket's width, percentiles exactly
 *  Limits    two rhythms are found only where two normal curves over log10 ms fit clearly better than one */
import { betweenRhythms, longestUsual, type SuggestedGap } from '@continuo/core';
import { z } from 'zod';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { type Sql, sql } from '../sql.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const bucketRow = z.object({ octave: count, step: count, gaps: count });
const usualRow = z.object({ gaps: count, p99: z.number().nullable() });

/** The suggestion for the scope; null with fewer than 30 gaps. At most 1,400 rows are read. */
export async function askSuggestedGap(asking: Asking): Promise<SuggestedGap | null> {
  const rows = await asking.warehouse.query(
    sql`select roundToExp2(gap) as octave, intDiv(gap * 32, octave) as step, count() as gaps
from (${silences(asking)}) group by octave, step`,
    asking.options,
  );
  const buckets = rows
    .map((row) => bucketRow.parse(row))
    .map(({ octave, step, gaps }) => ({ octaveMs: octave, step, gaps }));
  return betweenRhythms(buckets) ?? (await askUsualGap(asking));
}

/** The silence than which 99 of 100 are shorter; null with fewer than 30 gaps. */
export async function askUsualGap(asking: Asking): Promise<SuggestedGap | null> {
  const [row] = await asking.warehouse.query(
    sql`select count() as gaps, quantileExactInclusive(0.99)(gap) as p99 from (${silences(asking)})`,
    asking.options,
  );
  const { gaps, p99 } = usualRow.parse(row);
  return longestUsual(gaps, p99 ?? Number.NaN);
}

function silences(asking: Asking): Sql {
  return sql`select gap from (${scopedRuns(asking.scope, asking)}) array join arrayPopFront(gaps) as gap where gap > 0`;
}
