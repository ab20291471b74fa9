import type { Spread } from '@continuo/core';
import { z } from 'zod';
import { type Sql, sql } from '../sql.ts';

/** Columns of a distribution over rows: read them with `spreadRow`. Percentiles interpolate as pandas' `linear`. */
export function spreadColumns(value: Sql): Sql {
  return sql`tuple(count(), avg(${value}), quantilesExactInclusive(0.5, 0.9)(${value}), min(${value}), max(${value}))`;
}

const count = z.coerce.number();

/** Null over no rows, where averages are not numbers. */
export const spreadRow = z
  .tuple([count, z.number().nullable(), z.tuple([z.number().nullable(), z.number().nullable()]), count, count])
  .transform(([n, mean, [median, p90], min, max]): Spread | null =>
    mean === null || median === null || p90 === null ? null : { n, mean, median, p90, min, max },
  );
