import { FELT_BOUNDS } from '@continuo/core';
import { codes, floats, type Sql, sql, texts, uints } from '../sql.ts';
import { type CodeBook, OTHER_ACTIVITY, OTHER_CHANNEL } from './code-book.ts';

export interface MomentsInput {
  readonly book: CodeBook;
  /** Declared properties whose first value is kept with a run. */
  readonly attributes: readonly string[];
  /** Complete sources: events of others do not exist yet. */
  readonly sources: readonly number[];
  /** What parts a person's runs, as text ('': the event is in none); null: nothing asks for it. */
  readonly key: Sql | null;
  /** Which touch of a journey each event is; null: nothing asks for it. People without any are then left out. */
  readonly symbol: Sql | null;
  /** Whether a person may have several identities here. */
  readonly withIdentities: boolean;
}

const SCALES = Object.keys(FELT_BOUNDS) as (keyof typeof FELT_BOUNDS)[];

/** 0 nobody answered, 1 unhappy, 2 neutral, 3 happy: the same bounds as `feltOf` in core, as Float32 like the score (0.2 is less than its Float32). */
const FELT = sql`if(isNull(score) or scale = '', 0,
      if(score <= toFloat32(transform(scale, ${texts(SCALES)}, ${floats(SCALES.map((scale) => FELT_BOUNDS[scale][0]))}, 0.)), 1,
      if(score <= toFloat32(transform(scale, ${texts(SCALES)}, ${floats(SCALES.map((scale) => FELT_BOUNDS[scale][1]))}, 0.)), 2, 3)))`;

/**
 * One row a person with `a`: their events in the order (time, ord, message, identity), each message once inside its
 * identity: two identities of one person may have used the same message id for two events.
 * Elements: 1 time ms, 2 ord, 3 message, 4 received ms, 5 seq, 6 activity code, 7 channel code, 8 felt,
 * 9 key, 10 properties, 11 identity; these three are 0 or '' where nothing asks for them, and 12, the symbol, is absent:
 * an element costs about 5 % of the build. `from` names the events (with column `person`), `where` narrows them.
 */
export function moments(
  from: Sql,
  where: Sql,
  { book, attributes, sources, key, symbol, withIdentities }: MomentsInput,
): Sql {
  const properties = attributes.length === 0 ? sql`''` : sql`props`;
  const identity = withIdentities ? sql`identity` : sql`toUInt8(0)`;
  const touch = symbol === null ? sql`` : sql`, ${symbol}`;
  const touched = symbol === null ? sql`` : sql` having arrayExists(x -> x.12 > 0, all_arrivals)`;
  const known = book.activities.slice(1);
  const ways = book.channels.slice(1);
  // Messages that all differ need no look at their identities: a list of numbers is far cheaper to tell apart than pairs.
  return sql`
  select person,
    arraySort(x -> (x.1, x.2, x.3, x.11), if(length(all_arrivals) = length(arrayDistinct(arrayMap(x -> x.3, all_arrivals))), all_arrivals,
      arrayFilter((x, nth) -> nth = 1, arraySort(x -> (x.4, x.5), all_arrivals) as by_arrival,
        arrayEnumerateUniq(arrayMap(x -> x.11, by_arrival), arrayMap(x -> x.3, by_arrival))))) as a
  from (
    select person, groupArray((
      toUnixTimestamp64Milli(time), ord, message, toUnixTimestamp64Milli(received), seq,
      transform(name, ${texts(known)}, ${codes(known.map((_, i) => i + 1))}, toUInt16(${codes([OTHER_ACTIVITY])}[1])),
      if(channel = '', toUInt8(0), toUInt8(transform(channel, ${texts(ways)}, ${codes(ways.map((_, i) => i + 1))}, toUInt16(${codes([OTHER_CHANNEL])}[1])))),
      toUInt8(${FELT}), ${key ?? sql`toUInt8(0)`}, ${properties}, ${identity}${touch})) as all_arrivals
    from ${from}
    where source in ${uints(sources)} and ${where}
    group by person${touched}
  )`;
}
