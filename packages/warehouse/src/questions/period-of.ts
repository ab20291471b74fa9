import { isTimeZone, type Period, Problem } from '@continuo/core';
import { type Sql, sql, text } from '../sql.ts';

/** Number of the period of an instant (ms), as `periodNumber` in core counts them. Throws `input.invalid` for an unknown zone. */
export function periodOf(
  moment: Sql,
  { period, timeZone }: { readonly period: Period; readonly timeZone: string },
): Sql {
  if (!isTimeZone(timeZone)) throw new Problem('input.invalid', `${timeZone} is not a known time zone.`);
  const local = sql`fromUnixTimestamp64Milli(${moment}, ${text(timeZone)})`;
  // Days of UTC need no calendar.
  const days = timeZone === 'UTC' ? sql`toInt32(intDiv(${moment}, 86400000))` : sql`toInt32(toDate32(${local}))`;
  switch (period) {
    case 'day':
      return days;
    case 'week':
      return sql`intDiv(${days} + 3, 7)`;
    case 'month':
      return sql`toInt32((toYear(${local}) - 1970) * 12 + toMonth(${local}) - 1)`;
  }
}
