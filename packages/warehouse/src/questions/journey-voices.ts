import type { Voices } from '@continuo/core';
import { z } from 'zod';
import { sql } from '../sql.ts';
import { EVERYWHERE, lastAnswers, OFF_MAP } from './answers.ts';
import type { Place } from './journey-facts.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const voiceRow = z.object({ place: count, f: count, people: count });

/** What people answered at each place, one answer a person and place: their last there. */
export interface MapVoices {
  at(place: Place): Voices;
}

/** Number of a place among answers. */
export function numberOf(place: Place): number {
  return place.kind === 'step' ? place.number : place.kind === 'off-map' ? OFF_MAP + place.code : EVERYWHERE;
}

/** What people answered at each place: answers of passages, and those that name the map. */
export async function readVoices(asking: Asking): Promise<MapVoices> {
  const rows = await asking.warehouse.query(
    sql`select place, f, count() as people from (${lastAnswers(asking)}) group by place, f`,
    asking.options,
  );
  const found = new Map(
    rows.map((row) => voiceRow.parse(row)).map(({ place, f, people }) => [`${place} ${f}`, people]),
  );
  return {
    at: (place) => {
      const of = (f: number): number => found.get(`${numberOf(place)} ${f}`) ?? 0;
      return { unhappy: of(1), neutral: of(2), happy: of(3) };
    },
  };
}
