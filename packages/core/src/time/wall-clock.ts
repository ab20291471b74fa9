import { dayNumber } from './calendar.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** What a clock on the wall of the zone shows, as milliseconds since 1970 on that clock. Throws RangeError for an unknown zone. */
export function wallClock(timeMs: number, timeZone: string): number {
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(timeZone).formatToParts(timeMs))
    if (type in part) part[type as keyof typeof part] = Number(value);
  const thousandth = ((timeMs % 1000) + 1000) % 1000;
  const seconds = (part.hour * 60 + part.minute) * 60 + part.second;
  return dayNumber(part.year, part.month, part.day) * DAY_MS + seconds * 1000 + thousandth;
}

/**
 * First instant at which the clock on the wall shows this minute of this day (days since 1970-01-01; minute 1440 is the next
 * midnight), or a later one where the clock skips it. A minute that comes twice is the first.
 */
export function instantOf(day: number, minute: number, timeZone: string): number {
  const wanted = day * DAY_MS + minute * MINUTE_MS;
  // Around a change the zone has two offsets; nowhere do two changes lie within two days.
  const offsets = [wanted - DAY_MS, wanted + DAY_MS].map((at) => wallClock(at, timeZone) - at);
  const found = offsets
    .map((offset) => wanted - offset)
    .sort((a, b) => a - b)
    .filter((at) => wallClock(at, timeZone) === wanted);
  if (found[0] !== undefined) return found[0];
  let before = wanted - Math.max(...offsets) - 1;
  let at = wanted - Math.min(...offsets);
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    if (wallClock(middle, timeZone) >= wanted) at = middle;
    else before = middle;
  }
  return at;
}
