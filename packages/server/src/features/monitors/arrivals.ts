import { type ArrivalHours, NEW_WITHIN_MS } from '@continuo/core';
import { isAnswers, type Source } from '@continuo/state';
import { name, sql, uint, uints } from '@continuo/warehouse';
import { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import { HOUR_MS } from './slots.ts';

const count = z.coerce.number();
const arrivalRow = z.object({ source: count, hour: count });

/** In which hours, by the clock of arrival, something new came in. */
export interface Arrivals {
  readonly all: ArrivalHours;
  readonly of: ReadonlyMap<number, ArrivalHours>;
}

/**
 * What came in since `fromHour`, while it was new. The demo arrived in a made world, and who answers was asked or not: neither is
 * waited for.
 */
export async function readArrivals(
  { warehouse }: Pick<Services, 'warehouse'>,
  workspace: number,
  sources: readonly Source[],
  fromHour: number,
): Promise<Arrivals> {
  const heard = sources.filter((source) => source.kind !== 'demo' && !isAnswers(source)).map(({ id }) => id);
  const of = new Map<number, Set<number>>();
  const all = new Set<number>();
  if (heard.length === 0) return { all, of };
  const received = sql`toUnixTimestamp64Milli(received)`;
  const rows = await warehouse.query(
    sql`select distinct source, intDiv(${received}, 3600000) as hour from continuo.${name(warehouse.reads.events)}
where workspace = ${uint(workspace)} and source in ${uints(heard)} and ${received} >= ${uint(Math.max(0, fromHour * HOUR_MS))}
  and ${received} - toUnixTimestamp64Milli(time) < ${uint(NEW_WITHIN_MS)}`,
  );
  for (const { source, hour } of rows.map((row) => arrivalRow.parse(row))) {
    all.add(hour);
    of.set(source, (of.get(source) ?? new Set<number>()).add(hour));
  }
  return { all, of };
}
