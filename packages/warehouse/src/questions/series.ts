/** Question  How often does something happen, hour by hour or day by day?
 *  Counts    events of the scope's runs (after identity merge), those with a score, and the unhappy and happy among these
 *  Time      event time, [from, to); hours since 1970, or days of the time zone
 *  Answers   exactly
 *  Limits    periods in which nothing happened are left out */
import type { Series, SeriesInput } from '@continuo/core';
import { z } from 'zod';
import { activityCodes, channelCodes } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { codes, join, type Sql, sql } from '../sql.ts';
import { dayNumber } from './journey-moments.ts';
import type { Question } from './question.ts';

const count = z.coerce.number();
const pointRow = z.object({ slot: count, events: count, answered: count, unhappy: count, happy: count });

export const series: Question<SeriesInput, Series> = {
  exactness: 'exact',
  limits: ['Periods in which nothing happened are left out.'],
  async ask({ activity, channel, period, timeZone }, asking) {
    const wanted: Sql[] = [];
    if (activity !== null) wanted.push(sql`c in ${codes(activityCodes(asking.book, [activity]))}`);
    if (channel !== null) wanted.push(sql`w in ${codes(channelCodes(asking.book, channel))}`);
    const only = wanted.length === 0 ? sql`` : sql`where ${join(wanted, sql` and `)}`;
    const slot = period === 'day' ? dayNumber(sql`moment`, timeZone) : sql`intDiv(moment, 3600000)`;
    const rows = await asking.warehouse.query(
      sql`select ${slot} as slot, count() as events, countIf(f > 0) as answered, countIf(f = 1) as unhappy, countIf(f = 3) as happy from (
  select start_ms + toInt64(after) as moment, f from (${scopedRuns(asking.scope, asking)})
  array join arrayCumSum(gaps) as after, codes as c, channels as w, felt as f ${only})
group by slot order by slot`,
      asking.options,
    );
    return { points: rows.map((row) => pointRow.parse(row)) };
  },
};
