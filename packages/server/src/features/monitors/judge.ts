import {
  type AbsenceMemory,
  advance,
  advanceAbsence,
  type Baseline,
  type HourProfile,
  hourOfWeek,
  LEARNS_FROM,
  LEAST_HOURS,
  learnHours,
  NEW_MEMORY,
  NOTHING_MISSING,
  replay,
  type Side,
  type Verdict,
  type WatchMemory,
} from '@continuo/core';
import type { AlertFigure, StoredWatch, WatchStanding } from '@continuo/state';
import type { HourlyPast, Past } from './past.ts';

/** Something that a watch did in one period, in order of time. */
export type Deed =
  | {
      readonly kind: 'opened';
      readonly slot: number;
      readonly since: number;
      readonly side: Side;
      readonly figure: AlertFigure;
    }
  | { readonly kind: 'went-on' | 'closed'; readonly slot: number; readonly figure: AlertFigure };

/** How a watch stands after new periods, and what it did meanwhile. */
export interface Judged {
  readonly standing: Omit<WatchStanding, 'judgedMs'>;
  readonly deeds: readonly Deed[];
  readonly verdicts: readonly Verdict[];
}

type Judging = Pick<StoredWatch, 'baseline' | 'memory' | 'learnt' | 'judged' | 'learnFrom' | 'speaksOf' | 'period'>;

/** Judges all whole periods that come after the last judged one; the steps are those of the preview. */
export function judgePast(watch: Judging, past: Past): Judged {
  const { speaksOf, judged } = watch;
  const period = watch.period === 'week' ? 'week' : 'day';
  const points = past.points.filter(({ slot }) => watch.learnFrom === null || slot >= watch.learnFrom);
  let { baseline, learnt } = watch;
  if (baseline === null) {
    const learning = replay({ points, period, speaksOf, silent: past.silent });
    ({ baseline, learnt } = learning);
    if (baseline === null)
      return { standing: { baseline, learnt, memory: learning.memory, judged }, deeds: [], verdicts: [] };
  }
  const usual = baseline as Baseline;
  let memory = watch.baseline === null ? NEW_MEMORY : (watch.memory as WatchMemory);
  const verdicts: Verdict[] = [];
  for (const point of points) {
    if (point.slot <= usual.toSlot || (judged !== null && point.slot <= judged)) continue;
    const step = advance(usual, speaksOf, memory, { point, isSilent: past.silent.has(point.slot) });
    memory = step.memory;
    verdicts.push(step.verdict);
  }
  const last = verdicts.at(-1)?.slot ?? judged ?? usual.toSlot;
  return { standing: { baseline, learnt, memory, judged: last }, deeds: verdicts.flatMap(deedOf), verdicts };
}

function deedOf({ slot, n, of, centre, lo, hi, side, since, did, state, saw }: Verdict): Deed[] {
  const figure: AlertFigure = { n, of, usual: { centre, lo, hi } };
  if (did === 'opened' && side !== null) return [{ kind: 'opened', slot, since: since ?? slot, side, figure }];
  if (did === 'closed') return [{ kind: 'closed', slot, figure }];
  return state === 'open' && saw !== 'silent' && saw !== 'few' ? [{ kind: 'went-on', slot, figure }] : [];
}

/** The same for a watch for what is missing. */
export function judgeHours(watch: Judging, past: HourlyPast): Judged {
  const need = LEAST_HOURS / 24;
  const { hours, counts, isSilent } = past;
  const from = Math.max(hours?.from ?? 0, watch.learnFrom ?? 0);
  const have = hours === null ? 0 : Math.max(0, Math.min(need, Math.floor((hours.to + 1 - from) / 24)));
  const learnt = { have, need };
  const profile =
    (watch.baseline as HourProfile | null) ??
    (hours === null || hours.to + 1 - from < LEAST_HOURS ? null : learnHours(counts, from, from + LEAST_HOURS));
  if (profile === null || hours === null)
    return { standing: { baseline: null, learnt, memory: LEARNING, judged: watch.judged }, deeds: [], verdicts: [] };
  let memory = watch.baseline === null ? NOTHING_MISSING : (watch.memory as AbsenceMemory);
  const deeds: Deed[] = [];
  let judged = Math.max(watch.judged ?? profile.toHour, profile.toHour);
  for (let hour = judged + 1; hour <= hours.to; hour += 1) {
    const step = advanceAbsence(profile, memory, { hour, counts, isSilent: isSilent(hour) });
    const since = step.memory.open?.fromHour ?? memory.open?.fromHour ?? hour;
    const { did, state } = step.verdict;
    if (did === 'opened')
      deeds.push({ kind: 'opened', slot: hour, since, side: 'fewer', figure: missingFrom(since, hour) });
    else if (did === 'closed') deeds.push({ kind: 'closed', slot: hour, figure: missingFrom(since, hour) });
    else if (state === 'open') {
      // Of hundreds of hours only how it stands at the end is worth keeping.
      if (deeds.at(-1)?.kind === 'went-on') deeds.pop();
      deeds.push({ kind: 'went-on', slot: hour, figure: missingFrom(since, hour) });
    }
    memory = step.memory;
    judged = hour;
  }
  return { standing: { baseline: profile, learnt, memory, judged }, deeds, verdicts: [] };

  function missingFrom(since: number, until: number): AlertFigure {
    let [n, expected] = [0, 0];
    for (let hour = since; hour <= until; hour += 1) {
      n += counts(hour);
      expected += profile?.usual[hourOfWeek(hour)] ?? 0;
    }
    return { n, of: null, usual: { centre: expected, lo: expected, hi: expected } };
  }
}

const LEARNING: WatchMemory = { ...NEW_MEMORY, state: 'learning' };

const NONE = { centre: 0, lo: 0, hi: 0 } as const;

/**
 * A watch over what no one is usual of: it speaks from the hour in which there is one to the hour in which there is none. The hour
 * that runs is judged as it is now, and again with the next look.
 */
export function judgeNone(watch: Judging, { hours, counts }: HourlyPast): Judged {
  const { judged } = watch;
  const before = watch.memory as AbsenceMemory | WatchMemory;
  let memory: AbsenceMemory = before.state === 'learning' ? NOTHING_MISSING : (before as AbsenceMemory);
  const deeds: Deed[] = [];
  for (let hour = judged ?? hours?.from ?? 0; hours !== null && hour <= hours.to; hour += 1) {
    const n = counts(hour);
    const figure: AlertFigure = { n, of: null, usual: NONE };
    if (memory.open === null && n > 0) {
      deeds.push({ kind: 'opened', slot: hour, since: hour, side: 'more', figure });
      memory = { state: 'open', open: { fromHour: hour }, backHour: null };
    } else if (memory.open !== null && n > 0) {
      if (deeds.at(-1)?.kind === 'went-on') deeds.pop();
      deeds.push({ kind: 'went-on', slot: hour, figure });
    } else if (memory.open !== null) {
      deeds.push({ kind: 'closed', slot: hour, figure });
      memory = { state: 'fine', open: null, backHour: hour };
    }
  }
  const standing = { baseline: null, learnt: { have: 0, need: 0 }, memory, judged: hours?.to ?? judged };
  return { standing, deeds, verdicts: [] };
}

/** How a watch stands before it looked for the first time. */
export function newStanding(period: StoredWatch['period']): WatchStanding {
  const need = period === 'hour' ? LEAST_HOURS / 24 : LEARNS_FROM[period];
  return { baseline: null, memory: LEARNING, learnt: { have: 0, need }, judged: null, judgedMs: null };
}
