import { Problem } from '@continuo/core';
import { digits, digitsEnd, trailingOffset, wallMs } from './clock-parts.ts';
import { fractionMs } from './iso-time.ts';
import type { Zone } from './zone.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

type Part = 'year' | 'shortYear' | 'month' | 'monthName' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half';

type Token =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'text'; readonly text: string }
  /** From here on the text may end: the pattern's `[…]`. */
  | { readonly kind: 'optional' };

const LETTERS: Readonly<Record<string, Part>> = {
  yyyy: 'year',
  yy: 'shortYear',
  MMMM: 'monthName',
  MMM: 'monthName',
  MM: 'month',
  M: 'month',
  dd: 'day',
  d: 'day',
  HH: 'hour',
  H: 'hour',
  hh: 'hour',
  h: 'hour',
  mm: 'minute',
  m: 'minute',
  ss: 'second',
  s: 'second',
  SSS: 'fraction',
  S: 'fraction',
  a: 'half',
};

/**
 * Compiles a pattern such as `dd/MM/yyyy HH:mm[:ss]`. Letters: y M d H h m s S a; `MMM` is an English month name; `[` opens
 * what may be missing at the end. One digit is accepted for two. After the pattern an offset or `Z` may follow and wins
 * over the zone. Throws `import.mapping_incomplete` for a pattern without year, month or day, or with unknown letters.
 */
export function compilePattern(pattern: string): (text: string, zone: Zone) => number {
  const tokens = tokenise(pattern);
  const has = (part: Part) => tokens.some((token) => token.kind === 'part' && token.part === part);
  if (!(has('year') || has('shortYear')) || !(has('month') || has('monthName')) || !has('day')) {
    throw unusable(pattern, 'it needs year, month and day');
  }
  return (text, zone) => readTime(text, tokens, zone);
}

function tokenise(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (const match of pattern.matchAll(/'([^']*)'|([A-Za-z])\2*|\[|\]|[^A-Za-z[\]']/g)) {
    const [all, quoted] = match;
    if (all === '[') tokens.push({ kind: 'optional' });
    else if (all === ']') continue;
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted });
    else if (/^[A-Za-z]/.test(all)) {
      if (all === 'T') tokens.push({ kind: 'text', text: all });
      else {
        const part = LETTERS[all];
        if (part === undefined) throw unusable(pattern, `“${all}” is not known`);
        tokens.push({ kind: 'part', part });
      }
    } else tokens.push({ kind: 'text', text: all });
  }
  return tokens;
}

const found = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, ms: 0, half: -1 };

function readTime(text: string, tokens: readonly Token[], zone: Zone): number {
  found.hour = 0;
  found.minute = 0;
  found.second = 0;
  found.ms = 0;
  found.half = -1;
  let at = 0;
  let mayEnd = false;
  for (const token of tokens) {
    if (token.kind === 'optional') {
      mayEnd = true;
      continue;
    }
    const next = token.kind === 'text' ? readText(text, at, token.text) : readPart(text, at, token.part);
    if (next < 0) {
      if (!mayEnd) return Number.NaN;
      if (token.kind === 'text') break;
      return Number.NaN;
    }
    at = next;
  }
  const offset = trailingOffset(text, at);
  if (offset === null) return Number.NaN;
  let { hour } = found;
  if (found.half >= 0) {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + found.half * 12;
  }
  const wall = wallMs(found.year, found.month, found.day, hour, found.minute, found.second, found.ms);
  if (Number.isNaN(wall)) return wall;
  return !Number.isNaN(offset) ? wall - offset : zone.toUtc(wall);
}

/** Place after a literal; a space may be several spaces, also the narrow ones of spreadsheets. */
function readText(text: string, at: number, literal: string): number {
  if (literal === ' ') {
    let end = at;
    while (/[\s\u00a0\u202f]/.test(text.charAt(end))) end += 1;
    return end > at ? end : -1;
  }
  return text.startsWith(literal, at) ? at + literal.length : -1;
}

function readPart(text: string, at: number, part: Part): number {
  if (part === 'half') return readHalf(text, at);
  if (part === 'monthName') return readMonthName(text, at);
  const stop = digitsEnd(text, at);
  const end = part === 'fraction' ? stop : Math.min(stop, at + (part === 'year' ? 4 : 2));
  const value = digits(text, at, end);
  if (value < 0) return -1;
  switch (part) {
    case 'year':
      if (end - at !== 4) return -1;
      found.year = value;
      break;
    case 'shortYear':
      if (end - at !== 2) return -1;
      // As POSIX reads two digits: 69 to 99 are the last century.
      found.year = value >= 69 ? 1900 + value : 2000 + value;
      break;
    case 'month':
      found.month = value;
      break;
    case 'day':
      found.day = value;
      break;
    case 'hour':
      found.hour = value;
      break;
    case 'minute':
      found.minute = value;
      break;
    case 'second':
      found.second = value;
      break;
    case 'fraction':
      found.ms = fractionMs(text, at, end);
      break;
  }
  return end;
}

function readHalf(text: string, at: number): number {
  const match = /^([ap])\.?m\.?/i.exec(text.slice(at, at + 4));
  if (match === null) return -1;
  found.half = match[1]?.toLowerCase() === 'p' ? 1 : 0;
  return at + match[0].length;
}

function readMonthName(text: string, at: number): number {
  const month = MONTHS.indexOf(text.slice(at, at + 3).toLowerCase() as (typeof MONTHS)[number]);
  if (month < 0) return -1;
  found.month = month + 1;
  let end = at + 3;
  while (/[A-Za-z]/.test(text.charAt(end))) end += 1;
  return end;
}

function unusable(pattern: string, why: string): Problem {
  return new Problem('import.mapping_incomplete', `The time format “${pattern}” cannot be used: ${why}.`);
}
