import { inWeeks, type Point, periodNumber } from '@continuo/core';
import type { Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { recoveryClock } from '../recovery/index.ts';
import type { HourlyPast, Past } from './past.ts';
import { HOUR_MS } from './slots.ts';

/** Call-backs opened day by day, from the day of the first to yesterday; weeks of whole ones. Empty before the first. */
export async function callbackDays(
  services: Services,
  { id: workspace, timeZone }: Workspace,
  period: 'day' | 'week',
): Promise<Past> {
  const { state } = services;
  const [{ nowMs }, opened] = await Promise.all([
    recoveryClock(services, workspace),
    state.callbacks.openings(state.db, workspace),
  ]);
  const days = opened.map((ms) => periodNumber(ms, 'day', timeZone));
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const points: Point[] = [];
  for (let day = days[0] ?? 0; days.length > 0 && day < periodNumber(nowMs, 'day', timeZone); day += 1)
    points.push({ slot: day, n: counts.get(day) ?? 0, of: null });
  return { points: period === 'day' ? points : inWeeks(points), silent: new Set() };
}

/** How many call-backs were past due at the end of each hour, the one that runs included: there as of now. */
export async function callbackHours(services: Services, workspace: number): Promise<HourlyPast> {
  const { state } = services;
  const { nowMs } = await recoveryClock(services, workspace);
  const [[firstMs], spans] = await Promise.all([
    state.callbacks.openings(state.db, workspace),
    state.callbacks.pastDueSpans(state.db, workspace, nowMs),
  ]);
  const counts = new Map<number, number>();
  const endOf = (hour: number): number => Math.min((hour + 1) * HOUR_MS, nowMs);
  for (const { fromMs, toMs } of spans)
    for (let hour = Math.floor(fromMs / HOUR_MS); hour * HOUR_MS <= toMs; hour += 1)
      if (fromMs < endOf(hour) && toMs >= endOf(hour)) counts.set(hour, (counts.get(hour) ?? 0) + 1);
  return {
    counts: (hour) => counts.get(hour) ?? 0,
    hours: firstMs === undefined ? null : { from: Math.floor(firstMs / HOUR_MS), to: Math.floor(nowMs / HOUR_MS) },
    isSilent: () => false,
  };
}
