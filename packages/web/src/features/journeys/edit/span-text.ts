const UNITS: readonly (readonly [name: string, ms: number, words: RegExp])[] = [
  ['d', 86_400_000, /^(d|days?)$/i],
  ['h', 3_600_000, /^(h|hours?)$/i],
  ['min', 60_000, /^(m|min|minutes?)$/i],
  ['s', 1_000, /^(s|sec|seconds?)$/i],
];

/** "24 h", "90 min", "30 d": the largest unit that leaves no rest. */
export function writeSpan(ms: number): string {
  for (const [name, size] of UNITS) if (ms >= size && ms % size === 0) return `${ms / size} ${name}`;
  return `${ms / 1000} s`;
}

/** Milliseconds of "1 d 2 h", "90min", "30 days"; empty: null. Undefined: it cannot be read, or is nothing. */
export function readSpanText(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const parts = [...trimmed.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/gi)];
  if (parts.length === 0 || trimmed.replace(/(\d+(?:\.\d+)?)\s*([a-z]+)[\s,]*/gi, '') !== '') return undefined;
  let sum = 0;
  for (const [, number, word = ''] of parts) {
    const unit = UNITS.find(([, , words]) => words.test(word));
    if (!unit) return undefined;
    sum += Number(number) * unit[1];
  }
  return sum > 0 ? Math.round(sum) : undefined;
}
