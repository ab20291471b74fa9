import { NEWEST_TEXTS, type Said, type Scale } from '@continuo/core';
import { z } from 'zod';
import { definitionsOf } from '../journeys/judged-runs.ts';
import { isVoiceOf } from '../journeys/voice.ts';
import { channelName } from '../runs/code-book.ts';
import { refAtPlace, runPlace } from '../scope/run-place.ts';
import { int, name, type Sql, sql, uint, uints } from '../sql.ts';
import { answeringRuns, namedVoices, PERSON_RUN, placesOfRun, TIMES } from './answers.ts';
import { channelCodeOf, nameCodeOf } from './name-codes.ts';
import type { Asking } from './question.ts';
import { saidAt } from './said-place.ts';

const count = z.coerce.number();
const saidRow = z.object({
  place: count,
  who: z.string(),
  which: z.string(),
  time_ms: count,
  w: count,
  id_identity: z.string(),
  id_message: z.string(),
  text: z.string(),
  score: z.number().nullable(),
  scale: z.string(),
});

export type SaidRow = z.output<typeof saidRow>;

/** What customers wrote in a scope, newest first, as it was sent. */
export async function readSaid(asking: Asking): Promise<readonly Said[]> {
  return (await readSaidRows(asking, null)).map((row) => saidOf(row, asking));
}

/**
 * What customers wrote in a scope, newest first, as it was sent: of each message the first arrival. Only the 20,000 newest texts of
 * the time are looked through; `perPlace`: at most so many a place. A text is found by its person, instant, name and channel.
 */
export async function readSaidRows(asking: Asking, perPlace: number | null): Promise<readonly SaidRow[]> {
  const texts = textsOf(asking);
  const runs = sql`select person, toUInt64(${runPlace(asking.scope)}) as which, ${placesOfRun(asking)} as places, ${TIMES} as all_at, codes, channels
    from (${answeringRuns(asking)}) where person global in (select person from (${texts}))`;
  const within = sql`select p as place, person, max(which) as which, t, w, identity, message, text, score, scale
    from (select person, which, p, t, c, w from (${runs}) array join places as p, all_at as t, codes as c, channels as w) as d
    inner join (${texts}) as x using (person, t, c, w)
    group by place, person, t, w, identity, message, text, score, scale`;
  const voices = namedVoices(asking);
  const all =
    voices === null
      ? within
      : sql`${within} union all select p as place, person, toUInt64(${uint(PERSON_RUN)}) as which, t, w, identity, message, text, score, scale from (${voices}) where text != ''`;
  const few = perPlace === null ? sql`` : sql` limit ${uint(perPlace)} by place`;
  const rows = await asking.warehouse.query(
    sql`select place, toString(person) as who, toString(which) as which, t as time_ms, w, toString(identity) as id_identity, toString(message) as id_message, text, score, scale
from (${all}) order by time_ms desc, message desc, text, person, identity${few} limit ${uint(NEWEST_TEXTS)}`,
    asking.options,
  );
  return rows.map((row) => saidRow.parse(row));
}

function saidOf(row: SaidRow, asking: Asking): Said {
  return {
    id: `${row.id_identity}.${row.id_message}.${row.place}`,
    person: row.who,
    at: saidAt(row.place, asking),
    timeMs: row.time_ms,
    text: row.text,
    score: row.score,
    scale: row.scale as Scale,
    channel: channelName(asking.book, row.w),
    run: refAtPlace(asking.scope.unit, row.who, row.which),
  };
}

/** What names the map of the scope stands in none of its passages. */
function isNamed(asking: Asking): Sql {
  const newest = asking.scope.unit === 'journey' ? definitionsOf(asking).at(-1) : undefined;
  return newest === undefined ? sql`toUInt8(0)` : sql`toUInt8(${isVoiceOf(newest)})`;
}

/** Texts that stand in runs: `person, t, c, w, identity, message, text, score, scale`. */
function textsOf(asking: Asking): Sql {
  const { warehouse, scope, sources, book } = asking;
  const workspace = uint(scope.workspace);
  const events = sql`continuo.${name(warehouse.reads.events)}`;
  const newest = sql`select identity, message from ${events}
      where workspace = ${workspace} and source in ${uints(sources)} and text != '' and time >= fromUnixTimestamp64Milli(${int(scope.range.fromMs)}, 'UTC')
      order by time desc limit ${uint(NEWEST_TEXTS)}`;
  const counted = sql`select identity, message, toInt64(toUnixTimestamp64Milli(time)) as t, name, channel, text, score, scale, ${isNamed(asking)} as voice from ${events}
      where workspace = ${workspace} and source in ${uints(sources)} and (identity, message) global in (${newest})
      order by received, seq limit 1 by identity, message`;
  return sql`select if(linked = 0, identity, linked) as person, t, ${nameCodeOf(book)} as c, ${channelCodeOf(book)} as w, identity, message, text, score, scale
    from (${counted}) as e left any join (
      select identity, person as linked from continuo.links final where workspace = ${workspace} and identity != person) as l using identity
    where text != '' and not voice`;
}
