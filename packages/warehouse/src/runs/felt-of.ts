import { FELT_BOUNDS } from '@continuo/core';
import { floats, type Sql, sql, texts } from '../sql.ts';

const SCALES = Object.keys(FELT_BOUNDS) as (keyof typeof FELT_BOUNDS)[];
const bound = (which: 0 | 1): Sql =>
  sql`toFloat32(transform(scale, ${texts(SCALES)}, ${floats(SCALES.map((scale) => FELT_BOUNDS[scale][which]))}, 0.))`;

/**
 * Mood of an event (columns `score`, `scale`): 0 nobody answered, 1 unhappy, 2 neutral, 3 happy. The same bounds as `feltOf` in
 * core, as Float32 like the score (0.2 is less than its Float32).
 */
export const FELT_OF: Sql = sql`if(isNull(score) or scale = '', 0, if(score <= ${bound(0)}, 1, if(score <= ${bound(1)}, 2, 3)))`;
