import { codes, type Sql, sql, texts, uints } from '../sql.ts';
import { type CodeBook, OTHER_ACTIVITY, OTHER_CHANNEL } from './code-book.ts';
import { FELT_OF } from './felt-of.ts';

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
  /** Which events are voices of the journey and belong to none of its passages; only with a symbol. Null: none can be. */
  readonly isVoice?: Sql | null;
  /** Whether a person may have several identities here. */
  readonly withIdentities: boolean;
}

/**
 * One row a person with `a`: their events in the order (time, ord, message, identity), each message once inside its
 * identity: two identities of one person may have used the same message id for two events.
 * Elements: 1 time ms, 2 ord, 3 message, 4 received ms, 5 seq, 6 activity code, 7 channel code, 8 felt,
 * 9 key, 10 properties, 11 identity; these three are 0 or '' where nothing asks for them, and 12, the symbol, and 13, whether
 * it is a voice (such an event goes once duplicates are gone), are absent: an element costs about 5 % of the build. `from` names the events (with column `person`), `where` narrows them.
 */
export function moments(
  from: Sql,
  where: Sql,
  { book, attributes, sources, key, symbol, isVoice = null, withIdentities }: MomentsInput,
): Sql {
  const properties = attributes.length === 0 ? sql`''` : sql`props`;
  const identity = withIdentities ? sql`identity` : sql`toUInt8(0)`;
  const voice = symbol === null || isVoice === null ? null : isVoice;
  const touch = symbol === null ? sql`` : voice === null ? sql`, ${symbol}` : sql`, ${symbol}, toUInt8(${voice})`;
  const touched = symbol === null ? sql`` : sql` having arrayExists(x -> x.12 > 0, all_arrivals)`;
  const known = book.activities.slice(1);
  const ways = book.channels.slice(1);
  // Messages that all differ need no look at their identities: a list of numbers is far cheaper to tell apart than pairs.
  const all = sql`
  select person,
    arraySort(x -> (x.1, x.2, x.3, x.11), if(length(all_arrivals) = length(arrayDistinct(arrayMap(x -> x.3, all_arrivals))), all_arrivals,
      arrayFilter((x, nth) -> nth = 1, arraySort(x -> (x.4, x.5), all_arrivals) as by_arrival,
        arrayEnumerateUniq(arrayMap(x -> x.11, by_arrival), arrayMap(x -> x.3, by_arrival))))) as a
  from (
    select person, groupArray((
      toUnixTimestamp64Milli(time), ord, message, toUnixTimestamp64Milli(received), seq,
      transform(name, ${texts(known)}, ${codes(known.map((_, i) => i + 1))}, toUInt16(${codes([OTHER_ACTIVITY])}[1])),
      if(channel = '', toUInt8(0), toUInt8(transform(channel, ${texts(ways)}, ${codes(ways.map((_, i) => i + 1))}, toUInt16(${codes([OTHER_CHANNEL])}[1])))),
      toUInt8(${FELT_OF}), ${key ?? sql`toUInt8(0)`}, ${properties}, ${identity}${touch})) as all_arrivals
    from ${from}
    where source in ${uints(sources)} and ${where}
    group by person${touched}
  )`;
  if (voice === null) return all;
  return sql`select * from (select person, arrayFilter(x -> x.13 = 0, a) as a from (${all})) where notEmpty(a)`;
}
