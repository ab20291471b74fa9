import { randomOf } from './seeded-random.ts';

/** How many of how many, one day or other period; in order of time. */
export interface Period {
  readonly n: number;
  readonly of: number;
}

/** Where a share changed: the first period after it, and the shares before and since. */
export interface ChangePoint {
  readonly at: number;
  readonly before: number;
  readonly since: number;
}

/**
 * Fewer periods or fewer events than these tell nothing; nor does a date with fewer periods or people on one side of it: a
 * cohort begins and ends with few, and a share among few is soon another.
 */
export const CHANGE_NEEDS = { periods: 14, events: 30, side: { periods: 7, people: 10 } } as const;

/** Chance of calling a share changed that was the same throughout: at most one in a hundred. */
const SHUFFLES = 99;
const CHI_SQUARE_99 = 6.634896601021214;

/**
 * The one period since which a share is another than before, or a greater one; null when there are fewer than 14 periods
 * with somebody in them, fewer than 30 events, or no convincing change with 7 periods and 10 people (`of`) on either side.
 * `at` is the place in `periods`; periods without anybody do not count.
 *
 * For every such place to split, twice the log likelihood ratio of two shares against one; the largest must beat what 99
 * random orders of the same periods give. Shuffling whole periods keeps days that differ more than chance would have it
 * from looking like a change; the shuffles are seeded, so that the same periods give the same answer. Ties: the earliest.
 * Source of the statistic: Worsley, Biometrika 70 (1983) 455–464.
 */
export function changePoint(periods: readonly Period[], looksFor: 'any' | 'more' = 'any'): ChangePoint | null {
  const places = periods.flatMap(({ of }, place) => (of > 0 ? [place] : []));
  const n = places.map((place) => (periods[place] as Period).n);
  const of = places.map((place) => (periods[place] as Period).of);
  const events = n.reduce((sum, one) => sum + one, 0);
  if (places.length < CHANGE_NEEDS.periods || events < CHANGE_NEEDS.events) return null;
  const isMore = looksFor === 'more';
  const best = bestSplit(n, of, isMore);
  // Below what one split alone would have to reach, no order of the periods needs to be tried.
  if (best === null || best.ratio < CHI_SQUARE_99) return null;
  const random = randomOf(n.length * 65_537 + events);
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle += 1) {
    shuffleTogether(n, of, random);
    if ((bestSplit(n, of, isMore)?.ratio ?? 0) >= best.ratio) return null;
  }
  return { at: places[best.at] as number, before: best.before, since: best.since };
}

function bestSplit(
  n: readonly number[],
  of: readonly number[],
  isMore: boolean,
): (ChangePoint & { readonly ratio: number }) | null {
  let allN = 0;
  let allOf = 0;
  for (let i = 0; i < n.length; i += 1) {
    allN += n[i] as number;
    allOf += of[i] as number;
  }
  const whole = logLikelihood(allN, allOf);
  let best: (ChangePoint & { readonly ratio: number }) | null = null;
  let leftN = 0;
  let leftOf = 0;
  const { periods, people } = CHANGE_NEEDS.side;
  for (let at = 1; at <= n.length - periods; at += 1) {
    leftN += n[at - 1] as number;
    leftOf += of[at - 1] as number;
    if (at < periods || leftOf < people || allOf - leftOf < people) continue;
    const before = leftN / leftOf;
    const since = (allN - leftN) / (allOf - leftOf);
    if (isMore && since <= before) continue;
    const ratio = 2 * (logLikelihood(leftN, leftOf) + logLikelihood(allN - leftN, allOf - leftOf) - whole);
    if (best === null || ratio > best.ratio) best = { at, before, since, ratio };
  }
  return best;
}

/** Of the likeliest share, without the part that is the same for all shares. */
function logLikelihood(n: number, of: number): number {
  return times(n, n / of) + times(of - n, (of - n) / of);
}

function times(n: number, share: number): number {
  return n === 0 ? 0 : n * Math.log(share);
}

function shuffleTogether(a: number[], b: number[], random: () => number): void {
  for (let i = a.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [a[i], a[j]] = [a[j] as number, a[i] as number];
    [b[i], b[j]] = [b[j] as number, b[i] as number];
  }
}
