import { z } from 'zod';
import { sql, uint } from '../sql.ts';
import { answeringRuns, EVERYWHERE, namedVoices, placesOfRun } from './answers.ts';
import type { Place } from './journey-facts.ts';
import { numberOf } from './journey-voices.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const row = z.object({ place: count, people: count });

/** People who said something about a place of the map to which no passage of theirs came; of the map: who have no passage. */
export interface Strangers {
  at(place: Place): number;
}

/** Nobody where nothing names the map. */
export async function readStrangers(asking: Asking): Promise<Strangers> {
  const voices = namedVoices(asking);
  if (voices === null) return { at: () => 0 };
  const everywhere = sql`toUInt32(${uint(EVERYWHERE)})`;
  const said = sql`select distinct person, place from (${voices}) array join [p, ${everywhere}] as place`;
  const rows = await asking.warehouse.query(
    sql`select place, count() as people from (${said})
where (person, place) global not in (
  select person, arrayJoin(arrayPushBack(arrayDistinct(${placesOfRun(asking)}), ${everywhere})) as place
  from (${answeringRuns(asking)}) where person global in (select person from (${voices})))
group by place`,
    asking.options,
  );
  const people = new Map(rows.map((one) => row.parse(one)).map(({ place, people }) => [place, people]));
  return { at: (place) => people.get(numberOf(place)) ?? 0 };
}
