import { type JourneyDefinition, type JourneyEnd, placedSteps, SKIP_LABELS, TOUCH_LABELS } from '@continuo/core';
import type { Asking } from '../questions/question.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { codes, int, type Sql, sql, uint, uints } from '../sql.ts';
import { constant } from './constant.ts';
import { perDefinition } from './per-definition.ts';

/** How a passage stands, as the column `status`: the position in RUN_STATUSES. */
export const STATUS = { goal: sql`0`, failed: sql`1`, left: sql`2`, open: sql`3` } as const;

const touchLabel = (label: (typeof TOUCH_LABELS)[number]): Sql => constant(TOUCH_LABELS.indexOf(label));
const skipLabel = (label: (typeof SKIP_LABELS)[number]): Sql => constant(SKIP_LABELS.indexOf(label));

/** Labels as numbers of the warehouse. */
export const LABEL = {
  planned: touchLabel('as-planned'),
  repeat: touchLabel('repeat'),
  detour: touchLabel('detour'),
  otherOrder: touchLabel('other-order'),
  broken: touchLabel('broken'),
} as const;
export const SKIP = {
  we: skipLabel('we-skipped'),
  partner: skipLabel('partner-skipped'),
  left: skipLabel('left'),
} as const;

/** Step number of a symbol. */
export const stepOf = (symbol: Sql): Sql => sql`bitShiftRight(${symbol}, 2)`;
/** Whether a symbol is a touch of this step that did not fail; never of step 0. */
export const isGood = (symbol: Sql, step: number): Sql =>
  step === 0 ? sql`0` : sql`bitAnd(${symbol}, 65534) = ${uint(step * 4)}`;

/** Number of a step by id; 0, which no touch has, when the map does not know it. */
export function numberOf({ numbers }: JourneyDefinition, step: string): number {
  return numbers.get(step) ?? 0;
}

export function definitionsOf({ journey }: Asking): readonly JourneyDefinition[] {
  return journey?.definitions ?? [];
}

/**
 * The passages of a scope held against the maps that judge them; those not judged yet are left out. Columns of `scopedRuns`
 * (all events: a choice of activities does not change a map) and
 * `status`; `symbols, labels, touch_at, ways_at, felt_at` (one a touch on the map; `touch_at` in ms since 1970),
 * `skip_steps, skip_labels, skip_before`; `end_ms` (over since; `dataAsOf` while open); `silent_ms` (over if nothing comes);
 * `is_planned, is_kept` (by the judgement alone: lateness and closed maps are looked at elsewhere); `cost, cheapest`; `is_open`.
 *
 * Silent for too long: the judgement as ended. Else the judgement as under way; when that has reached an end, as ended.
 */
export function judgedRuns(asking: Asking): Sql {
  const asOf = int(asking.dataAsOfMs ?? 0);
  return sql`select *, multiIf(reaches = 1, 0, reaches = 2, 1, silent, 2, 3) as status,
      multiIf(reaches > 0, if(end_at = 0, touch_at[-1], touch_at[end_at]), silent, silent_ms, greatest(${asOf}, touch_at[-1])) as end_ms
    from (${touchedRuns(asking)}) as r inner join (${judgements(asking)}) as j using (definition, path, silent)`;
}

function touchedRuns(asking: Asking): Sql {
  const definitions = definitionsOf(asking);
  const silence = perDefinition(definitions, ({ contract }) => sql`${int(contract.passage.silenceMs)}`, sql`0`);
  const asOf = int(asking.dataAsOfMs ?? 0);
  // Each alias is used one level further out: levels are planned in no time, an alias in its own SELECT is planned at every use.
  const timed = sql`select *, arrayMap(after -> start_ms + toInt64(after), arrayCumSum(gaps)) as all_at from (${scopedRuns({ ...asking.scope, activities: null }, asking)})`;
  const touched = sql`select *, arrayFilter((x, s) -> s > 0, all_at, steps) as touch_at, arrayFilter((x, s) -> s > 0, channels, steps) as ways_at,
      arrayFilter((x, s) -> s > 0, felt, steps) as felt_at from (${timed})`;
  return sql`select *, toUInt8(silent_ms < ${asOf}) as silent from (select *, touch_at[-1] + toInt64(${silence}) as silent_ms from (${touched}))`;
}

/** Distinct ways of the passages of a scope with how often each was gone: `definition, id, runs` and the columns of their judgement. */
export function judgedPaths(asking: Asking): Sql {
  return sql`select *, toString(path) as id from (
    select definition, path, silent, count() as runs from (${touchedRuns(asking)}) group by definition, path, silent) as r
  inner join (${judgements(asking)}) as j using (definition, path, silent)`;
}

function judgements(asking: Asking): Sql {
  const definitions = definitionsOf(asking);
  const isOn = (...ends: readonly JourneyEnd[]): Sql =>
    perDefinition(definitions, (one) => sql`has(${codes(endSteps(one, ends))}, ${stepOf(sql`y`)})`, sql`0`);
  const isReaching = sql`if(reaches = 1, bitAnd(y, 2) = 0 and ${isOn('goal')} or ${isOn('goal-either-way')}, bitAnd(y, 2) = 0 and ${isOn('failure')})`;
  const stored = sql`select definition, path, is_open, symbols, touches, skip_steps, skip_labels, skip_before, cost, cheapest, reached
    from continuo.judged final
    where workspace = ${uint(asking.scope.workspace)} and definition in ${uints(definitions.map(({ definition }) => definition))}`;
  const beside = sql`select *, max(if(is_open, reached, 0)) over (partition by definition, path) as reached_open,
      countIf(not is_open) over (partition by definition, path) as as_ended from (${stored})`;
  const chosen = sql`select *, toUInt8(is_silent) as silent, if(is_silent, reached, reached_open) as reaches from (${beside})
    array join [0, 1] as is_silent
    where is_open = (not is_silent and (reached_open = 0 or as_ended = 0))`;
  return sql`select definition, path, silent, symbols, touches as labels, skip_steps, skip_labels, skip_before, cost, cheapest, is_open, reaches,
      arrayFirstIndex(y -> ${isReaching}, symbols) as end_at,
      toUInt8(empty(skip_steps) and arrayAll((y, l) -> l = ${LABEL.planned} and bitAnd(y, 1) = 0, symbols, touches)) as is_planned,
      toUInt8(reaches = 1 and not hasAny(skip_labels, [${SKIP.we}, ${SKIP.partner}]) and not has(touches, ${LABEL.broken})) as is_kept
    from (${chosen})`;
}

function endSteps({ contract, numbers }: JourneyDefinition, ends: readonly JourneyEnd[]): number[] {
  return placedSteps(contract)
    .filter(({ step }) => step.ends !== null && ends.includes(step.ends))
    .map(({ step }) => numbers.get(step.id) ?? 0);
}
