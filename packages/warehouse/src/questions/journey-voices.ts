import type { Voices } from '@continuo/core';
import { z } from 'zod';
import { judgedRuns, stepOf } from '../journeys/judged-runs.ts';
import { runPlace } from '../scope/run-place.ts';
import { type Sql, sql, uint } from '../sql.ts';
import type { Place } from './journey-facts.ts';
import type { Asking } from './question.ts';

const count = z.coerce.number();
const voiceRow = z.object({ place: count, f: count, people: count });

const OFF_MAP = 65_536;
const WHOLE = 0;

/** What people answered at each place, one answer a person and place: their last there. */
export interface MapVoices {
  at(place: Place): Voices;
}

function placeOf(place: Place): number {
  return place.kind === 'step' ? place.number : place.kind === 'off-map' ? OFF_MAP + place.code : WHOLE;
}

/**
 * The last answer of each person at each place (and of all places together): `place, person, f` and `which`, the passage of it
 * as `runPlace`. Of equal times the later passage, and further on in it.
 */
export function lastAnswers(asking: Asking): Sql {
  const rank = sql`(t, ${runPlace(asking.scope)}, nth)`;
  return sql`select place, person, argMax(f, ${rank}) as f, argMax(${runPlace(asking.scope)}, ${rank}) as which from (
    select person, definition, no, p, f, t, nth from (
      select person, definition, no, codes, steps, felt, all_at from (${judgedRuns(asking)}) where arrayExists(f -> f > 0, felt))
    array join arrayMap((y, c) -> if(y > 0, toUInt32(${stepOf(sql`y`)}), toUInt32(c) + ${uint(OFF_MAP)}), steps, codes) as p, felt as f, all_at as t, arrayEnumerate(felt) as nth
    where f > 0)
  array join [p, ${uint(WHOLE)}] as place group by place, person`;
}

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
      const of = (f: number): number => found.get(`${placeOf(place)} ${f}`) ?? 0;
      return { unhappy: of(1), neutral: of(2), happy: of(3) };
    },
  };
}

/** Place of a step in `lastAnswers`. */
export const voicePlace = (number: number): number => number;
