import { FELT } from '@continuo/core';
import type { MapVoice } from '@continuo/core/oracle';
import { z } from 'zod';
import { activityName } from '../runs/code-book.ts';
import { sql } from '../sql.ts';
import { namedVoices, OFF_MAP } from './answers.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const voiceRow = z.object({ person: z.coerce.bigint(), p: count, c: count, t: count, f: count });

/** Answers and words that name the map, in the order in which the last one counts. */
export async function readMapVoices(asking: Asking): Promise<readonly MapVoice[]> {
  const voices = namedVoices(asking);
  if (voices === null) return [];
  const rows = await asking.warehouse.query(
    sql`select toString(person) as person, p, c, t, f from (${voices}) as v order by t, nth, message, identity`,
    asking.options,
  );
  return rows
    .map((row) => voiceRow.parse(row))
    .map(
      ({ person, p, c, t, f }): MapVoice => ({
        person,
        step: p < OFF_MAP ? p : 0,
        activity: activityName(asking.book, c),
        felt: FELT[f] ?? 'none',
        atMs: t,
      }),
    );
}
