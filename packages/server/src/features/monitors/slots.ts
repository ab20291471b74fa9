import { dayOfDate, periodStart, weekOfDay } from '@continuo/core';

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

/** The period of a day `YYYY-MM-DD`: itself, its week, or its first whole hour in the zone. */
export function slotOfDate(date: string, period: SlotPeriod, timeZone: string): number {
  const day = dayOfDate(date);
  if (period === 'hour') return Math.ceil(slotStart(day, 'day', timeZone) / HOUR_MS);
  return period === 'week' ? weekOfDay(day) : day;
}
