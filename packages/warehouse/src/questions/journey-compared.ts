import { type Compared, compareGroups } from '@continuo/core';
import { z } from 'zod';
import { codes, sql, uint } from '../sql.ts';
import { comparing, deciding } from './journey-deciding.ts';
import { factAt, runFacts } from './journey-facts.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const factRow = z.object({ fact: count, runs: count, good: count });

/** Beyond the numbers of facts: everybody, and who did an activity off the map and also came to where it mostly happens. */
const EVERYBODY = 4_000_000_000;
const DID_THERE = 3_000_000_000;

/** What followed, over the passages that stand for people and have ended; null where nobody is on one side. */
export interface Comparisons {
  /** Who did one of these (never two of them in one passage) against who could: doing it implies that they could. */
  ofFacts(did: readonly number[], could: number): Compared | null;
  /** Who did this off the map against who came to the step after which it mostly happens (before the first: everybody). */
  offMap(code: number): Compared | null;
}

/** @param after step number after which each activity off the map mostly happens, by code; 0 before the first. */
export async function readComparisons(after: ReadonlyMap<number, number>, asking: Asking): Promise<Comparisons> {
  const { outcome, value, isTold } = comparing(asking);
  const offMap = sql`arrayDistinct(arrayFilter((c, s) -> s = 0, codes, steps))`;
  const isThere = sql`has(touch_steps, transform(c, ${codes([...after.keys()])}, ${codes([...after.values()])}, toUInt16(0)))`;
  const there =
    after.size === 0
      ? sql`emptyArrayUInt32()`
      : sql`arrayMap(c -> toUInt32(c + ${uint(DID_THERE)}), arrayFilter(c -> ${isThere}, ${offMap}))`;
  const rows = await asking.warehouse.query(
    sql`select fact, count() as runs, sum(good) as good from (
  select good, fact from (
    select ${value} as good, arrayConcat(facts, ${there}, [toUInt32(${uint(EVERYBODY)})]) as all_facts
    from (${deciding(runFacts(asking))}) where ${isTold})
  array join all_facts as fact)
group by fact`,
    asking.options,
  );
  const found = new Map(
    rows.map((row) => factRow.parse(row)).map(({ fact, runs, good }) => [fact, { n: good, of: runs }]),
  );
  const of = (fact: number) => found.get(fact) ?? { n: 0, of: 0 };
  const without = (all: { n: number; of: number }, those: { n: number; of: number }) => ({
    n: all.n - those.n,
    of: all.of - those.of,
  });
  return {
    ofFacts(did, could) {
      const those = did.map(of).reduce((sum, one) => ({ n: sum.n + one.n, of: sum.of + one.of }));
      return compareGroups(outcome, those, without(of(could), those));
    },
    offMap(code) {
      const did = of(factAt({ kind: 'off-map', code }, 'met'));
      const number = after.get(code) ?? 0;
      if (number === 0) return compareGroups(outcome, did, without(of(EVERYBODY), did));
      return compareGroups(outcome, did, without(of(factAt({ kind: 'step', number }, 'met')), of(DID_THERE + code)));
    },
  };
}
