import { periodStart } from '@continuo/core';

export type SlotPeriod = 'day' | 'week' | 'hour';
export const HOUR_MS = 3_600_000;

/** First instant of a day, week (in the zone) or hour. */
export function slotStart(slot: number, period: SlotPeriod, timeZone: string): number {
  return period === 'hour' ? slot * HOUR_MS : periodStart(slot, period, timeZone);
}

/** End of a period: the first instant of the next. */
export function slotEnd(slot: number, period: SlotPeriod, timeZone: string): number {
  return slotStart(slot + 1, period, timeZone);
}

/** Number of a day `YYYY-MM-DD`, whatever the zone. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / (24 * HOUR_MS);
}
