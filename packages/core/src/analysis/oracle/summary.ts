import { bucketOf, type GapBucket } from '../../stats/gap-buckets.ts';
import { quantileOf, spreadOf } from '../../stats/quantile.ts';
import type { Run } from '../run.ts';
import type { Scope } from '../scope.ts';
import { betweenRhythms, longestUsual, type SuggestedGap } from '../suggest-gap.ts';
import type { Summary } from '../summary.ts';
import { lastMsOf } from './scope.ts';
import { byName, tally } from './tally.ts';

/** Gaps between neighbouring events of runs, ms, ascending; equal times (0 ms) included. */
export function gapsOf(runs: readonly Run[]): number[] {
  return runs.flatMap(({ gapsMs }) => gapsMs.slice(1)).sort((a, b) => a - b);
}

/** The silence that parts passages, from all gaps inside the runs. */
export function suggestedGapOf(runs: readonly Run[]): SuggestedGap | null {
  const gaps = gapsOf(runs).filter((gap) => gap > 0);
  const counts = tally(gaps.map((gap) => JSON.stringify(bucketOf(gap))));
  const buckets = [...counts].map(([bucket, n]) => ({ ...(JSON.parse(bucket) as GapBucket), gaps: n }));
  return betweenRhythms(buckets) ?? longestUsual(gaps.length, quantileOf(gaps, 0.99));
}

/** Silence after which a run counts as over: the cut itself for gap runs, p99 for cases, the suggestion for people. */
export function openWithinOf(runs: readonly Run[], { unit, gapMs }: Pick<Scope, 'unit' | 'gapMs'>): number | null {
  if (unit === 'gap' && gapMs !== null) return gapMs;
  if (unit !== 'case') return suggestedGapOf(runs)?.gapMs ?? null;
  const gaps = gapsOf(runs).filter((gap) => gap > 0);
  return longestUsual(gaps.length, quantileOf(gaps, 0.99))?.gapMs ?? null;
}

export function summaryOf(
  runs: readonly Run[],
  scope: Pick<Scope, 'unit' | 'gapMs'>,
  dataAsOfMs: number | null,
): Summary {
  const openWithinMs = openWithinOf(runs, scope);
  const moments = runs.flatMap((run) =>
    run.channels.map((channel, i) => ({ channel, felt: run.felt[i], person: run.person })),
  );
  const answered = moments.filter(({ felt }) => felt !== 'none');
  const feeling = (wanted: string): number => answered.filter(({ felt }) => felt === wanted).length;
  const isOpen = (run: Run): boolean =>
    openWithinMs !== null && dataAsOfMs !== null && dataAsOfMs - lastMsOf(run) < openWithinMs;
  const ranked = (names: readonly string[]) =>
    [...tally(names)]
      .map(([activity, n]) => ({ activity, runs: n }))
      .sort((a, b) => b.runs - a.runs || byName(a.activity, b.activity));
  return {
    people: new Set(runs.map(({ person }) => person)).size,
    runs: runs.length,
    events: moments.length,
    activities: new Set(runs.flatMap(({ activities }) => activities)).size,
    variants: new Set(runs.map(({ activities }) => JSON.stringify(activities))).size,
    openRuns: runs.filter(isOpen).length,
    openWithinMs,
    firstMs: runs.length === 0 ? null : Math.min(...runs.map(({ startMs }) => startMs)),
    lastMs: runs.length === 0 ? null : Math.max(...runs.map(lastMsOf)),
    durationMs: spreadOf(runs.map((run) => lastMsOf(run) - run.startMs)),
    eventsPerRun: spreadOf(runs.map(({ activities }) => activities.length)),
    channels: [...tally(moments.map(({ channel }) => channel))]
      .map(([channel, events]) => ({
        channel,
        events,
        people: new Set(moments.filter((moment) => moment.channel === channel).map(({ person }) => person)).size,
      }))
      .sort((a, b) => b.events - a.events || byName(a.channel, b.channel)),
    unhappy: feeling('unhappy'),
    neutral: feeling('neutral'),
    happy: feeling('happy'),
    answeredPeople: new Set(answered.map(({ person }) => person)).size,
    starts: ranked(runs.filter(({ cutStart }) => !cutStart).map(({ activities }) => activities[0] as string)),
    ends: ranked(runs.filter(({ cutEnd }) => !cutEnd).map(({ activities }) => activities.at(-1) as string)),
  };
}
