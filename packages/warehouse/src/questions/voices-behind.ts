import { ALL_TIME, type Behind } from '@continuo/core';
import { PERSON_RUNS } from '../runs/definition.ts';
import { runPlace } from '../scope/run-place.ts';
import { scopedRuns } from '../scope/scoped-runs.ts';
import { type Sql, sql, uint } from '../sql.ts';
import { answeringRuns, EVERYWHERE, lastAnswers, PERSON_RUN } from './answers.ts';
import type { Asking } from './question.ts';
import { placeNumber } from './said-place.ts';

const VOICES = { unhappy: 1, neutral: 2, happy: 3 } as const;

/**
 * One run a person counted: that of their last answer at the place; of a voice that names the map, which stands in no passage, all
 * that the person did (also of one who is known by this answer only).
 */
export function voicesBehind({ at, felt }: Extract<Behind, { kind: 'voice' }>, asking: Asking): Sql {
  const place = at === null ? EVERYWHERE : placeNumber(at, asking);
  const runs = answeringRuns(asking);
  if (place === null) return sql`select * from (${runs}) where 0`;
  const last = sql`select person, which, begun from (${lastAnswers(asking)}) where place = ${uint(place)} and f = ${uint(VOICES[felt])}`;
  const { scope } = asking;
  const within = sql`select person, ${scope.unit === 'journey' ? sql`definition` : sql`toUInt32(0) as definition`}, no, key, start_ms, codes, gaps, channels, felt, attributes from (${runs})
  where (person, toUInt64(${runPlace(scope)}), toInt64(start_ms)) global in (${last})`;
  if (scope.unit !== 'journey') return within;
  const whole = scopedRuns(
    { ...scope, unit: 'person', journey: null, activities: null, range: ALL_TIME, filters: [] },
    asking,
  );
  return sql`${within} union all select person, toUInt32(${uint(PERSON_RUNS)}) as definition, no, key, start_ms, codes, gaps, channels, felt, attributes
  from (${whole}) where person global in (select person from (${last}) where which = ${uint(PERSON_RUN)})`;
}
