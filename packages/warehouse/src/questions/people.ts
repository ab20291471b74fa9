/** Question  Who are the people behind a number?
 *  Counts    runs behind the number, one row each; people (after identity merge)
 *  Time      event time, [from, to); for a funnel the run as it goes on after the range
 *  Answers   exactly: as many as the number says
 *  Limits    listed a page at a time; a search looks in identifiers and case keys */
import type { People, PeopleInput, PersonRow } from '@continuo/core';
import { z } from 'zod';
import { activityName, channelName } from '../runs/code-book.ts';
import { refAtPlace, runPlace } from '../scope/run-place.ts';
import { name, type Sql, sql, text, uint } from '../sql.ts';
import { runsBehind } from './behind.ts';
import type { Asking, Question } from './question.ts';

const count = z.coerce.number();
const personRow = z.object({
  who: z.string(),
  place: z.string(),
  key: z.string(),
  start_ms: count,
  last_ms: count,
  events: count,
  last_code: count,
  ways: z.array(count),
  unhappy: count,
  neutral: count,
  happy: count,
  attributes: z.record(z.string(), z.string()),
});

const SIZES = {
  recent: sql`last_ms`,
  events: sql`events`,
  longest: sql`last_ms - start_ms`,
  unhappy: sql`unhappy`,
} as const;

export const people: Question<PeopleInput, People> = {
  exactness: 'exact',
  limits: ['A run that the number counts is listed once, however often it does what is counted.'],
  async ask({ behind, search, sort, limit, offset }, asking) {
    const runs = found(await runsBehind(behind, asking), search, asking);
    const [rows, totals] = await Promise.all([
      asking.warehouse.query(
        sql`select toString(person) as who, toString(${runPlace(asking.scope)}) as place, key, start_ms, start_ms + toInt64(arraySum(gaps)) as last_ms, length(codes) as events,
  codes[-1] as last_code, arrayMap(w -> toUInt16(w), arrayDistinct(channels)) as ways,
  countEqual(felt, 1) as unhappy, countEqual(felt, 2) as neutral, countEqual(felt, 3) as happy, attributes
from (${runs}) order by ${SIZES[sort]} desc, person, ${runPlace(asking.scope)}, start_ms limit ${uint(limit)} offset ${uint(offset)}`,
        asking.options,
      ),
      asking.warehouse.query(sql`select count() as runs, uniqExact(person) as people from (${runs})`, asking.options),
    ]);
    return {
      rows: rows.map((row) => rowOf(personRow.parse(row), asking)),
      runs: Number(totals[0]?.runs ?? 0),
      people: Number(totals[0]?.people ?? 0),
    };
  },
};

/** Runs of people one of whose identifiers, or whose case key, holds the text, in any case. */
function found(runs: Sql, search: string | null, { warehouse, scope }: Asking): Sql {
  if (search === null) return runs;
  const workspace = uint(scope.workspace);
  return sql`select * from (${runs}) where positionCaseInsensitiveUTF8(key, ${text(search)}) > 0 or person global in (
  select if(linked_person = 0, identity, linked_person)
  from (select identity from continuo.${name(warehouse.reads.identities)} where workspace = ${workspace} and positionCaseInsensitiveUTF8(value, ${text(search)}) > 0) as i
  left any join (select identity, person as linked_person from continuo.links final where workspace = ${workspace} and identity != person) as l using identity)`;
}

function rowOf(row: z.output<typeof personRow>, { book, scope }: Asking): PersonRow {
  return {
    person: row.who,
    run: refAtPlace(scope.unit, row.who, row.place),
    key: row.key,
    startMs: row.start_ms,
    lastMs: row.last_ms,
    events: row.events,
    lastActivity: activityName(book, row.last_code),
    channels: row.ways.map((way) => channelName(book, way)),
    unhappy: row.unhappy,
    neutral: row.neutral,
    happy: row.happy,
    attributes: row.attributes,
  };
}
