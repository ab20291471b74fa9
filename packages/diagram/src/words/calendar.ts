interface Parts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl format costs about 50 µs, so one per zone is kept. Unknown zones throw a RangeError. */
function partsOf(ms: number, timeZone: string): Parts {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
    formats.set(timeZone, format);
  }
  const found: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(ms)) found[type] = value;
  // Some Intl data writes September with four letters; the house writes three.
  return { ...(found as unknown as Parts), month: (found.month ?? '').slice(0, 3) };
}

/** "20 Oct 2026" in the zone. */
export function formatDate(ms: number, timeZone: string): string {
  const { day, month, year } = partsOf(ms, timeZone);
  return `${day} ${month} ${year}`;
}

/** "Tue 20 Oct" in the zone. */
export function formatDay(ms: number, timeZone: string): string {
  const { weekday, day, month } = partsOf(ms, timeZone);
  return `${weekday} ${day} ${month}`;
}

/** "Tue 20 Oct" in the zone; "Tue 20 Oct 2018" when that is another year than that of `todayMs`. */
export function formatDayNear(ms: number, timeZone: string, todayMs: number): string {
  const { year } = partsOf(ms, timeZone);
  const day = formatDay(ms, timeZone);
  return year === partsOf(todayMs, timeZone).year ? day : `${day} ${year}`;
}

/** "09:50" in the zone. */
export function formatTime(ms: number, timeZone: string): string {
  const { hour, minute } = partsOf(ms, timeZone);
  return `${hour}:${minute}`;
}

/** "Tue 20 Oct 2026, 09:50" in the zone. */
export function formatDateTime(ms: number, timeZone: string): string {
  const { weekday, day, month, year, hour, minute } = partsOf(ms, timeZone);
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute}`;
}

/** "Oct 2026" in the zone. */
export function formatMonth(ms: number, timeZone: string): string {
  const { month, year } = partsOf(ms, timeZone);
  return `${month} ${year}`;
}

/** "28 Sep to 25 Oct 2026" for a half-open range: the last day is the one before `toMs`. Years are repeated only if they differ. */
export function formatRange(fromMs: number, toMs: number, timeZone: string): string {
  const from = partsOf(fromMs, timeZone);
  const to = partsOf(Math.max(fromMs, toMs - 1), timeZone);
  const end = `${to.day} ${to.month} ${to.year}`;
  if (from.year !== to.year) return `${from.day} ${from.month} ${from.year} to ${end}`;
  if (from.month === to.month && from.day === to.day) return end;
  return `${from.day} ${from.month} to ${end}`;
}
