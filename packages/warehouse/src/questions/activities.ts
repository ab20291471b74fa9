/** Question  How much happens where, and what is done again?
 *  Counts    events, runs and people (after identity merge) of each activity; runs in which it happens more than once
 *  Time      event time, [from, to)
 *  Answers   exactly
 *  Limits    doing something again may be wanted: this counts it, it does not judge it */
import type { Activities, ActivitiesInput, ActivityFacts } from '@continuo/core';
import { z } from 'zod';
import { activityName, channelName } from '../runs/code-book.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { sql } from '../sql.ts';
import { byName } from './by-name.ts';
import { distinctPeople } from './distinct-people.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number();
const eventRow = z.object({
  c: count,
  w: count,
  events: count,
  first: count,
  last: count,
  unhappy: count,
  neutral: count,
  happy: count,
});
const runRow = z.object({ c: count, runs: count, people: count, rework: count });

export const activities: Question<ActivitiesInput, Activities> = {
  exactness: 'exact',
  limits: ['That something is done again may be wanted; it is counted here, not judged.'],
  async ask(_, asking) {
    const [events, runs] = await Promise.all([readEvents(asking), readRuns(asking)]);
    const facts = runs.map((row) => factsOf(row, events.get(row.c) ?? [], asking));
    return { activities: facts.sort((a, b) => b.events - a.events || byName(a.activity, b.activity)) };
  },
};

type EventRow = z.output<typeof eventRow>;

/** One row an activity and channel. */
async function readEvents(asking: Asking): Promise<ReadonlyMap<number, readonly EventRow[]>> {
  const rows = await asking.warehouse.query(
    sql`select c, w, count() as events, min(at) as first, max(at) as last,
  countIf(f = 1) as unhappy, countIf(f = 2) as neutral, countIf(f = 3) as happy
from (${scopedRuns(asking.scope, asking)})
array join codes as c, channels as w, felt as f, arrayMap(after -> start_ms + toInt64(after), arrayCumSum(gaps)) as at
group by c, w`,
    asking.options,
  );
  const byCode = new Map<number, EventRow[]>();
  for (const row of rows.map((each) => eventRow.parse(each))) {
    const known = byCode.get(row.c);
    if (known) known.push(row);
    else byCode.set(row.c, [row]);
  }
  return byCode;
}

async function readRuns(asking: Asking): Promise<readonly z.output<typeof runRow>[]> {
  const rows = await asking.warehouse.query(
    sql`select c, count() as runs, ${distinctPeople(asking)} as people, countIf(again) as rework
from (
  select person, arrayDistinct(codes) as kinds,
    arrayDistinct(arrayFilter((c, nth) -> nth = 2, codes, arrayEnumerateUniq(codes))) as repeated
  from (${scopedRuns(asking.scope, asking)}))
array join kinds as c, arrayMap(c -> has(repeated, c), kinds) as again
group by c`,
    asking.options,
  );
  return rows.map((row) => runRow.parse(row));
}

function factsOf(row: z.output<typeof runRow>, events: readonly EventRow[], { book }: Asking): ActivityFacts {
  const sum = (of: (one: EventRow) => number): number => events.reduce((total, one) => total + of(one), 0);
  return {
    activity: activityName(book, row.c),
    events: sum((one) => one.events),
    runs: row.runs,
    people: row.people,
    firstMs: Math.min(...events.map(({ first }) => first)),
    lastMs: Math.max(...events.map(({ last }) => last)),
    reworkRuns: row.rework,
    channels: events
      .map((one) => ({ channel: channelName(book, one.w), events: one.events }))
      .sort((a, b) => b.events - a.events || byName(a.channel, b.channel)),
    unhappy: sum((one) => one.unhappy),
    neutral: sum((one) => one.neutral),
    happy: sum((one) => one.happy),
  };
}
