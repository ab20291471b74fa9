import { type Comment, feltOf, maskContacts, type Scale } from '@continuo/core';
import { z } from 'zod';
import { judgedRuns, stepOf } from '../journeys/judged-runs.ts';
import { OTHER_ACTIVITY, OTHER_CHANNEL } from '../runs/code-book.ts';
import { refAtPlace, runPlace } from '../scope/run-place.ts';
import { codes, int, name, type Sql, sql, texts, uint, uints } from '../sql.ts';
import type { Place } from './journey-facts.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const commentRow = z.object({
  place: count,
  who: z.string(),
  which: z.string(),
  time_ms: count,
  text: z.string(),
  score: z.number().nullable(),
  scale: z.string(),
});

export type CommentRow = z.output<typeof commentRow>;

/** Texts looked through, newest first. */
export const NEWEST_TEXTS = 20_000;
/** Places off the map are codes above this. */
export const OFF_MAP = 65_536;

export interface MapComments {
  at(place: Place): readonly Comment[];
}

/**
 * The newest comments at each step and each activity off the map, with contact details masked: texts of the events that are
 * touches there, by person, time, name and channel. Only the 20,000 newest texts of the time are looked through.
 */
export async function readComments(limit: number, asking: Asking): Promise<MapComments> {
  if (limit === 0) return { at: () => [] };
  const rows = await asking.warehouse.query(
    sql`select place, toString(person) as who, toString(max(${runPlace(asking.scope)})) as which, t as time_ms, text, score, scale
from (${touches(asking)}) as d inner join (${texted(asking)}) as x using (person, t, c, w)
group by place, person, t, message, text, score, scale
order by time_ms desc, message desc, text, person limit ${uint(limit)} by place`,
    asking.options,
  );
  return commentsOf(rows.map((row) => commentRow.parse(row)));
}

/** Comments by place, in the order of the rows. */
export function commentsOf(rows: readonly CommentRow[]): MapComments {
  const found = new Map<number, Comment[]>();
  for (const row of rows) {
    const felt = feltOf(row.score, row.scale as Scale);
    const comment: Comment = {
      text: maskContacts(row.text),
      felt: felt === 'none' ? null : felt,
      timeMs: row.time_ms,
      run: refAtPlace('journey', row.who, row.which),
    };
    found.set(row.place, [...(found.get(row.place) ?? []), comment]);
  }
  return {
    at: (place) =>
      found.get(place.kind === 'step' ? place.number : place.kind === 'off-map' ? OFF_MAP + place.code : 0) ?? [],
  };
}

/** Events of passages: where they stand, and what a text is found by. */
function touches(asking: Asking): Sql {
  return sql`select person, definition, no, place, t, c, w from (
    select person, definition, no, arrayMap((y, c) -> if(y > 0, toUInt32(${stepOf(sql`y`)}), toUInt32(c) + ${uint(OFF_MAP)}), steps, codes) as places, all_at, codes, channels
    from (${judgedRuns(asking)}) where person global in (select person from (${texted(asking)})))
  array join places as place, all_at as t, codes as c, channels as w`;
}

/** Texts that count (`person, t, c, w, message, text, score, scale`): of each message the first arrival, if it says something. */
export function texted({ warehouse, scope, sources, book }: Asking): Sql {
  const workspace = uint(scope.workspace);
  const events = sql`continuo.${name(warehouse.reads.events)}`;
  const known = book.activities.slice(1);
  const ways = book.channels.slice(1);
  const newest = sql`select identity, message from ${events}
      where workspace = ${workspace} and source in ${uints(sources)} and text != '' and time >= fromUnixTimestamp64Milli(${int(scope.range.fromMs)}, 'UTC')
      order by time desc limit ${uint(NEWEST_TEXTS)}`;
  const counted = sql`select identity, message, toUnixTimestamp64Milli(time) as t, name, channel, text, score, scale from ${events}
      where workspace = ${workspace} and source in ${uints(sources)} and (identity, message) global in (${newest})
      order by received, seq limit 1 by identity, message`;
  return sql`select if(linked = 0, identity, linked) as person, t, transform(name, ${texts(known)}, ${codes(known.map((_, i) => i + 1))}, toUInt16(${uint(OTHER_ACTIVITY)})) as c,
      if(channel = '', toUInt8(0), toUInt8(transform(channel, ${texts(ways)}, ${codes(ways.map((_, i) => i + 1))}, toUInt16(${uint(OTHER_CHANNEL)})))) as w, message, text, score, scale
    from (${counted}) as e left any join (
      select identity, person as linked from continuo.links final where workspace = ${workspace} and identity != person) as l using identity
    where text != ''`;
}
