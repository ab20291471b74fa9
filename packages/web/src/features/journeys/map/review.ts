import { formatDay } from '@continuo/diagram';

/** When a journey is reviewed next, in words; null: nothing is planned. Overdue from the day after on. */
export function reviewOf(
  day: string | null,
  nowMs: number,
  timeZone: string,
): { readonly words: string; readonly isOverdue: boolean } | null {
  const noon = day === null ? Number.NaN : Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(noon)) return null;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(nowMs);
  return { words: formatDay(noon, 'UTC'), isOverdue: (day ?? '') < today };
}
