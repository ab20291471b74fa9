import { codes, type Sql, sql, texts, uint } from '../sql.ts';
import { CASE_RUNS } from './definition.ts';

export interface RowsInput {
  readonly workspace: number;
  readonly definition: number;
  readonly attributes: readonly string[];
  readonly version: number;
}

/**
 * INSERT of runs from `moments` (one row a person): person runs hold all of them, case runs one key each,
 * numbered in the order of their first event. Events without a key are in no case run. Sorting by key and splitting
 * where it changes keeps a person with 100,000 cases affordable; filtering once a key would be quadratic.
 */
export function insertRuns(moments: Sql, input: RowsInput): Sql {
  const segments =
    input.definition === CASE_RUNS
      ? sql`select person, no, segment[1].9 as key, segment as a from (
    select person, arraySort(x -> (x.9, x.1, x.2, x.3, x.11), arrayFilter(x -> x.9 != '', a)) as by_key,
      arraySort(s -> (s[1].1, s[1].2, s[1].3, s[1].11),
        arraySplit((x, nth) -> nth = 1, by_key, arrayEnumerateUniq(arrayMap(x -> x.9, by_key)))) as segments
    from (${moments})
  ) array join segments as segment, arrayEnumerate(segments) as no`
      : sql`select person, 1 as no, '' as key, a from (${moments})`;
  return sql`
insert into continuo.runs
  (workspace, definition, person, no, key, start, last, codes, gaps_ms, channels, felt, path, attributes, version, is_deleted)
select ${uint(input.workspace)}, ${uint(input.definition)}, person, no, key,
  fromUnixTimestamp64Milli(a[1].1, 'UTC'), fromUnixTimestamp64Milli(a[-1].1, 'UTC'),
  arrayMap(x -> x.6, a) as run_codes, arrayMap(x -> toUInt64(x), arrayDifference(arrayMap(x -> x.1, a))),
  arrayMap(x -> x.7, a), arrayMap(x -> x.8, a), cityHash64(run_codes), ${attributesOf(input.attributes)},
  ${uint(input.version)}, 0
from (${segments})`;
}

/** Value at the first moment that has one; attributes nobody has are left out. */
function attributesOf(attributes: readonly string[]): Sql {
  if (attributes.length === 0) return sql`map()::Map(LowCardinality(String), String)`;
  const index = codes(attributes.map((_, i) => i + 1));
  return sql`mapFilter((k, v) -> v != '', mapFromArrays(${texts(attributes)},
    arrayMap(i -> arrayFirst(v -> v != '', arrayMap(x -> x.10[i], a)), ${index})))::Map(LowCardinality(String), String)`;
}
