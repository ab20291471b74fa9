/** Question  How many people reach each step, in order, within the window?
 *  Counts    people (after identity merge), once per step, by the attempt that gets furthest (the earliest of equals)
 *  Time      entry inside [from, to); later steps within windowMs of the entry (inclusive), also after the range
 *  Answers   exactly; times between steps interpolate as pandas' linear
 *  Limits    an attempt lies inside one run; filters look at the run as it goes on after the range */
import { type Funnel, type FunnelGroup, type FunnelInput, type FunnelStep, MOST_FUNNEL_GROUPS } from '@continuo/core';
import { z } from 'zod';
import { int, type Sql, sql, text, uint } from '../sql.ts';
import { byName } from './by-name.ts';
import { attempts } from './funnel-attempts.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number();
const groupRow = z.object({
  value: z.string(),
  entered: count,
  arrived: z.array(count),
  inside: z.array(count),
  means: z.array(z.number()),
  quantiles: z.array(z.tuple([z.number(), z.number()])),
  all: count,
});

export const funnel: Question<FunnelInput, Funnel> = {
  exactness: 'exact',
  limits: [
    'Among the entries of a person the one that gets furthest counts, the earliest of equals.',
    'A breakdown lists its 50 largest groups.',
  ],
  async ask(input, asking) {
    const rows = await asking.warehouse.query(
      sql`select value, count() as entered, sumForEach(arrayMap(t -> 1, reached)) as arrived,
  sumForEach(arrayPushBack(arrayWithConstant(length(reached) - 1, 0), is_inside)) as inside,
  avgForEach(waits) as means, quantilesExactInclusiveForEach(0.5, 0.9)(waits) as quantiles, count() over () as all
from (
  select ${groupValue(input)} as value, reached, toUInt64(${isInside(input, asking)}) as is_inside,
    arrayMap((t, s) -> t - s, arrayPopFront(reached), arrayPopBack(reached)) as waits
  from (${attempts(input, asking)}))
group by value order by entered desc, value limit ${uint(MOST_FUNNEL_GROUPS)}`,
      asking.options,
    );
    const groups = rows
      .map((row) => groupRow.parse(row))
      .sort((a, b) => b.entered - a.entered || byName(a.value, b.value));
    if (input.breakdown === null) return { groups: [groupOf(null, groups[0] ?? NOBODY, input)], leftOut: 0 };
    return {
      groups: groups.map((row) => groupOf(row.value, row, input)),
      leftOut: (groups[0]?.all ?? 0) - groups.length,
    };
  },
};

type GroupRow = z.output<typeof groupRow>;

const NOBODY: GroupRow = { value: '', entered: 0, arrived: [], inside: [], means: [], quantiles: [], all: 0 };

/** Value of the breakdown at the start of the run. */
export function groupValue({ breakdown }: FunnelInput): Sql {
  return breakdown === null ? sql`''` : sql`attributes[${text(breakdown)}]`;
}

/** Whether an attempt (a row of `attempts`) is still under way. */
export function isInside({ steps, windowMs }: FunnelInput, { dataAsOfMs }: Asking): Sql {
  if (dataAsOfMs === null) return sql`0`;
  return sql`(length(reached) < ${uint(steps.length)} and not broken and reached[1] >= ${int(dataAsOfMs - windowMs)})`;
}

function groupOf(value: string | null, row: GroupRow, { steps }: FunnelInput): FunnelGroup {
  const reached = (k: number): number => row.arrived[k] ?? 0;
  const last = steps.length - 1;
  return {
    value,
    entered: row.entered,
    steps: steps.map((_, k): FunnelStep => {
      const inside = row.inside[k] ?? 0;
      const wait = k === 0 ? undefined : row.quantiles[k - 1];
      return {
        reached: reached(k),
        lost: k === last ? 0 : reached(k) - reached(k + 1) - inside,
        inside,
        meanMs: k === 0 ? null : (row.means[k - 1] ?? null),
        medianMs: wait?.[0] ?? null,
        p90Ms: wait?.[1] ?? null,
      };
    }),
  };
}
