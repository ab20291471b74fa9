import { PROMISE_STATES, type PromiseState, type TimePromise } from '@continuo/core';
import type { Asking } from '../questions/question.ts';
import { int, join, type Sql, sql, uint } from '../sql.ts';
import { definitionsOf, isGood, judgedRuns, LABEL, numberOf, STATUS } from './judged-runs.ts';
import { perDefinition } from './per-definition.ts';

/** Code of a state in `promise_states`; a clock that never started is 255. */
export const promiseState = (state: PromiseState): Sql => sql`${uint(PROMISE_STATES.indexOf(state))}`;

/** Promises of the maps, those of the newest first, each id once. */
export function promisesOf(asking: Asking): readonly TimePromise[] {
  const all = [...definitionsOf(asking)].reverse().flatMap(({ contract }) => contract.promises);
  return all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
}

/**
 * `judgedRuns` with, one a promise of `promisesOf`, `promise_states`, `promise_from` (ms since 1970), `promise_took` (ms to the
 * second step; −1: not yet), `promise_elapsed` (ms until decided, or up to which it is known not to be): what
 * `promiseLived` of core says. `is_promised`: reached the goal with everything kept. Left out where no map makes promises.
 */
export function runsWithPromises(asking: Asking): Sql {
  const promises = promisesOf(asking);
  const definitions = definitionsOf(asking);
  if (promises.length === 0)
    return sql`select *, emptyArrayUInt8() as promise_states, emptyArrayInt64() as promise_from, emptyArrayInt64() as promise_took,
      emptyArrayInt64() as promise_elapsed, is_kept as is_promised from (${judgedRuns(asking)})`;
  const each = (say: (promise: TimePromise, i: Sql) => Sql): Sql =>
    sql`[${join(
      promises.map((promise, i) => say(promise, sql`${uint(i + 1)}`)),
      sql`, `,
    )}]`;
  const said = ({ id }: TimePromise, side: 'from' | 'to', symbol: Sql): Sql =>
    perDefinition(
      definitions,
      (one) => {
        const promise = one.contract.promises.find((other) => other.id === id);
        return isGood(symbol, promise ? numberOf(one, promise[side]) : 0);
      },
      sql`0`,
    );
  const within = ({ id }: TimePromise): Sql =>
    perDefinition(
      definitions,
      ({ contract }) => sql`toInt64(${int(contract.promises.find((other) => other.id === id)?.withinMs ?? 0)})`,
      sql`toInt64(0)`,
    );
  const asOf = int(asking.dataAsOfMs ?? 0);
  const started = sql`select *, ${each(
    (promise) =>
      sql`arrayFirstIndex((y, l) -> ${said(promise, 'from', sql`y`)} and l in (${LABEL.planned}, ${LABEL.otherOrder}), symbols, labels)`,
  )} as from_at, ${each(within)} as promise_within from (${judgedRuns(asking)})`;
  const reached = sql`select *, ${each(
    (promise, i) =>
      sql`if(from_at[${i}] = 0, 0, arrayFirstIndex((y, nth) -> nth > from_at[${i}] and ${said(promise, 'to', sql`y`)}, symbols, arrayEnumerate(symbols)))`,
  )} as to_at from (${started})`;
  const timed = sql`select *, ${each((_, i) => sql`if(from_at[${i}] = 0, toInt64(0), touch_at[from_at[${i}]])`)} as promise_from,
      ${each((_, i) => sql`if(to_at[${i}] = 0, toInt64(-1), touch_at[to_at[${i}]] - touch_at[from_at[${i}]])`)} as promise_took
    from (${reached})`;
  const [kept, late, lapsed, waiting] = PROMISE_STATES.map(promiseState);
  const told = sql`select *, arrayMap((s, f, took, w) -> toUInt8(multiIf(s = 0, 255, took >= 0 and took <= w, ${kept as Sql},
        status = ${STATUS.failed} and end_ms >= f and end_ms - f <= w, ${lapsed as Sql},
        took >= 0 or ${asOf} - f > w, ${late as Sql}, ${waiting as Sql})),
      from_at, promise_from, promise_took, promise_within) as promise_states from (${timed})`;
  return sql`select *, arrayMap((s, f, took, w) -> toInt64(multiIf(s = ${kept as Sql}, took, s = ${lapsed as Sql}, end_ms - f, s = ${late as Sql}, w + 1,
        status = ${STATUS.left}, greatest(silent_ms - f, 0), greatest(${asOf} - f, 0))),
      promise_states, promise_from, promise_took, promise_within) as promise_elapsed,
      toUInt8(is_kept and not has(promise_states, ${late as Sql})) as is_promised from (${told})`;
}
