import { z } from 'zod';
import { constant } from '../journeys/constant.ts';
import { STATUS, stepOf } from '../journeys/judged-runs.ts';
import { sql, uint } from '../sql.ts';
import { type Comparisons, comparisonsOf, type Followed } from './journey-compared.ts';
import { comparing } from './journey-deciding.ts';
import { FACT, runFacts } from './journey-facts.ts';
import type { Asking } from './question.ts';

/** People and passages by number of a fact. */
export type FactCounts = ReadonlyMap<number, { readonly people: number; readonly runs: number }>;

/** Where each activity off the map happens: how often, and after which step most; 0: before the first. By its code. */
export type OffMapPlaces = ReadonlyMap<number, { readonly touches: number; readonly after: number }>;

export interface Counted {
  readonly counts: FactCounts;
  readonly places: OffMapPlaces;
  readonly comparisons: Comparisons;
}

const count = z.coerce.number();
const factRow = z.object({ fact: count, people: count, runs: count, told: count, good: count });

// Above all facts: pairs of an activity off the map and a step, as code × 16,384 + step, 2 to the power of 30 of each kind.
const TOGETHER = { sound: 2 ** 30, broken: 3 * 2 ** 30 } as const;
const AFTER = 2 ** 31;
const STEPS = 16_384;

/**
 * Everything that is counted by fact, in one statement, because planning it takes longer than counting a hundred thousand
 * passages. Grouping by person first makes people countable without telling them apart again for each fact, and finds the
 * passage that stands for them.
 */
export async function readCounted(asking: Asking): Promise<Counted> {
  const { outcome, value, isTold } = comparing(asking);
  const rows = await asking.warehouse.query(
    sql`select fact, countIf(role = 1) as people, countIf(role < 2) as runs, countIf(role = 2) as told, countIf(role = 3) as good from (
  select groupArrayArray(arrayConcat(facts, afters)) as own, argMax(if(told, arrayConcat(facts, togethers), emptyArrayUInt32()), rank) as stands,
    argMax(good, rank) as is_good
  from (
    select person, facts, (status != ${STATUS.open}, start_ms, definition, no) as rank, ${isTold} as told, ${value} as good,
      arrayMap((c, y) -> toUInt32(${uint(AFTER)} + c * ${uint(STEPS)} + ${stepOf(sql`y`)}), off_codes, arrayFilter((b, y) -> y = 0, arrayFill(y -> y > 0, steps), steps)) as afters,
      arrayFlatten(arrayMap(c -> arrayConcat(arrayMap(s -> toUInt32(${uint(TOGETHER.sound)} + c * ${uint(STEPS)} + s), sound_steps),
        arrayMap(s -> toUInt32(${uint(TOGETHER.broken)} + c * ${uint(STEPS)} + s), broken_steps)), arrayDistinct(off_codes))) as togethers
    from (select *, arrayDistinct(arrayFilter((s, m) -> bitTest(m, ${constant(FACT.sound)}), touch_steps, touch_says)) as sound_steps from (${runFacts(asking)})))
  group by person)
array join arrayConcat(own, stands, if(is_good, stands, emptyArrayUInt32())) as fact,
  arrayConcat(arrayMap(nth -> toUInt8(nth = 1), arrayEnumerateUniq(own)), arrayMap(f -> toUInt8(2), stands), if(is_good, arrayMap(f -> toUInt8(3), stands), emptyArrayUInt8())) as role
group by fact`,
    asking.options,
  );
  const counts = new Map<number, { readonly people: number; readonly runs: number }>();
  const followed = new Map<number, Followed>();
  const places = new Map<number, { touches: number; after: number; most: number }>();
  for (const { fact, people, runs, told, good } of rows.map((row) => factRow.parse(row))) {
    if (told > 0) followed.set(fact, { n: good, of: told });
    if (fact >= AFTER && fact < TOGETHER.broken) addPlace(places, fact - AFTER, runs);
    else if (fact < TOGETHER.sound) counts.set(fact, { people, runs });
  }
  const nobody: Followed = { n: 0, of: 0 };
  const comparisons = comparisonsOf(outcome, {
    followed: (fact) => followed.get(fact) ?? nobody,
    together: (code, step, situation) => followed.get(TOGETHER[situation] + code * STEPS + step) ?? nobody,
    after: (code) => places.get(code)?.after ?? 0,
  });
  return { counts, places, comparisons };
}

function addPlace(
  places: Map<number, { touches: number; after: number; most: number }>,
  pair: number,
  touches: number,
): void {
  const code = Math.floor(pair / STEPS);
  const after = pair % STEPS;
  const known = places.get(code);
  if (!known) places.set(code, { touches, after, most: touches });
  else {
    known.touches += touches;
    if (isCommoner({ after, most: touches }, known)) Object.assign(known, { after, most: touches });
  }
}

interface Commonness {
  readonly after: number;
  readonly most: number;
}

/** Of equally common steps the one with the smaller number; before the first (0) wins only when it is commoner. */
function isCommoner(a: Commonness, b: Commonness): boolean {
  if (a.most !== b.most) return a.most > b.most;
  const rank = (after: number): number => (after === 0 ? Number.POSITIVE_INFINITY : after);
  return rank(a.after) < rank(b.after);
}
