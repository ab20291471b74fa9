import { isTimeZone, Problem } from '@continuo/core';
import { promiseState } from '../journeys/promise-states.ts';
import { type Sql, sql, text, uint } from '../sql.ts';
import { PLACES, runFacts } from './journey-facts.ts';
import type { Asking } from './question.ts';

/**
 * Facts of passages with the instant by which a passage belongs to a day: `fact, moment` (ms), and `person, definition, no, place`.
 * At a step the passage's first touch of it or the touch before which it was missing, whichever is earlier (of a passage's end:
 * its last touch); of a promise the start of its clock; else the start of the passage. A step that was only waited for in vain
 * has the instant at which the wait was too long.
 */
export function factMoments(asking: Asking): Sql {
  const isStep = sql`place > 0 and place < ${uint(PLACES.promises)}`;
  const isPromise = sql`place >= ${uint(PLACES.promises)} and place < ${uint(PLACES.rules)}`;
  // Places of the step among touches and skips in one array: the smallest is where the passage came to it.
  return sql`select person, definition, no, fact, place, multiIf(
      ${isStep}, if(first_at > 0, touch_at[first_at], late_at),
      ${isPromise}, promise_from[place - ${uint(PLACES.promises)} + 1],
      start_ms) as moment
    from (
      select person, definition, no, fact, intDiv(fact, ${uint(PLACES.size)}) as place, start_ms, touch_at, promise_from, promise_to,
        arrayMin(arrayFilter((i, s) -> s = place, arrayConcat(arrayEnumerate(touch_steps),
          arrayMap(b -> toUInt32(least(b + 1, length(touch_steps))), skip_before)), arrayConcat(touch_steps, skip_steps))) as first_at,
        arrayMin(arrayFilter((t, s, x) -> s = place and x = ${promiseState('late')}, arrayMap((f, after) -> f + after, promise_from, promise_elapsed),
          promise_to, promise_states)) as late_at
      from (${runFacts(asking)}) array join facts as fact)`;
}

/** Number of the day of an instant in a time zone, as `periodNumber` counts. Throws `input.invalid` for an unknown zone. */
export function dayNumber(moment: Sql, timeZone: string): Sql {
  if (!isTimeZone(timeZone)) throw new Problem('input.invalid', `${timeZone} is not a known time zone.`);
  if (timeZone === 'UTC') return sql`toInt32(intDiv(${moment}, 86400000))`;
  return sql`toInt32(toDate32(fromUnixTimestamp64Milli(${moment}, ${text(timeZone)})))`;
}
