import { meanOf, quantileOf } from '../../stats/quantile.ts';
import { type Funnel, type FunnelGroup, type FunnelInput, funnelScope, MOST_FUNNEL_GROUPS } from '../funnel.ts';
import type { Run } from '../run.ts';
import type { Scope } from '../scope.ts';
import { placeOf, scopeRuns, timesOf } from './scope.ts';
import { byName } from './tally.ts';

/** One way through the steps, from one entry. */
export interface Attempt {
  readonly run: Run;
  /** Instants at which the first, second … step was reached. */
  readonly timesMs: readonly number[];
  /** Nothing that may still come can carry it on. */
  readonly isBroken: boolean;
}

interface Step {
  readonly timeMs: number;
  /** Which steps the event serves. */
  readonly serves: readonly number[];
  readonly excludes: boolean;
}

function stepsOf(run: Run, { steps, exclusions, order }: FunnelInput): Step[] {
  const times = timesOf(run);
  return run.activities.map((activity, i) => {
    const all = steps.flatMap((step, k) => (step.includes(activity) ? [k] : []));
    // In any order an activity serves the first step that names it; a step never excludes.
    const serves = order === 'unordered' ? all.slice(0, 1) : all;
    return { timeMs: times[i] as number, serves, excludes: all.length === 0 && exclusions.includes(activity) };
  });
}

/** The attempt that enters at event `entry`, walked forward event by event. */
function walk(events: readonly Step[], entry: number, input: FunnelInput): Omit<Attempt, 'run'> {
  const entryMs = (events[entry] as Step).timeMs;
  const timesMs = [entryMs];
  const done = new Set(input.order === 'unordered' ? (events[entry] as Step).serves : [0]);
  for (const { timeMs, serves, excludes } of events.slice(entry + 1)) {
    if (timesMs.length === input.steps.length) break;
    const isNext = input.order === 'unordered' ? serves.some((k) => !done.has(k)) : serves.includes(timesMs.length);
    if (isNext && timeMs - entryMs <= input.windowMs) {
      timesMs.push(timeMs);
      for (const k of serves) done.add(k);
    } else if (excludes || input.order === 'strict') {
      return { timesMs, isBroken: true };
    }
  }
  return { timesMs, isBroken: false };
}

/**
 * The attempt that counts for each person: of all entries inside the range the one that gets furthest, the earliest of
 * equals. `runs` are of the scope without its upper end (`funnelScope`).
 */
export function attemptsOf(runs: readonly Run[], input: FunnelInput, range: Scope['range']): Attempt[] {
  const best = new Map<bigint, Attempt>();
  const rank = ({ timesMs, run }: Attempt): readonly number[] => [-timesMs.length, timesMs[0] as number, placeOf(run)];
  for (const run of runs) {
    const events = stepsOf(run, input);
    for (const [entry, { timeMs, serves }] of events.entries()) {
      const enters = input.order === 'unordered' ? serves.length > 0 : serves.includes(0);
      if (!enters || timeMs < range.fromMs || timeMs >= range.toMs) continue;
      const attempt = { run, ...walk(events, entry, input) };
      const known = best.get(run.person);
      if (known === undefined || isBefore(rank(attempt), rank(known))) best.set(run.person, attempt);
    }
  }
  return [...best.values()];
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** Under way: not at the last step, not broken, and the window has not passed. */
export function isInside({ timesMs, isBroken }: Attempt, input: FunnelInput, dataAsOfMs: number | null): boolean {
  return (
    timesMs.length < input.steps.length &&
    !isBroken &&
    dataAsOfMs !== null &&
    dataAsOfMs <= (timesMs[0] as number) + input.windowMs
  );
}

/** `stored` are the runs of the unit's definition, before the scope: later steps may lie after its range. */
export function funnelOf(stored: readonly Run[], input: FunnelInput, scope: Scope, dataAsOfMs: number | null): Funnel {
  const attempts = attemptsOf(scopeRuns(stored, funnelScope(scope)), input, scope.range);
  const { breakdown } = input;
  if (breakdown === null) return { groups: [groupOf(null, attempts, input, dataAsOfMs)], leftOut: 0 };
  const byValue = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const value = attempt.run.attributes[breakdown] ?? '';
    byValue.set(value, [...(byValue.get(value) ?? []), attempt]);
  }
  const groups = [...byValue]
    .sort(([a, left], [b, right]) => right.length - left.length || byName(a, b))
    .map(([value, own]) => groupOf(value, own, input, dataAsOfMs));
  return {
    groups: groups.slice(0, MOST_FUNNEL_GROUPS),
    leftOut: Math.max(0, groups.length - MOST_FUNNEL_GROUPS),
  };
}

function groupOf(
  value: string | null,
  attempts: readonly Attempt[],
  input: FunnelInput,
  dataAsOfMs: number | null,
): FunnelGroup {
  const steps = input.steps.map((_, k) => {
    const here = attempts.filter(({ timesMs }) => timesMs.length === k + 1);
    const isLast = k === input.steps.length - 1;
    const inside = here.filter((attempt) => isInside(attempt, input, dataAsOfMs)).length;
    const times = attempts
      .flatMap(({ timesMs }) =>
        k > 0 && timesMs.length > k ? [(timesMs[k] as number) - (timesMs[k - 1] as number)] : [],
      )
      .sort((a, b) => a - b);
    const isEmpty = times.length === 0;
    return {
      reached: attempts.filter(({ timesMs }) => timesMs.length > k).length,
      lost: isLast ? 0 : here.length - inside,
      inside,
      meanMs: isEmpty ? null : meanOf(times),
      medianMs: isEmpty ? null : quantileOf(times, 0.5),
      p90Ms: isEmpty ? null : quantileOf(times, 0.9),
    };
  });
  return { value, entered: attempts.length, steps };
}
