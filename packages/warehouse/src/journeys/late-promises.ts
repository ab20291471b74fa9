import type { Asking } from '../questions/question.ts';
import { int, sql, uint } from '../sql.ts';
import { promiseState, promisesOf, runsWithPromises } from './promise-states.ts';

/** A promise of a map that was late for somebody. */
export interface LatePromise {
  readonly person: bigint;
  /** When the clock started, ms: with the person it names the promise, whatever number its passage has. */
  readonly fromMs: number;
  /** When it was late by as much as was asked for. */
  readonly lateMs: number;
}

/**
 * Whom a promise was late for by at least `laterByMs`, when that was in [from, to): the step came later still, or has not come.
 * Empty for a promise that no map of the scope makes. The scope is of unit `journey`.
 */
export async function latePromises(
  asking: Asking,
  { promise, laterByMs, fromMs, toMs }: { promise: string; laterByMs: number; fromMs: number; toMs: number },
): Promise<readonly LatePromise[]> {
  const at = promisesOf(asking).findIndex(({ id }) => id === promise);
  if (at < 0) return [];
  const place = uint(at + 1);
  const rows = await asking.warehouse.query(
    sql`select toString(person) as who, promise_from[${place}] as from_ms, from_ms + promise_within[${place}] + ${int(laterByMs)} as late_ms, promise_took[${place}] as took
from (${runsWithPromises(asking)})
where promise_states[${place}] = ${promiseState('late')} and late_ms >= ${int(fromMs)} and late_ms < ${int(toMs)}
  and (took < 0 or from_ms + took > late_ms)
order by late_ms, person, from_ms`,
    asking.options,
  );
  return rows.map((row) => ({
    person: BigInt(String(row.who)),
    fromMs: Number(row.from_ms),
    lateMs: Number(row.late_ms),
  }));
}
