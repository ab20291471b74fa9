import type { MatchRule } from '@continuo/core';
import { int, name, nothing, sql, texts, uint, uints } from '../sql.ts';
import type { AskOptions, Warehouse } from '../warehouse.ts';
import { symbolOf } from './symbol.ts';

export interface PeopleAtInput {
  readonly workspace: number;
  readonly sources: readonly number[];
  /** What the steps of a map match, in file order; null: any event counts. */
  readonly rules: readonly MatchRule[] | null;
  /** Number of the step that counts; null: any step. */
  readonly step: number | null;
  /** Half open, ms since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** People to whom a step happened in a stretch of time, whether it went well or not; linked identities are one person. */
export async function peopleAt(
  warehouse: Warehouse,
  { workspace, sources, rules, step, fromMs, toMs }: PeopleAtInput,
  options: AskOptions = {},
): Promise<number> {
  const names = [...new Set(rules?.flatMap(({ matcher }) => matcher.events) ?? [])];
  const symbol = rules === null ? sql`1` : symbolOf(rules);
  const isThere = step === null ? sql`symbol > 0` : sql`bitShiftRight(symbol, 2) = ${uint(step)}`;
  const [row] = await warehouse.query(
    sql`select uniqExact(if(person = 0, identity, person)) as people from (
  select distinct identity from (
    select identity, ${symbol} as symbol from continuo.${name(warehouse.reads.events)}
    where workspace = ${uint(workspace)} and source in ${uints(sources)}
      and time >= fromUnixTimestamp64Milli(${int(fromMs)}, 'UTC') and time < fromUnixTimestamp64Milli(${int(toMs)}, 'UTC')
      ${rules === null ? nothing : sql`and name in ${texts(names)}`}) where ${isThere}) as e
left any join (select identity, person from continuo.links final where workspace = ${uint(workspace)} and identity != person) as l
using identity`,
    options,
  );
  return Number(row?.people ?? 0);
}
