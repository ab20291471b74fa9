import type { WorkingSpan } from '@continuo/core';

const HOUR = 60;

/** Minutes as people write them: `9`, `14:30`, `24`. */
function clock(minutes: number): string {
  const rest = minutes % HOUR;
  return `${Math.floor(minutes / HOUR)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** Hours of one day as a line of text: `9-13, 14:30-18`; empty for a day off. */
export function writeDay(hours: readonly WorkingSpan[], weekday: number): string {
  return hours
    .filter((span) => span.weekday === weekday)
    .toSorted((a, b) => a.fromMinute - b.fromMinute)
    .map(({ fromMinute, toMinute }) => `${clock(fromMinute)}-${clock(toMinute)}`)
    .join(', ');
}

/** Reads what `writeDay` wrote, or a person; a dash of any length. Null when it cannot be read, or ends before it begins. */
export function readDay(text: string, weekday: number): readonly WorkingSpan[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const spans: WorkingSpan[] = [];
  for (const part of parts) {
    if (part === '') continue;
    const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(part);
    if (!found) return null;
    const [, h1, m1, h2, m2] = found;
    const fromMinute = Number(h1) * HOUR + Number(m1 ?? 0);
    const toMinute = Number(h2) * HOUR + Number(m2 ?? 0);
    if (Number(m1 ?? 0) >= HOUR || Number(m2 ?? 0) >= HOUR) return null;
    if (fromMinute >= toMinute || toMinute > 24 * HOUR) return null;
    if (spans.some((span) => fromMinute < span.toMinute && span.fromMinute < toMinute)) return null;
    spans.push({ weekday, fromMinute, toMinute });
  }
  return spans;
}

/** A week in a few words: `Mon–Fri 9-17, Sat 9-13`. Days with the same hours that follow each other stand together. */
export function sayWeek(hours: readonly WorkingSpan[], names: readonly string[]): string {
  const days = names.map((name, at) => ({ name, text: writeDay(hours, at) }));
  const groups: { first: string; last: string; text: string }[] = [];
  for (const [at, { name, text }] of days.entries()) {
    const group = groups.at(-1);
    if (group && at > 0 && group.text === text) group.last = name;
    else groups.push({ first: name, last: name, text });
  }
  return groups
    .filter(({ text }) => text !== '')
    .map(({ first, last, text }) => `${first === last ? first : `${first}–${last}`} ${text.replaceAll('-', '–')}`)
    .join(', ');
}
