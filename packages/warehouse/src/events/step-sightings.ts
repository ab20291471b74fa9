import type { MatchRule } from '@continuo/core';
import { z } from 'zod';
import { symbolOf } from '../journeys/symbol.ts';
import { int, sql, texts, uint } from '../sql.ts';
import type { Warehouse } from '../warehouse.ts';
import { columns, counted, eventsOf, type SightingScope, within } from './sightings.ts';

/** An event at a step of a map, with who it happened to. */
export interface StepSighting {
  readonly person: bigint;
  readonly identity: bigint;
  /** Unique inside the identity. */
  readonly message: bigint;
  readonly timeMs: number;
}

const whole = z.string().transform((digits) => BigInt(digits));
const row = z.object({ person: whole, identity: whole, message: whole, t: z.coerce.number() });

/**
 * Events at one step of a map, whether it went well or not, in the order `(time, message, identity)` after a place, at most so
 * many: each message once, as its first arrival says. `rules`: what the steps match, in file order.
 */
export async function stepSightings(
  warehouse: Warehouse,
  scope: SightingScope,
  { rules, step }: { readonly rules: readonly MatchRule[]; readonly step: number },
  { after, most }: { readonly after: Omit<StepSighting, 'person'> | null; readonly most: number },
): Promise<readonly StepSighting[]> {
  const names = [...new Set(rules.filter((rule) => rule.step === step).flatMap(({ matcher }) => matcher.events))];
  if (names.length === 0 || scope.sources.length === 0) return [];
  const candidates = sql`select identity, message from ${eventsOf(warehouse)} where ${within(scope)} and name in ${texts(names)}`;
  const behind = after
    ? sql` and (t, message, identity) > (${int(after.timeMs)}, ${uint(after.message)}, ${uint(after.identity)})`
    : sql``;
  const rows = await warehouse.query(
    sql`select person, identity, message, t from (${columns(counted(warehouse, scope, sql`(identity, message) global in (${candidates})`), scope)})
where t >= ${int(scope.fromMs)} and t < ${int(scope.toMs)} and bitShiftRight(${symbolOf(rules)}, 2) = ${uint(step)}${behind}
order by t, message, identity limit ${uint(most)}`,
    scope.options,
  );
  return rows.map((one) => {
    const { t, ...more } = row.parse({ ...one, identity: String(one.identity), message: String(one.message) });
    return { ...more, timeMs: t };
  });
}
