import { compileTime, EARLIEST_MS, LATEST_MS } from '../mapping/read-time.ts';
import { Zone } from '../mapping/zone.ts';

/** A format that reads a column's values as times. */
export interface TimeGuess {
  readonly format: string;
  /** Share of the values that it reads as times between 1970 and 2200. */
  readonly share: number;
  /** True when day and month could also be the other way round. */
  readonly isDayMonthOpen: boolean;
  readonly reason: string;
}

const DATES = [
  ['dd/MM/yyyy', 'MM/dd/yyyy'],
  ['dd.MM.yyyy', null],
  ['dd-MM-yyyy', 'MM-dd-yyyy'],
  ['yyyy/MM/dd', null],
  ['dd/MM/yy', 'MM/dd/yy'],
  ['dd.MM.yy', null],
  ['dd MMM yyyy', null],
  ['dd-MMM-yyyy', null],
  ['MMM dd, yyyy', null],
] as const;

const TIMES = [' HH:mm[:ss]', ' hh:mm:ss a', ' hh:mm a', ', HH:mm[:ss]', ', hh:mm:ss a', ', hh:mm a', ''] as const;
const LOOKED_AT = 500;
const utc = new Zone('UTC');

/** The format that reads most of the values, or null when none reads at least 9 of 10. Empty input gives null. */
export function guessTime(values: readonly string[]): TimeGuess | null {
  const sample = values.slice(0, LOOKED_AT);
  if (sample.length === 0) return null;
  for (const format of ['iso', 'epoch-ms', 'epoch-s']) {
    const share = shareRead(sample, format);
    if (share >= 0.9) return { format, share, isDayMonthOpen: false, reason: `values read as ${format}` };
  }
  for (const [first, other] of DATES) {
    for (const time of TIMES) {
      const guess = between(sample, first + time, other === null ? null : other + time);
      if (guess !== null) return guess;
    }
  }
  return null;
}

/** Chooses between the two orders of day and month: by a number over 12, else by the order that keeps times closer. */
function between(sample: readonly string[], dayFirst: string, monthFirst: string | null): TimeGuess | null {
  const share = shareRead(sample, dayFirst);
  const otherShare = monthFirst === null ? 0 : shareRead(sample, monthFirst);
  if (Math.max(share, otherShare) < 0.9) return null;
  if (monthFirst === null || share !== otherShare) {
    const format = monthFirst !== null && otherShare > share ? monthFirst : dayFirst;
    const reason =
      monthFirst === null ? `values look like ${format}` : `a number over 12 shows which is the day: ${format}`;
    return { format, share: Math.max(share, otherShare), isDayMonthOpen: false, reason };
  }
  const format = spread(sample, monthFirst) < spread(sample, dayFirst) ? monthFirst : dayFirst;
  const reason = 'day and month cannot be told apart here; please check';
  return { format, share, isDayMonthOpen: true, reason };
}

function shareRead(sample: readonly string[], format: string): number {
  const read = compileTime(format, utc);
  let count = 0;
  for (const value of sample) {
    const ms = read(value);
    if (ms >= (format.startsWith('epoch') ? YEAR_1990 : EARLIEST_MS) && ms < LIMITS(format)) count += 1;
  }
  return count / sample.length;
}

/** Small numbers are counts, not times: epoch formats need 1990 to 2100. */
const YEAR_1990 = Date.UTC(1990, 0, 1);
const LIMITS = (format: string) => (format.startsWith('epoch') ? Date.UTC(2100, 0, 1) : LATEST_MS);

/** Sum of the distances between neighbours: exports are mostly sorted, so the right order jumps less. */
function spread(sample: readonly string[], format: string): number {
  const read = compileTime(format, utc);
  let sum = 0;
  let before = Number.NaN;
  for (const value of sample) {
    const ms = read(value);
    if (Number.isNaN(ms)) continue;
    if (!Number.isNaN(before)) sum += Math.abs(ms - before);
    before = ms;
  }
  return sum;
}
