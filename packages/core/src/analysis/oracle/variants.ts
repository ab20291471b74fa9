import { spreadOf } from '../../stats/quantile.ts';
import { coverageOf, unseenShare } from '../../stats/unseen.ts';
import { formatRunRef, type Run, type RunUnit } from '../run.ts';
import { COVERAGE_SHARES, type Variant, type Variants, type VariantsInput } from '../variants.ts';
import { order } from './build-runs.ts';
import { lastMsOf, placeOf } from './scope.ts';
import { tally } from './tally.ts';

/** Order of runs: by person, definition, number, start. */
export function byRun(a: Run, b: Run): number {
  return order(a.person, b.person) || placeOf(a) - placeOf(b) || a.startMs - b.startMs;
}

/** Reference of a run; a gap run is named by the person run that it is part of. */
export function refOf(run: Run, unit: RunUnit): string {
  const { definition = 0, no } = run;
  if (unit === 'journey') return formatRunRef({ unit, definition, person: String(run.person), no });
  return formatRunRef({ unit: unit === 'case' ? 'case' : 'person', person: String(run.person), no });
}

function variantOf(runs: readonly Run[], unit: RunUnit): Variant {
  const example = runs[0] as Run;
  const durations = spreadOf(runs.map((run) => lastMsOf(run) - run.startMs));
  const feelings = tally(runs.flatMap(({ felt }) => felt));
  return {
    path: example.activities,
    runs: runs.length,
    people: new Set(runs.map(({ person }) => person)).size,
    meanMs: durations?.mean as number,
    medianMs: durations?.median as number,
    p90Ms: durations?.p90 as number,
    channels: example.channels,
    example: refOf(example, unit),
    unhappy: feelings.get('unhappy') ?? 0,
    neutral: feelings.get('neutral') ?? 0,
    happy: feelings.get('happy') ?? 0,
  };
}

export function variantsOf(runs: readonly Run[], { limit }: VariantsInput, unit: RunUnit): Variants {
  const groups = new Map<string, Run[]>();
  for (const run of [...runs].sort(byRun)) {
    const path = JSON.stringify(run.activities);
    groups.set(path, [...(groups.get(path) ?? []), run]);
  }
  // Equally frequent routes in the order of their first run.
  const ranked = [...groups.values()].sort((a, b) => b.length - a.length || byRun(a[0] as Run, b[0] as Run));
  const sizes = ranked.map(({ length }) => ({ size: length, kinds: 1 }));
  const once = sizes.filter(({ size }) => size === 1).length;
  const twice = sizes.filter(({ size }) => size === 2).length;
  return {
    variants: ranked.slice(0, limit).map((group) => variantOf(group, unit)),
    total: ranked.length,
    leftOut: Math.max(0, ranked.length - limit),
    once,
    twice,
    unseen: unseenShare({ once, twice, n: runs.length }),
    coverage: coverageOf(sizes, runs.length, COVERAGE_SHARES),
  };
}
