import { ALL_TIME } from '../../time/range.ts';
import type { Run } from '../run.ts';
import type { Filter, Scope } from '../scope.ts';

/** Instants of a run's events, ms. */
export function timesOf(run: Run): number[] {
  let at = run.startMs;
  return run.gapsMs.map((gap) => {
    at += gap;
    return at;
  });
}

/** Instant of the last event, ms. */
export function lastMsOf(run: Run): number {
  return timesOf(run).at(-1) as number;
}

/** Place of a run among those of its person: by definition, then by number. */
export function placeOf({ definition = 0, no }: Run): number {
  return definition * 2 ** 32 + no;
}

/** The runs of a scope from stored runs (those of `definition` person; case for unit case, of its definitions for unit journey), in the documented order. */
export function scopeRuns(stored: readonly Run[], scope: Scope): Run[] {
  const { activities, unit, gapMs, range, filters } = scope;
  let runs =
    activities === null
      ? [...stored]
      : stored.flatMap((run) => keep(run, (i) => activities.includes(run.activities[i] as string)));
  if (unit === 'gap' && gapMs !== null) runs = runs.flatMap((run) => splitBySilence(run, gapMs));
  const isWithin = (timeMs: number): boolean => timeMs >= range.fromMs && timeMs < range.toMs;
  const isAllTime = range.fromMs <= ALL_TIME.fromMs && range.toMs >= ALL_TIME.toMs;
  if (!isAllTime)
    runs =
      unit === 'case' || unit === 'journey'
        ? runs.filter(({ startMs }) => isWithin(startMs))
        : runs.flatMap((run) => clip(run, isWithin));
  return runs.filter((run) => filters.every((filter) => holds(run, filter)));
}

/** The run with only the kept events; nothing when none is. Gaps become those between kept events. */
function keep(run: Run, isKept: (index: number) => boolean): Run[] {
  const times = timesOf(run);
  const kept = run.activities.map((_, i) => i).filter(isKept);
  if (kept.length === 0) return [];
  const pick = <T>(values: readonly T[]): T[] => kept.map((i) => values[i] as T);
  const at = pick(times);
  return [
    {
      ...run,
      startMs: at[0] as number,
      activities: pick(run.activities),
      channels: pick(run.channels),
      felt: pick(run.felt),
      ...(run.steps === undefined ? {} : { steps: pick(run.steps) }),
      gapsMs: at.map((time, i) => (i === 0 ? 0 : time - (at[i - 1] as number))),
    },
  ];
}

function splitBySilence(run: Run, gapMs: number): Run[] {
  let piece = 0;
  const pieces = run.gapsMs.map((gap, i) => {
    if (i > 0 && gap > gapMs) piece += 1;
    return piece;
  });
  return Array.from({ length: piece + 1 }, (_, n) => keep(run, (i) => pieces[i] === n)).flat();
}

function clip(run: Run, isWithin: (timeMs: number) => boolean): Run[] {
  const within = timesOf(run).map(isWithin);
  return keep(run, (i) => within[i] as boolean).map((kept) => ({
    ...kept,
    cutStart: run.cutStart || within[0] === false,
    cutEnd: run.cutEnd || within.at(-1) === false,
  }));
}

function holds(run: Run, filter: Filter): boolean {
  switch (filter.kind) {
    case 'attribute':
      return filter.values.includes(run.attributes[filter.attribute] ?? '');
    case 'passes':
      return run.activities.includes(filter.activity) === filter.is;
    case 'starts':
      return run.activities[0] === filter.activity && !run.cutStart;
    case 'ends':
      return run.activities.at(-1) === filter.activity && !run.cutEnd;
    case 'channel':
      return run.channels.includes(filter.channel);
  }
}
