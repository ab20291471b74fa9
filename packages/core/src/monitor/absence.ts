import { poissonAtMost } from '../stats/tails.ts';

/** How often something usually happens, hour by hour of the week. Learnt once and frozen. */
export interface HourProfile {
  /** First and last hour it was learnt from (hours since 1970). */
  readonly fromHour: number;
  readonly toHour: number;
  /** Usual number in each hour of the week, Monday 00:00 UTC first; 168 of them. */
  readonly usual: readonly number[];
  /** How much more days differ than chance alone would have it: variance of the daily counts over their mean, at least 1. */
  readonly spread: number;
}

const WEEK = 168;
const DAY = 24;
/** Of fewer hours than four weeks nothing is known of a week. */
export const LEAST_HOURS = 4 * WEEK;

/**
 * Missing: nearly nothing, and so little that chance alone gives it less often than once in a million looks. Looked at every
 * hour over the stretches of 1, 2, 4 … 1,024 hours that end there. A step that happens 40 times an hour is missed after one
 * hour, one that happens twice an hour by day within 30 hours, one that happens twice a day within two weeks.
 */
export const MISSING = 1e-6;
const STRETCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] as const;

/** What has fallen to less than this share of the usual does not happen; what has only become rarer is unusual instead. */
const NEARLY_NOTHING = 0.1;

/** Back again: at least a quarter of what is usual, over the shortest stretch in which three were to be expected. */
const BACK = { expected: 3, share: 0.25 } as const;

/** How many happened in an hour; 0 where nothing did. */
export type HourCounts = (hour: number) => number;

/** Hour of the week, Monday 00:00 UTC is 0. */
export function hourOfWeek(hour: number): number {
  return (((hour + 72) % WEEK) + WEEK) % WEEK;
}

/**
 * What is usual from `fromHour` up to, not including, `endHour`; null for fewer than four weeks, or when nothing happened at
 * all.
 */
export function learnHours(counts: HourCounts, fromHour: number, endHour: number): HourProfile | null {
  if (endHour - fromHour < LEAST_HOURS) return null;
  const sums = new Array<number>(WEEK).fill(0);
  const times = new Array<number>(WEEK).fill(0);
  const days: number[] = [];
  for (let hour = fromHour; hour < endHour; hour += 1) {
    const count = counts(hour);
    const at = hourOfWeek(hour);
    sums[at] = (sums[at] as number) + count;
    times[at] = (times[at] as number) + 1;
    const day = Math.floor((hour - fromHour) / DAY);
    days[day] = (days[day] ?? 0) + count;
  }
  const usual = sums.map((sum, at) => sum / (times[at] as number));
  if (usual.every((one) => one === 0)) return null;
  const whole = days.slice(0, Math.floor((endHour - fromHour) / DAY));
  const mean = whole.reduce((sum, day) => sum + day, 0) / whole.length;
  const variance = whole.reduce((sum, day) => sum + (day - mean) ** 2, 0) / (whole.length - 1);
  return { fromHour, toHour: endHour - 1, usual, spread: mean > 0 ? Math.max(1, variance / mean) : 1 };
}

/** A stretch of hours in which something was missing. */
export interface Missing {
  /** Hours up to and with the one looked at. */
  readonly hours: number;
  readonly expected: number;
  readonly seen: number;
}

/**
 * Whether it is missing at the end of an hour: the shortest stretch ending there over which so few are beyond chance (Poisson's
 * law, with expected and seen divided by the spread); null when it is not. Hours up to `after` are not looked at.
 */
export function missingAt(
  profile: HourProfile,
  counts: HourCounts,
  hour: number,
  after = Number.NEGATIVE_INFINITY,
): Missing | null {
  // Clocks change twice a year: the week may be an hour early or late, and the smallest expectation counts.
  const sums = [0, 0, 0];
  let [seen, hours] = [0, 0];
  for (const stretch of STRETCHES) {
    if (hour - stretch < after) break;
    for (; hours < stretch; hours += 1) {
      for (const shift of [0, 1, 2])
        sums[shift] = (sums[shift] as number) + (profile.usual[hourOfWeek(hour - hours + shift - 1)] as number);
      seen += counts(hour - hours);
    }
    const expected = Math.min(...sums);
    if (seen >= NEARLY_NOTHING * expected) continue;
    if (poissonAtMost(Math.floor(seen / profile.spread), expected / profile.spread) < MISSING)
      return { hours, expected, seen };
  }
  return null;
}

/** Whether it is there again at the end of an hour. */
export function isBack(profile: HourProfile, counts: HourCounts, hour: number): boolean {
  let [expected, seen, hours] = [0, 0, 0];
  const longest = STRETCHES.at(-1) as number;
  while (hours < longest && expected < BACK.expected * profile.spread) {
    expected += profile.usual[hourOfWeek(hour - hours)] as number;
    seen += counts(hour - hours);
    hours += 1;
  }
  return seen > 0 && seen >= BACK.share * expected;
}

export interface AbsenceMemory {
  readonly state: 'fine' | 'open' | 'no-data';
  /** While it is missing: the first hour of the stretch that said so. */
  readonly open: { readonly fromHour: number } | null;
  /** The hour in which it came back last, or in which nothing was known: what was missing before is over. */
  readonly backHour: number | null;
  /** As in `WatchMemory`. */
  readonly silent?: readonly string[];
}

export const NOTHING_MISSING: AbsenceMemory = { state: 'fine', open: null, backHour: null };

export interface AbsenceVerdict {
  readonly hour: number;
  readonly state: AbsenceMemory['state'];
  readonly did: 'opened' | 'closed' | null;
  readonly missing: Missing | null;
}

/**
 * One hour of a watch for what does not happen. `isSilent`: what it comes from sends nothing, of which another watch speaks;
 * this one holds its tongue. One alert an episode, as in `advance`.
 */
export function advanceAbsence(
  profile: HourProfile,
  memory: AbsenceMemory,
  { hour, counts, isSilent }: { readonly hour: number; readonly counts: HourCounts; readonly isSilent: boolean },
): { readonly memory: AbsenceMemory; readonly verdict: AbsenceVerdict } {
  const say = (next: AbsenceMemory, did: AbsenceVerdict['did'], missing: Missing | null = null) => ({
    memory: next,
    verdict: { hour, state: next.state, did, missing },
  });
  // Hours of which nothing is known are no evidence afterwards.
  if (isSilent) return say({ ...memory, state: 'no-data', backHour: memory.open ? memory.backHour : hour }, null);
  if (memory.open) {
    return isBack(profile, counts, hour)
      ? say({ state: 'fine', open: null, backHour: hour }, 'closed')
      : say({ ...memory, state: 'open' }, null);
  }
  const missing = missingAt(profile, counts, hour, memory.backHour ?? undefined);
  if (missing === null) return say({ ...memory, state: 'fine' }, null);
  return say({ ...memory, state: 'open', open: { fromHour: hour - missing.hours + 1 } }, 'opened', missing);
}
