import { fromAbsolute, parseDate, toCalendarDate } from '@internationalized/date';

/** Range of an address's `from` and `to`: whole days of the workspace's calendar, `to` included; half-open in ms. */
export interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Reads a period; null when neither end is given (everything). `-28d` means the 28 days that end with the last day of
 * the data. An end before the beginning gives null, as does a day that does not exist.
 */
export function readPeriod(
  from: string | undefined,
  to: string | undefined,
  data: { readonly timeZone: string; readonly firstMs: number | null; readonly lastMs: number | null },
): Period | null {
  if (from === undefined && to === undefined) return null;
  const last = toCalendarDate(fromAbsolute(data.lastMs ?? 0, data.timeZone));
  try {
    const start = from === undefined ? null : dayOf(from, last);
    const end = to === undefined ? null : dayOf(to, last);
    const fromMs = start?.toDate(data.timeZone).getTime() ?? data.firstMs ?? 0;
    const toMs = (end ?? last).add({ days: 1 }).toDate(data.timeZone).getTime();
    return fromMs < toMs ? { fromMs: Math.max(0, fromMs), toMs } : null;
  } catch {
    return null;
  }
}

/** The first instant of a day ("2026-10-26") in the zone, ms; undefined for what is no day. */
export function dayStart(day: string, timeZone: string): number | undefined {
  try {
    return parseDate(day).toDate(timeZone).getTime();
  } catch {
    return undefined;
  }
}

function dayOf(text: string, last: ReturnType<typeof toCalendarDate>) {
  const back = /^-(\d+)d$/.exec(text);
  return back ? last.subtract({ days: Number(back[1]) - 1 }) : parseDate(text);
}
