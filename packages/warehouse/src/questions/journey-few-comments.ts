import { touchOf } from '@continuo/core';
import { timesOf } from '@continuo/core/oracle';
import { z } from 'zod';
import type { FewPassage } from '../journeys/few-passages.ts';
import { activityName, channelName } from '../runs/code-book.ts';
import { sql, uints } from '../sql.ts';
import { byName } from './by-name.ts';
import { type CommentRow, commentsOf, type MapComments, OFF_MAP, texted } from './journey-comments.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const textRow = z.object({
  person: z.string(),
  t: count,
  c: count,
  w: count,
  message: z.string(),
  text: z.string(),
  score: z.number().nullable(),
  scale: z.string(),
});
type TextRow = z.output<typeof textRow>;
type Said = CommentRow & Pick<TextRow, 'message'>;

/** As `readComments`, of passages in hand. */
export async function commentsOfFew(
  passages: readonly FewPassage[],
  limit: number,
  asking: Asking,
): Promise<MapComments> {
  if (limit === 0 || passages.length === 0) return { at: () => [] };
  const people = [...new Set(passages.map(({ run }) => run.person))];
  const rows = await asking.warehouse.query(
    sql`select person, t, c, w, message, text, score, scale from (${texted(asking)}) where person in ${uints(people)}`,
    asking.options,
  );
  const texts = new Map<string, TextRow[]>();
  for (const row of rows.map((row) => textRow.parse(row))) add(texts, `${row.person} ${row.t}`, row);
  const speakers = new Set([...texts.values()].flat().map(({ person }) => person));
  const found = new Map<string, Said>();
  for (const passage of passages)
    if (speakers.has(String(passage.run.person)))
      for (const said of saidIn(passage, texts, asking)) {
        const id = JSON.stringify([
          said.place,
          said.who,
          said.time_ms,
          said.message,
          said.text,
          said.score,
          said.scale,
        ]);
        const known = found.get(id);
        if (!known || BigInt(known.which) < BigInt(said.which)) found.set(id, said);
      }
  const newest = [...found.values()].sort(
    (a, b) =>
      b.time_ms - a.time_ms || byNumber(b.message, a.message) || byName(a.text, b.text) || byNumber(a.who, b.who),
  );
  const byPlace = new Map<number, Said[]>();
  for (const said of newest) add(byPlace, said.place, said);
  return commentsOf([...byPlace.values()].flatMap((here) => here.slice(0, limit)));
}

/** Texts of the events of a passage, by person, time, name and channel. */
function saidIn(
  { run, symbols }: FewPassage,
  texts: ReadonlyMap<string, readonly TextRow[]>,
  { book }: Asking,
): readonly Said[] {
  const which = String((BigInt(run.definition ?? 0) << 32n) + BigInt(run.no));
  return timesOf(run).flatMap((time, i) =>
    (texts.get(`${run.person} ${time}`) ?? [])
      .filter(({ c, w }) => activityName(book, c) === run.activities[i] && channelName(book, w) === run.channels[i])
      .map((row): Said => {
        const symbol = symbols[i] as number;
        const place = symbol > 0 ? touchOf(symbol).step : OFF_MAP + row.c;
        return { ...row, place, who: row.person, which, time_ms: time };
      }),
  );
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

function byNumber(a: string, b: string): number {
  const [one, other] = [BigInt(a), BigInt(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
