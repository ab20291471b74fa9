import { digits, digitsEnd, trailingOffset, wallMs } from './clock-parts.ts';
import type { Zone } from './zone.ts';

const COLON = 58;

/**
 * Instant of an ISO 8601 time: `yyyy-MM-dd`, with time after `T` or a space, with or without seconds, fraction (cut to
 * milliseconds) and offset; `/` may stand for `-`. Without an offset it is local to the zone. NaN when it is none of that.
 */
export function isoTime(text: string, zone: Zone): number {
  const length = text.length;
  const divider = text.charCodeAt(4);
  if (length < 10 || (divider !== 45 && divider !== 47) || text.charCodeAt(7) !== divider) return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 0 || month < 0 || day < 0) return Number.NaN;
  if (length === 10) return zone.toUtc(wallMs(year, month, day, 0, 0, 0, 0));
  const separator = text.charCodeAt(10);
  if (separator !== 84 && separator !== 32 && separator !== 116) return Number.NaN;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  if (hour < 0 || minute < 0 || text.charCodeAt(13) !== COLON) return Number.NaN;
  let second = 0;
  let ms = 0;
  let at = 16;
  if (text.charCodeAt(16) === COLON) {
    second = digits(text, 17, 19);
    if (second < 0) return Number.NaN;
    at = 19;
    const point = text.charCodeAt(19);
    if (point === 46 || point === 44) {
      at = digitsEnd(text, 20);
      if (at === 20) return Number.NaN;
      ms = fractionMs(text, 20, at);
    }
  }
  const wall = wallMs(year, month, day, hour, minute, second, ms);
  if (at === length) return zone.toUtc(wall);
  const next = text.charCodeAt(at);
  if ((next === 90 || next === 122) && at + 1 === length) return wall;
  if ((next === 43 || next === 45) && at + 6 === length && text.charCodeAt(at + 3) === COLON) {
    const hours = digits(text, at + 1, at + 3);
    const minutes = digits(text, at + 4, at + 6);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return Number.NaN;
    const size = hours * 3_600_000 + minutes * 60_000;
    return next === 43 ? wall - size : wall + size;
  }
  const offset = trailingOffset(text, at);
  if (offset === null) return Number.NaN;
  return !Number.isNaN(offset) ? wall - offset : zone.toUtc(wall);
}

/** Milliseconds of a fraction of a second; further digits are cut, not rounded. */
export function fractionMs(text: string, from: number, to: number): number {
  const value = digits(text, from, Math.min(to, from + 3));
  return to - from >= 3 ? value : to - from === 2 ? value * 10 : value * 100;
}
