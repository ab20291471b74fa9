import { isStaffProperty } from '@continuo/core';
import { MOST_ATTRIBUTES } from '@continuo/state';
import { name, sql, uint } from '@continuo/warehouse';
import type { Services } from '../../platform/services.ts';

/** Values beyond this make a property a bad way to tell people apart. */
const MOST_VALUES = 40;
const SAMPLE_EVENTS = 200_000;

/**
 * Declares properties of a new source that tell groups of people apart: 2 to 40 values, on at least 1 of 20 events
 * (of the first 200,000), most complete first, as far as the 20 places of a workspace reach.
 */
export async function declareAttributes(
  { warehouse, state }: Services,
  workspace: number,
  source: number,
): Promise<void> {
  const rows = await warehouse.query(
    sql`select k, uniqExact(v) as values, count() as n from (
  select arrayJoin(JSONExtractKeysAndValuesRaw(props)) as kv, kv.1 as k, kv.2 as v
  from (select props from continuo.${name(warehouse.reads.events)}
    where workspace = ${uint(workspace)} and source = ${uint(source)} and props != '' limit ${uint(SAMPLE_EVENTS)}))
group by k having values between 2 and ${uint(MOST_VALUES)}
  and n * 20 >= (select least(count(), ${uint(SAMPLE_EVENTS)}) from continuo.${name(warehouse.reads.events)}
    where workspace = ${uint(workspace)} and source = ${uint(source)})
order by n desc, values, k`,
  );
  const declared = await state.attributes.list(state.db, workspace);
  // Nobody is compared by who of the staff served them.
  const wanted = rows.map((row) => String(row.k)).filter((key) => !declared.includes(key) && !isStaffProperty(key));
  await state.attributes.declare(state.db, workspace, wanted.slice(0, Math.max(0, MOST_ATTRIBUTES - declared.length)));
}
