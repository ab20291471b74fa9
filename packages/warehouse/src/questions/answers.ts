import { definitionsOf, stepOf } from '../journeys/judged-runs.ts';
import { isVoiceOf, mayBeVoice, voiceStepOf } from '../journeys/voice.ts';
import { FELT_OF } from '../runs/felt-of.ts';
import { runPlace } from '../scope/run-place.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { int, name, type Sql, sql, uint, uints } from '../sql.ts';
import { channelCodeOf, nameCodeOf } from './name-codes.ts';
import type { Asking } from './question.ts';

/** Places: the number of a step, or above this the code of an activity; 0: everywhere. */
export const OFF_MAP = 65_536;
export const EVERYWHERE = 0;
/** Run of a voice that no run holds: the first of its person, `p-<person>-1`. */
export const PERSON_RUN = 1;

/** The runs whose answers count: of a journey all their events, for a choice of activities does not change a map. */
export function answeringRuns(asking: Asking): Sql {
  const { scope } = asking;
  return scopedRuns(scope.unit === 'journey' ? { ...scope, activities: null } : scope, asking);
}

/** Places of a run's events, one an event. */
export function placesOfRun({ scope }: Pick<Asking, 'scope'>): Sql {
  return scope.unit === 'journey'
    ? sql`arrayMap((y, c) -> if(y > 0, toUInt32(${stepOf(sql`y`)}), toUInt32(c) + ${uint(OFF_MAP)}), steps, codes)`
    : sql`arrayMap(c -> toUInt32(c) + ${uint(OFF_MAP)}, codes)`;
}

/** Instants of a run's events, ms. */
export const TIMES = sql`arrayMap(after -> toInt64(start_ms + toInt64(after)), arrayCumSum(gaps))`;

/**
 * Every answer of a scope, one a row: `person, p` (place), `which, begun` (the run it stands in), `t, nth, message, identity`
 * (its order), `c` (code of its name), `f` (mood, 1 … 3). With unit `journey` the voices that name the map too, by their own time.
 */
export function answers(asking: Asking): Sql {
  const within = sql`select person, toUInt64(${runPlace(asking.scope)}) as which, toInt64(start_ms) as begun, codes, felt, ${placesOfRun(asking)} as places, ${TIMES} as all_at
    from (${answeringRuns(asking)}) where arrayExists(f -> f > 0, felt)`;
  const told = sql`select person, toUInt32(p) as p, which, begun, t, toUInt64(nth) as nth, toUInt64(0) as message, toUInt64(0) as identity, toUInt16(c) as c, toUInt8(f) as f
    from (${within}) array join places as p, all_at as t, codes as c, felt as f, arrayEnumerate(felt) as nth where f > 0`;
  const voices = namedVoices(asking);
  if (voices === null) return told;
  return sql`${told} union all select person, p, toUInt64(${uint(PERSON_RUN)}) as which, toInt64(0) as begun, t, nth, message, identity, c, f from (${voices}) where f > 0`;
}

/**
 * The last answer of each person at each place, and everywhere: `place, person, f, c, which, begun`. Of equal times the later
 * run, and further on in it; a voice that names the map stands before what runs hold.
 */
export function lastAnswers(asking: Asking): Sql {
  const rank = sql`(t, which, nth, message, identity)`;
  return sql`select place, person, best.1 as f, best.2 as c, best.3 as which, best.4 as begun from (
    select place, person, argMax((f, c, which, begun), ${rank}) as best
    from (${answers(asking)}) array join [p, toUInt32(${uint(EVERYWHERE)})] as place group by place, person)`;
}

/**
 * Events that name the map of the scope, each message once: `person, p, t, nth, message, identity, c, f, w, score, scale, text`. Those
 * of the range, of people of the scope where it has filters. Null: the scope has no map.
 */
export function namedVoices(asking: Asking): Sql | null {
  const definitions = definitionsOf(asking);
  const newest = definitions.at(-1);
  if (asking.scope.unit !== 'journey' || newest === undefined) return null;
  const { warehouse, scope, sources } = asking;
  const workspace = uint(scope.workspace);
  const events = sql`continuo.${name(warehouse.reads.events)}`;
  const { fromMs, toMs } = scope.range;
  const some = sql`select identity, message from ${events}
      where workspace = ${workspace} and source in ${uints(sources)} and (isNotNull(score) or text != '') and ${mayBeVoice}`;
  const first = sql`select identity, toUnixTimestamp64Milli(time) as t, toUInt64(ord) as nth, message, name, channel, score, scale, text, props from ${events}
      where workspace = ${workspace} and source in ${uints(sources)} and (identity, message) global in (${some})
      order by received, seq limit 1 by identity, message`;
  const coded = sql`select identity, toInt64(t) as t, nth, message, ${nameCodeOf(asking.book)} as c, ${channelCodeOf(asking.book)} as w, toUInt8(${FELT_OF}) as f, score, scale, text,
      toUInt32(${voiceStepOf(definitions)}) as step
    from (${first}) where ${isVoiceOf(newest)} and (isNotNull(score) or text != '') and t >= ${int(fromMs)} and t < ${int(toMs)}`;
  const people =
    scope.filters.length === 0 ? sql`` : sql` where person global in (select person from (${answeringRuns(asking)}))`;
  return sql`select * from (
    select if(linked = 0, identity, linked) as person, if(step > 0, step, toUInt32(c) + toUInt32(${uint(OFF_MAP)})) as p, t, nth, message, identity, c, f, w, score, scale, text
    from (${coded}) as e left any join (
      select identity, person as linked from continuo.links final where workspace = ${workspace} and identity != person) as l using identity)${people}`;
}
