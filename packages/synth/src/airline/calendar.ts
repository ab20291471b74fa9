/** Days of the airline's world are counted from Monday 3 August 2026 = day 0. */
const DAY_0_UTC_MS = 1_785_715_200_000;
export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/** Where the customer is: Ottawa keeps Toronto time, Madrid, Málaga and Fuengirola keep Spanish time. */
export type Place = 'Ottawa' | 'Madrid' | 'Málaga' | 'Fuengirola';

/** Spanish summer time ends on day 83, Sunday 25 October 2026, at 01:00 UTC; Canada's ends a week later. */
const SPAIN_WINTER_UTC_MS = DAY_0_UTC_MS + 83 * DAY_MS + 60 * MINUTE_MS;

/** Instant of a local time: day of the world and minutes after local midnight. */
export function instant(place: Place, day: number, minutes: number): number {
  const wall = DAY_0_UTC_MS + day * DAY_MS + Math.round(minutes) * MINUTE_MS;
  if (place === 'Ottawa') return wall + 240 * MINUTE_MS;
  const summer = wall - 120 * MINUTE_MS;
  return summer < SPAIN_WINTER_UTC_MS ? summer : wall - 60 * MINUTE_MS;
}

function offsetMinutes(place: Place, timeMs: number): number {
  if (place === 'Ottawa') return -240;
  return timeMs < SPAIN_WINTER_UTC_MS ? 120 : 60;
}

/** Local day of the world (0 = 3 August) on which an instant falls. */
export function localDay(place: Place, timeMs: number): number {
  return Math.floor((timeMs + offsetMinutes(place, timeMs) * MINUTE_MS - DAY_0_UTC_MS) / DAY_MS);
}

/** Wall clock where the customer was, `2026-10-20 17:40`. */
export function localTime(place: Place, timeMs: number): string {
  const local = timeMs + offsetMinutes(place, timeMs) * MINUTE_MS;
  const minutes = Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  return `${isoDay(localDay(place, timeMs))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Date of a day of the world, `2026-10-20`; right from day 0 up to the end of 2026. */
export function isoDay(day: number): string {
  const { month, date } = monthAndDate(day);
  return `2026-${two(month)}-${two(date)}`;
}

/** `20 Oct`, as pages write it. */
export function shortDay(day: number): string {
  const { month, date } = monthAndDate(day);
  return `${date} ${MONTHS[month - 8]}`;
}

const MONTHS = ['Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LENGTHS = [31, 30, 31, 30, 31];

function monthAndDate(day: number): { month: number; date: number } {
  let left = day + 3;
  let at = 0;
  while (at < LENGTHS.length - 1 && left > (LENGTHS[at] as number)) {
    left -= LENGTHS[at] as number;
    at += 1;
  }
  return { month: at + 8, date: left };
}

const two = (n: number) => String(n).padStart(2, '0');

/** The world's now: Monday 26 October 2026, 10:48 in Ottawa. */
export const NOW_MS = instant('Ottawa', 84, 10 * 60 + 48);
/** Nothing was collected before 3 August 2026, midnight in Ottawa. */
export const BEGIN_MS = instant('Ottawa', 0, 0);
