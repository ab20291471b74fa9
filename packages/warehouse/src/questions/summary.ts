/** Question  What is there, in one look?
 *  Counts    people (after identity merge), runs, events, routes, answers; open runs as a class of their own
 *  Time      event time, [from, to); durations are elapsed ms from the first to the last event of a run
 *  Answers   exactly (routes by a 64-bit hash of their activities); percentiles interpolate as pandas' linear
 *  Limits    "still under way" is judged by usual silence, not by knowing what the person will do */
import type { Summary, SummaryInput } from '@continuo/core';
import { z } from 'zod';
import { activityName, channelName } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { int, type Sql, sql } from '../sql.ts';
import { byName } from './by-name.ts';
import { distinctPeople } from './distinct-people.ts';
import type { Asking, Question } from './question.ts';
import { spreadColumns, spreadRow } from './spread.ts';
import { askSuggestedGap, askUsualGap } from './suggest-gap.ts';

const count = z.coerce.number();
const totalRow = z.object({
  people: count,
  runs: count,
  events: count,
  activities: count,
  variants: count,
  first: count,
  last: count,
  duration: spreadRow,
  lengths: spreadRow,
  unhappy: count,
  neutral: count,
  happy: count,
  answered: count,
});
const channelRow = z.object({ w: count, events: count, people: count });
const endRow = z.object({ c: count, is_end: count, runs: count });

export const summary: Question<SummaryInput, Summary> = {
  exactness: 'exact',
  limits: ['Whether a run is still under way is judged by the silence usual between its events.'],
  async ask(_, asking) {
    const [total, channels, ends, openWithinMs] = await Promise.all([
      readTotals(asking),
      readChannels(asking),
      readEnds(asking),
      readOpenWithin(asking),
    ]);
    const { first, last, duration, lengths, answered, ...counts } = total;
    const isEmpty = counts.runs === 0;
    const ranked = (side: number) =>
      ends
        .filter(({ is_end }) => is_end === side)
        .map(({ c, runs }) => ({ activity: activityName(asking.book, c), runs }))
        .sort((a, b) => b.runs - a.runs || byName(a.activity, b.activity));
    return {
      ...counts,
      openRuns: await countOpen(openWithinMs, asking),
      openWithinMs,
      firstMs: isEmpty ? null : first,
      lastMs: isEmpty ? null : last,
      durationMs: duration,
      eventsPerRun: lengths,
      channels,
      answeredPeople: answered,
      starts: ranked(0),
      ends: ranked(1),
    };
  },
};

async function readTotals(asking: Asking): Promise<z.output<typeof totalRow>> {
  const [row] = await asking.warehouse.query(
    sql`select ${distinctPeople(asking)} as people, count() as runs, sum(size) as events, length(groupUniqArrayArray(codes)) as activities,
  uniqExact(cityHash64(codes)) as variants, min(start_ms) as first, max(start_ms + toInt64(took)) as last,
  ${spreadColumns(sql`took`)} as duration, ${spreadColumns(sql`size`)} as lengths,
  sum(countEqual(felt, 1)) as unhappy, sum(countEqual(felt, 2)) as neutral, sum(countEqual(felt, 3)) as happy,
  ${answering(asking)} as answered
from (select person, start_ms, codes, felt, arraySum(gaps) as took, length(codes) as size from (${scopedRuns(asking.scope, asking)}))`,
    asking.options,
  );
  return totalRow.parse(row);
}

/** People with an answer among the moments of their runs. */
function answering({ scope }: Asking): Sql {
  return scope.unit === 'person'
    ? sql`countIf(arrayExists(f -> f > 0, felt))`
    : sql`uniqExactIf(person, arrayExists(f -> f > 0, felt))`;
}

async function readChannels(asking: Asking): Promise<Summary['channels']> {
  const rows = await asking.warehouse.query(
    sql`select w, sum(countEqual(channels, w)) as events, ${distinctPeople(asking)} as people
from (${scopedRuns(asking.scope, asking)}) array join arrayDistinct(channels) as w group by w`,
    asking.options,
  );
  return rows
    .map((row) => channelRow.parse(row))
    .map(({ w, ...counts }) => ({ channel: channelName(asking.book, w), ...counts }))
    .sort((a, b) => b.events - a.events || byName(a.channel, b.channel));
}

async function readEnds(asking: Asking): Promise<readonly z.output<typeof endRow>[]> {
  const rows = await asking.warehouse.query(
    sql`select c, is_end, count() as runs
from (${scopedRuns(asking.scope, asking)}) array join [codes[1], codes[-1]] as c, [0, 1] as is_end, [cut_start, cut_end] as is_cut
where not is_cut group by c, is_end`,
    asking.options,
  );
  return rows.map((row) => endRow.parse(row));
}

/** Gap runs end by their own gap; cases by their longest usual silence; a person's by where two rhythms part. */
async function readOpenWithin(asking: Asking): Promise<number | null> {
  const { unit, gapMs } = asking.scope;
  if (unit === 'gap' && gapMs !== null) return gapMs;
  const silence = await (unit === 'case' ? askUsualGap(asking) : askSuggestedGap(asking));
  return silence?.gapMs ?? null;
}

async function countOpen(openWithinMs: number | null, asking: Asking): Promise<number> {
  if (openWithinMs === null || asking.dataAsOfMs === null) return 0;
  const [row] = await asking.warehouse.query(
    sql`select countIf(start_ms + toInt64(arraySum(gaps)) > ${int(asking.dataAsOfMs - openWithinMs)}) as runs
from (${scopedRuns(asking.scope, asking)})`,
    asking.options,
  );
  return Number(row?.runs ?? 0);
}
