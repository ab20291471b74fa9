import { PROMISE_STATES, type PromiseState, type TimePromise } from '@continuo/core';
import type { Asking } from '../questions/question.ts';
import { codes, int, join, type Sql, sql } from '../sql.ts';
import { constant } from './constant.ts';
import { definitionsOf, judgedRuns, LABEL, numberOf, STATUS } from './judged-runs.ts';
import { perDefinition } from './per-definition.ts';

/** A symbol that no touch has: steps end at 16,383, and their first symbol is a multiple of 4. */
const NEVER = 1;

/** Code of a state in `promise_states`; a clock that never started is 255. */
export const promiseState = (state: PromiseState): Sql => constant(PROMISE_STATES.indexOf(state));

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
  const said = (side: 'from' | 'to'): Sql =>
    perDefinition(
      definitions,
      (one) =>
        sql`${codes(
          promises.map(({ id }) => {
            const promise = one.contract.promises.find((other) => other.id === id);
            return promise ? numberOf(one, promise[side]) * 4 : NEVER;
          }),
        )}`,
      sql`emptyArrayUInt16()`,
    );
  const within = perDefinition(
    definitions,
    ({ contract }) =>
      sql`[${join(
        promises.map(({ id }) => sql`${int(contract.promises.find((other) => other.id === id)?.withinMs ?? 0)}`),
        sql`, `,
      )}]`,
    sql`emptyArrayInt64()`,
  );
  const asOf = int(asking.dataAsOfMs ?? 0);
  const started = sql`select *, arrayMap(n -> arrayFirstIndex((y, l) -> bitAnd(y, 65534) = n and l in (${LABEL.planned}, ${LABEL.otherOrder}), symbols, labels),
      ${said('from')}) as from_at from (${judgedRuns(asking)})`;
  const reached = sql`select *, arrayMap(s -> touch_at[s], from_at) as promise_from, ${within} as promise_within,
      arrayMap((n, s) -> if(s = 0, 0, arrayFirstIndex((y, nth) -> nth > s and bitAnd(y, 65534) = n, symbols, arrayEnumerate(symbols))), ${said('to')}, from_at) as to_at from (${started})`;
  const timed = sql`select *, arrayMap((z, f) -> if(z = 0, toInt64(-1), touch_at[z] - f), to_at, promise_from) as promise_took from (${reached})`;
  const [kept, late, lapsed, waiting] = PROMISE_STATES.map(promiseState) as [Sql, Sql, Sql, Sql];
  const told = sql`select *, arrayMap((s, f, took, w) -> toUInt8(multiIf(s = 0, 255, took >= 0 and took <= w, ${kept},
        status = ${STATUS.failed} and end_ms >= f and end_ms - f <= w, ${lapsed}, took >= 0 or ${asOf} - f > w, ${late}, ${waiting})),
      from_at, promise_from, promise_took, promise_within) as promise_states from (${timed})`;
  return sql`select *, arrayMap((s, f, took, w) -> toInt64(multiIf(s = ${kept}, took, s = ${lapsed}, end_ms - f, s = ${late}, w + 1,
        status = ${STATUS.left}, greatest(silent_ms - f, 0), greatest(${asOf} - f, 0))),
      promise_states, promise_from, promise_took, promise_within) as promise_elapsed,
      toUInt8(is_kept and not has(promise_states, ${late})) as is_promised from (${told})`;
}
