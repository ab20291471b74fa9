import { formatRunRef, type RunUnit, type Scope } from '@continuo/core';
import { type Sql, sql } from '../sql.ts';

/**
 * Which of a person's runs a row of `scopedRuns` is, as one number that orders them: tuples compare ten times slower.
 * Journey runs are numbered inside the definition that cut them; the pieces of a gap scope share the number of their run.
 */
export function runPlace({ unit }: Pick<Scope, 'unit'>): Sql {
  return unit === 'journey' ? sql`(bitShiftLeft(toUInt64(definition), 32) + no)` : sql`toUInt64(no)`;
}

/** Reference of the run at a place, as `runPlace` gives it; pieces of a gap scope are named by their person run. */
export function refAtPlace(unit: RunUnit, person: string, place: string | number | bigint): string {
  const at = BigInt(place);
  const no = Number(at & 0xffff_ffffn);
  const definition = Number(at >> 32n);
  // What names a map stands in none of its passages.
  if (unit === 'journey' && definition > 0) return formatRunRef({ unit, definition, person, no });
  return formatRunRef({ unit: unit === 'case' ? 'case' : 'person', person, no });
}
