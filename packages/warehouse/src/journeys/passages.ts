import type { CutRules } from '@continuo/core';
import { type Sql, sql, uint } from '../sql.ts';
import { isOneOf } from './symbol.ts';

/**
 * Passages from `moments` (one row a person, element 12 is the symbol): rows `person, no, key, a` as `cutPassages` of core
 * cuts them. Array functions only, each linear in the person's events: a fold over an array copies it for every element.
 */
export function passages(moments: Sql, rules: CutRules): Sql {
  const { passage } = rules;
  const segments = passage.by === 'silence' ? bySilence(moments, rules) : byKey(moments, rules);
  const kept = passage.by === 'silence' && passage.again === 'once' ? sql`arraySlice(mapped, 1, 1)` : sql`mapped`;
  const key = passage.by === 'silence' ? sql`''` : sql`segment[1].9`;
  return sql`select person, no, ${key} as key, segment as a from (
    select person, ${kept} as kept_segments from (
      select person, arrayFilter(s -> arrayExists(x -> x.12 > 0, s), segments) as mapped from (${segments})))
  array join kept_segments as segment, arrayEnumerate(kept_segments) as no`;
}

/** Sorting by key and splitting where it changes keeps a person with 100,000 keys affordable. */
function byKey(moments: Sql, { starts }: CutRules): Sql {
  const pieces = sql`arraySplit((x, nth) -> nth = 1, by_key, arrayEnumerateUniq(arrayMap(x -> x.9, by_key)))`;
  const isStart = isOneOf(starts, sql`x.12`);
  const begun =
    starts.size === 0
      ? pieces
      : sql`arrayMap(s -> arrayFilter((x, begun) -> begun > 0, s, arrayCumSum(arrayMap(x -> ${isStart}, s))), ${pieces})`;
  return sql`select person, arraySort(s -> (s[1].1, s[1].2, s[1].3, s[1].11), arrayFilter(s -> notEmpty(s), ${begun})) as segments
    from (select person, arraySort(x -> (x.9, x.1, x.2, x.3, x.11), arrayFilter(x -> x.9 != '', a)) as by_key from (${moments}))`;
}

/**
 * Beside each event `at` its time, whether it is on the map, starts or ends; `last_at` and `is_over` are those of the last
 * event on the map up to it (before the first of them: of nobody, which `segment_no = 0` tells). Aliases are used one level
 * further out: each use inside its own SELECT is analysed anew.
 */
function bySilence(moments: Sql, { passage, starts, ends, endsEitherWay }: CutRules): Sql {
  const { silenceMs, again, atMostMs } = passage;
  const isEnd =
    again === 'once'
      ? sql`toUInt8(0)`
      : sql`if(bitAnd(x.12, ${uint(2)}) = 0, ${isOneOf(ends, sql`x.12`)}, ${isOneOf(endsEitherWay, sql`x.12`)})`;
  const before = (values: Sql): Sql => sql`arrayPushFront(arrayPopBack(${values}), 0)`;
  const opensAnew = again === 'at-start' ? sql`starting` : sql`0`;
  const silence = sql`toInt64(${uint(silenceMs)})`;
  const marked = sql`select person, a, arrayMap(x -> x.1, a) as at, arrayMap(x -> x.12 > 0, a) as on_map,
      arrayMap(x -> toUInt8(${isOneOf(starts, sql`x.12`)}), a) as is_start, arrayMap(x -> toUInt8(${isEnd}), a) as is_end from (${moments})`;
  const filled = sql`select *, arrayFill((t, mapped) -> mapped, at, on_map) as last_at,
      arrayFill((e, mapped) -> mapped, is_end, on_map) as is_over from (${marked})`;
  const opened = sql`select *, arrayMap((mapped, nth, t, last, over, starting) -> mapped and (nth = 1 or t - last > ${silence} or over or ${opensAnew}),
      on_map, arrayCumSum(on_map), at, ${before(sql`last_at`)}, ${before(sql`is_over`)}, is_start) as opens from (${filled})`;
  const numbered = sql`select *, arrayCumSum(opens) as segment_no, arrayCumSum(is_start) as starts_yet,
      arrayFill((n, opening) -> opening, arrayMap((n, starting) -> n - starting, arrayCumSum(is_start), is_start), opens) as starts_before from (${opened})`;
  const hasBegun = starts.size === 0 ? sql`1` : sql`yet > before`;
  const first = starts.size === 0 ? sql`opening` : sql`starting and yet = before + 1`;
  const windows =
    atMostMs === null
      ? sql`arrayMap(t -> toInt64(0), at)`
      : sql`arrayMap((t, first) -> intDiv(t - first, toInt64(${uint(atMostMs)})), at,
        arrayFill((t, is_first) -> is_first, at, arrayMap((opening, starting, yet, before) -> toUInt8(${first}), opens, is_start, starts_yet, starts_before)))`;
  const held = sql`select *, ${windows} as window_no,
      arrayMap((n, mapped, t, last, over, yet, before) -> n > 0 and (mapped or (t - last <= ${silence} and not over)) and ${hasBegun},
        segment_no, on_map, at, last_at, is_over, starts_yet, starts_before) as is_held from (${numbered})`;
  const only = (values: Sql): Sql => sql`arrayFilter((x, held) -> held, ${values}, is_held)`;
  return sql`select person, arraySplit((x, nth) -> nth = 1, ${only(sql`a`)},
      arrayEnumerateUniq(${only(sql`segment_no`)}, ${only(sql`window_no`)})) as segments from (${held})`;
}
