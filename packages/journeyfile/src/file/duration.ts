const UNITS: readonly (readonly [name: string, ms: number, words: readonly string[]])[] = [
  ['day', 86_400_000, ['d', 'day', 'days']],
  ['h', 3_600_000, ['h', 'hour', 'hours', 'hr', 'hrs']],
  ['min', 60_000, ['min', 'mins', 'minute', 'minutes', 'm']],
  ['s', 1000, ['s', 'sec', 'second', 'seconds']],
  ['ms', 1, ['ms', 'millisecond', 'milliseconds']],
];
const MS_OF = new Map([
  ...UNITS.flatMap(([, ms, words]) => words.map((word) => [word, ms] as const)),
  ...['w', 'week', 'weeks'].map((word) => [word, 7 * 86_400_000] as const),
]);

/**
 * Milliseconds of `10 days`, `90 min`, `1.5 h` or `1 day 12 h`; whole milliseconds, rounded. Null when it is none: a number without
 * unit, nothing at all, zero, and months and years too, which have no fixed length.
 */
export function readDuration(text: string): number | null {
  const parts = [
    ...text
      .trim()
      .toLowerCase()
      .matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)(?:\s*(?:,|and)?\s+|$)/gy),
  ];
  if (parts.length === 0 || parts.reduce((sum, [part]) => sum + part.length, 0) !== text.trim().length) return null;
  let ms = 0;
  for (const [, count, unit] of parts) {
    const each = MS_OF.get(unit ?? '');
    if (each === undefined) return null;
    ms += Number(count) * each;
  }
  ms = Math.round(ms);
  return ms > 0 && Number.isSafeInteger(ms) ? ms : null;
}

/** The shortest exact way to say it that `readDuration` understands: `10 days`, `36 h`, `90 min`; several units when needed. */
export function writeDuration(ms: number): string {
  for (const [name, each] of UNITS) if (ms % each === 0) return say(ms / each, name);
  return '';
}

const say = (count: number, name: string): string => `${count} ${name}${name === 'day' && count !== 1 ? 's' : ''}`;
