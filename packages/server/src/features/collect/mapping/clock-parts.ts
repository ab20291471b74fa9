const DAY = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Milliseconds since 1970 of a calendar date and time taken as UTC; NaN for a date or time that no calendar has.
 * Second 60 (a leap second) counts as the first of the next minute.
 * Source of the day count: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function wallMs(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return Number.NaN;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] as number))) return Number.NaN;
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const days = era * 146_097 + dayOfEra - 719_468;
  return days * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms;
}

/** The number that the digits of `text` from `from` up to `to` make; -1 when one is not a digit or there is none. */
export function digits(text: string, from: number, to: number): number {
  if (from >= to || to > text.length) return -1;
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Place of the first character at or after `from` that is no digit. */
export function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) break;
    at += 1;
  }
  return at;
}

/** What follows a time: nothing (NaN: local), or an offset in milliseconds ahead of UTC; null when it is neither. */
export function trailingOffset(text: string, from: number): number | null {
  let at = from;
  while (text.charCodeAt(at) === 32) at += 1;
  if (at >= text.length) return Number.NaN;
  const rest = text.slice(at);
  if (/^(z|utc|gmt)$/i.test(rest)) return 0;
  const match = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?$/i.exec(rest);
  if (match === null) return null;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (hours > 18 || minutes > 59) return null;
  const size = hours * 3_600_000 + minutes * 60_000 + Number(match[4] ?? 0) * 1000;
  return match[1] === '-' ? -size : size;
}
