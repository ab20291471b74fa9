/** Question  How long a silence parts two passages?
 *  Counts    gaps between neighbouring events of a run, in buckets 2 to 3 % wide; gaps of 0 ms are no silence
 *  Time      event time, [from, to); elapsed ms
 *  Answers   the threshold within a bucket's width, percentiles exactly
 *  Limits    two rhythms are found only where two normal curves over log10 ms fit clearly better than one */
import { ENOUGH_GAPS, type SuggestedGap, suggestGap } from '@continuo/core';
import { z } from 'zod';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { type Sql, sql } from '../sql.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const bucketRow = z.object({ octave: count, step: count, gaps: count });
const usualRow = z.object({ gaps: count, p99: z.number().nullable() });

/** The suggestion for the scope; null with fewer than 30 gaps. At most 1,400 rows are read. */
export async function askSuggestedGap(asking: Asking): Promise<SuggestedGap | null> {
  const [rows, usual] = await Promise.all([
    asking.warehouse.query(
      sql`select roundToExp2(gap) as octave, intDiv(gap * 32, octave) as step, count() as gaps
from (${silences(asking)}) group by octave, step`,
      asking.options,
    ),
    askUsualGap(asking),
  ]);
  const buckets = rows
    .map((row) => bucketRow.parse(row))
    .map(({ octave, step, gaps }) => ({ octaveMs: octave, step, gaps }));
  return usual === null ? null : suggestGap(buckets, usual);
}

/** 99 of 100 silences are shorter, ms; null with fewer than 30 gaps. */
export async function askUsualGap(asking: Asking): Promise<number | null> {
  const [row] = await asking.warehouse.query(
    sql`select count() as gaps, quantileExactInclusive(0.99)(gap) as p99 from (${silences(asking)})`,
    asking.options,
  );
  const { gaps, p99 } = usualRow.parse(row);
  return gaps < ENOUGH_GAPS ? null : p99;
}

function silences(asking: Asking): Sql {
  return sql`select gap from (${scopedRuns(asking.scope, asking)}) array join arrayPopFront(gaps) as gap where gap > 0`;
}
