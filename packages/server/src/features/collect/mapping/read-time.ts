import type { RawValue } from '../formats/record.ts';
import { isoTime } from './iso-time.ts';
import { compilePattern } from './pattern-time.ts';
import type { Zone } from './zone.ts';

/** Times from 1970 up to, not including, 2200 are kept: beyond them stand typing errors and "never" marks. */
export const EARLIEST_MS = 0;
export const LATEST_MS = Date.UTC(2200, 0, 1);

/** Instant in whole milliseconds; NaN when the value is no time in the format. Range is for the caller to judge. */
export type TimeReader = (value: RawValue) => number;

/**
 * Compiles a time format: `iso`, `epoch-s` (fractions allowed), `epoch-ms`, or a pattern. Microseconds are cut, not rounded.
 * Throws `import.mapping_incomplete` for a pattern that cannot be used.
 */
export function compileTime(format: string, zone: Zone): TimeReader {
  if (format === 'epoch-s') return (value) => Math.floor(numeric(value) * 1000 + 1e-6);
  if (format === 'epoch-ms') return (value) => Math.floor(numeric(value));
  if (format === 'iso') return (value) => (typeof value === 'string' ? isoTime(trimmed(value), zone) : Number.NaN);
  const pattern = compilePattern(format);
  return (value) => (typeof value === 'string' ? pattern(trimmed(value), zone) : Number.NaN);
}

function numeric(value: RawValue): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*-?\d+(\.\d+)?([eE][+]?\d+)?\s*$/.test(value)) return Number.NaN;
  return Number(value);
}

/** `trim` costs as much as the parsing: only asked for when there is something to trim. */
function trimmed(value: string): string {
  return value.charCodeAt(0) <= 32 || value.charCodeAt(value.length - 1) <= 32 ? value.trim() : value;
}
