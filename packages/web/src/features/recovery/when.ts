import { formatDay, formatDayNear, formatTime } from '@continuo/diagram';
import { CALLBACK_WORDS } from '../../words/callbacks.ts';

const DAY_MS = 86_400_000;

/** A time beside now, as short as it can be: "18:00" today, "tomorrow 10:00", "Fri 23 Oct 11:35", with its year in another one. */
export function sayWhen(ms: number, nowMs: number, timeZone: string): string {
  const time = formatTime(ms, timeZone);
  const day = formatDayNear(ms, timeZone, nowMs);
  if (day === formatDay(nowMs, timeZone)) return time;
  if (day === formatDayNear(nowMs + DAY_MS, timeZone, nowMs)) return CALLBACK_WORDS.due.tomorrow(time);
  return `${day} ${time}`;
}
