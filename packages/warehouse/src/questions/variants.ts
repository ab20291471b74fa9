/** Question  Which routes do customers take, and how many are still unseen?
 *  Counts    runs with exactly the same activities in the same order; people (after identity merge)
 *  Time      event time, [from, to); durations are elapsed ms from the first to the last event
 *  Answers   exactly (routes are told apart by a 64-bit hash); equally frequent ones in the order of their first run
 *  Limits    the unseen share takes runs for independent; runs of one person are not quite */
import {
  COVERAGE_SHARES,
  coverageOf,
  unseenShare,
  type Variant,
  type Variants,
  type VariantsInput,
} from '@continuo/core';
import { z } from 'zod';
import { activityName, channelName } from '../runs/code-book.ts';
import { refAtPlace, runPlace } from '../scope/run-place.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { type Sql, sql, uint, uints } from '../sql.ts';
import { distinctPeople } from './distinct-people.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number();
const sizeRow = z.object({ size: count, kinds: count });
const variantRow = z.object({
  hash: z.string(),
  path: z.array(count),
  ways: z.array(count),
  runs: count,
  people: count,
  mean: z.number(),
  q: z.tuple([z.number(), z.number()]),
  example: z.tuple([z.string(), z.string(), count]),
  unhappy: count,
  neutral: count,
  happy: count,
});

export const variants: Question<VariantsInput, Variants> = {
  exactness: 'exact',
  limits: ['The share of routes still unseen takes runs to be independent of each other.'],
  async ask({ limit }, asking) {
    const [sizes, listed] = await Promise.all([readSizes(asking), readListed(limit, asking)]);
    const total = sizes.reduce((sum, { kinds }) => sum + kinds, 0);
    const n = sizes.reduce((sum, { size, kinds }) => sum + size * kinds, 0);
    const kindsOf = (wanted: number): number => sizes.find(({ size }) => size === wanted)?.kinds ?? 0;
    const once = kindsOf(1);
    const twice = kindsOf(2);
    return {
      variants: listed,
      total,
      leftOut: total - listed.length,
      once,
      twice,
      unseen: unseenShare({ once, twice, n }),
      coverage: coverageOf(sizes, n, COVERAGE_SHARES),
    };
  },
};

/** How many routes were taken how often: n runs have fewer than √(2n) different sizes, so few rows come back. */
async function readSizes(asking: Asking): Promise<readonly z.output<typeof sizeRow>[]> {
  const rows = await asking.warehouse.query(
    sql`select size, count() as kinds
from (select count() as size from (${scopedRuns(asking.scope, asking)}) group by cityHash64(codes)) group by size`,
    asking.options,
  );
  return rows.map((row) => sizeRow.parse(row));
}

/** Order of runs as one number: tuples compare ten times slower. Cases and passages of a person differ by number, its pieces by start. */
function rank({ scope }: Asking): Sql {
  const inPerson = scope.unit === 'case' || scope.unit === 'journey' ? runPlace(scope) : sql`start_ms`;
  return sql`bitShiftLeft(toUInt128(person), 64) + toUInt128(${inPerson})`;
}

async function readListed(limit: number, asking: Asking): Promise<readonly Variant[]> {
  const runs = scopedRuns(asking.scope, asking);
  const top = await asking.warehouse.query(
    sql`select toString(route) as hash
from (select cityHash64(codes) as route, count() as runs, min(${rank(asking)}) as first from (${runs}) group by route)
order by runs desc, first limit ${uint(limit)}`,
    asking.options,
  );
  const place = runPlace(asking.scope);
  const order = top.map(({ hash }) => String(hash));
  const rows = await asking.warehouse.query(
    sql`select toString(cityHash64(codes)) as hash, any(codes) as path, count() as runs, ${distinctPeople(asking)} as people,
  avg(arraySum(gaps)) as mean, quantilesExactInclusive(0.5, 0.9)(arraySum(gaps)) as q,
  min((person, ${place}, start_ms)) as example,
  argMin(channels, (person, ${place}, start_ms)) as ways,
  sum(countEqual(felt, 1)) as unhappy, sum(countEqual(felt, 2)) as neutral, sum(countEqual(felt, 3)) as happy
from (${runs}) where cityHash64(codes) in ${uints(order.map(BigInt))} group by hash`,
    asking.options,
  );
  const byHash = new Map(rows.map((row) => variantRow.parse(row)).map((row) => [row.hash, row]));
  return order.flatMap((hash) => {
    const row = byHash.get(hash);
    return row ? [variantOf(row, asking)] : [];
  });
}

function variantOf(row: z.output<typeof variantRow>, { book, scope }: Asking): Variant {
  const { runs, people, mean, q, example, unhappy, neutral, happy } = row;
  return {
    path: row.path.map((code) => activityName(book, code)),
    runs,
    people,
    meanMs: mean,
    medianMs: q[0],
    p90Ms: q[1],
    channels: row.ways.map((code) => channelName(book, code)),
    example: refAtPlace(scope.unit, example[0], example[1]),
    unhappy,
    neutral,
    happy,
  };
}
