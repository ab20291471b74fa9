const MINUS = '−';
const NO_BREAK = '\u00a0';

/** Grouped by thousands with a comma; a real minus sign. Not finite: "not known". */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) return 'not known';
  const digits = String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 && digits !== '0' ? MINUS + digits : digits;
}

/** Three significant digits, k, M or bn from 10,000 up; a real minus sign. Not finite: "not known". */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return 'not known';
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  if (Number.isInteger(size) && size < 10_000) return sign + formatCount(size);
  const three = Number(size.toPrecision(3));
  if (three < 10_000) return three === 0 ? '0' : sign + trim(three);
  const units = [
    [1e9, 'bn'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const;
  const [unit, letter] = units.find(([from]) => three >= from) ?? units[2];
  return sign + trim(Number((three / unit).toPrecision(3))) + letter;
}

/** A number of three significant digits without an exponent. */
function trim(value: number): string {
  if (value >= 1000) return formatCount(value);
  return value >= 0.001 ? String(value) : value.toFixed(6).replace(/0+$/, '');
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Elapsed time in words: "40 s", "21 min", "3 h 06", "61 h", "12 days", "7 weeks", "14 months", "3 years".
 * Hours to 96 h (a wait is felt in hours), days to 4 weeks, weeks to 26, months to 24. Under a second "under 1 s";
 * 0: "no time". Not finite or null: "not known". Negative times get a real minus sign.
 */
export function formatDuration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return 'not known';
  if (ms < 0) return MINUS + formatDuration(-ms);
  if (ms === 0) return 'no time';
  if (ms < 1000) return `under 1${NO_BREAK}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 90) return `${seconds}${NO_BREAK}s`;
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return `${minutes}${NO_BREAK}min`;
  if (minutes < 600) {
    const rest = minutes % 60;
    const hours = `${Math.floor(minutes / 60)}${NO_BREAK}h`;
    return rest === 0 ? hours : `${hours}${NO_BREAK}${String(rest).padStart(2, '0')}`;
  }
  const hours = Math.round(ms / HOUR);
  if (hours <= 96) return `${hours}${NO_BREAK}h`;
  const days = Math.round(ms / DAY);
  if (days < 28) return `${days}${NO_BREAK}days`;
  // Whole ones that have passed, as people count them: 52 days are "7 weeks".
  const weeks = Math.floor(days / 7);
  if (weeks < 26) return `${weeks}${NO_BREAK}weeks`;
  const months = Math.floor(days / 30.44);
  return months < 24 ? `${months}${NO_BREAK}months` : `${Math.floor(days / 365.25)}${NO_BREAK}years`;
}

/** "half wait longer than 61 h, 1 in 10 longer than 118 h". */
export function formatWait(medianMs: number, p90Ms: number): string {
  return `half wait longer than ${formatDuration(medianMs)}, 1 in 10 longer than ${formatDuration(p90Ms)}`;
}

/** Below this many, a share says more than is known: the plain count is shown. */
export const PLAIN_COUNT_BELOW = 30;

/**
 * "61 of 100" when the whole is 100 or more, counted per hundred; "5 of 12" when it is under 30 (and up to 99: the plain
 * count is as short). A part that is not nothing is never "0 of 100", nor is one that is not all "100 of 100".
 */
export function formatShare(part: number, whole: number): string {
  if (whole < 100) return `${formatCount(part)} of ${formatCount(whole)}`;
  const share = (100 * part) / whole;
  if (part > 0 && share < 0.5) return 'under 1 of 100';
  if (part < whole && share >= 99.5) return 'over 99 of 100';
  return `${Math.round(share)} of 100`;
}

/** "1 customer", "1,204 customers": the count with its noun; nouns that do not just take an s say their plural. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "1st", "2nd", "3rd", "4th", "11th": of a whole number from 1 on. */
export function ordinal(n: number): string {
  const tens = n % 100;
  return `${n}${tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

/** Joins words with commas and a last "and". Nothing gives the empty text. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
