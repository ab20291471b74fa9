import type { IdentityClaim } from '../../event/event.ts';
import { Problem } from '../../problem.ts';
import { funnelScope } from '../funnel.ts';
import type { People, PeopleInput, PersonRow } from '../people.ts';
import type { Run, RunUnit } from '../run.ts';
import type { Behind, Scope } from '../scope.ts';
import { layersOf } from './flow.ts';
import { attemptsOf, isInside } from './funnel.ts';
import { attendanceOf } from './retention.ts';
import { lastMsOf, scopeRuns } from './scope.ts';
import { byRun, refOf } from './variants.ts';

/** The runs that a number counts. `stored` are those of the unit's definition, before the scope. */
export function runsBehind(stored: readonly Run[], behind: Behind, scope: Scope, dataAsOfMs: number | null): Run[] {
  if (behind.kind === 'funnel') {
    const { funnel, step, outcome, group } = behind;
    return attemptsOf(scopeRuns(stored, funnelScope(scope)), funnel, scope.range)
      .filter((attempt) => {
        if (group !== null && (attempt.run.attributes[funnel.breakdown ?? ''] ?? '') !== group) return false;
        if (outcome === 'reached') return attempt.timesMs.length > step;
        const isHere = attempt.timesMs.length === step + 1 && step < funnel.steps.length - 1;
        return isHere && isInside(attempt, funnel, dataAsOfMs) === (outcome === 'inside');
      })
      .map(({ run }) => run);
  }
  const runs = scopeRuns(stored, scope);
  if (behind.kind === 'retention') {
    const { people, frame } = attendanceOf(runs, behind.retention, scope, dataAsOfMs);
    if (!frame) return [];
    const period = frame.first + behind.cohort;
    const back = people.filter((one) => one.cohorts.includes(period) && one.back.has(period + behind.offset));
    const persons = new Set(back.map(({ person }) => person));
    return runs.filter(({ person }) => persons.has(person));
  }
  return runs.filter((run) => isBehind(run, behind));
}

function isBehind(run: Run, behind: Exclude<Behind, { kind: 'funnel' | 'retention' }>): boolean {
  const { activities, felt } = run;
  switch (behind.kind) {
    case 'all':
      return true;
    case 'activity':
      return activities.includes(behind.activity);
    case 'start':
      return activities[0] === behind.activity && !run.cutStart;
    case 'end':
      return activities.at(-1) === behind.activity && !run.cutEnd;
    case 'edge':
      return activities.some((name, i) => name === behind.from && activities[i + 1] === behind.to);
    case 'repeats':
      return activities.filter((name) => name === behind.activity).length > 1;
    case 'route':
      return JSON.stringify(activities) === JSON.stringify(behind.path);
    case 'felt':
      return felt.some(
        (one, i) => one === behind.felt && (behind.activity === null || activities[i] === behind.activity),
      );
    case 'flow': {
      const place = layersOf(run, behind.flow).get(behind.layer);
      return place?.kind === 'activity' && place.activity === behind.activity;
    }
    case 'voice':
      throw new Problem('internal', 'Who is behind a voice is told by voicesBehindOf.');
    case 'map-step':
    case 'map-off':
    case 'map-promise':
    case 'map-fact':
      throw new Problem('input.invalid', 'People of a map can be listed only with the unit journey.');
  }
}

function rowOf(run: Run, unit: RunUnit): PersonRow {
  const feeling = (wanted: string): number => run.felt.filter((felt) => felt === wanted).length;
  return {
    person: String(run.person),
    run: refOf(run, unit),
    key: run.key,
    startMs: run.startMs,
    lastMs: lastMsOf(run),
    events: run.activities.length,
    lastActivity: run.activities.at(-1) as string,
    channels: [...new Set(run.channels)],
    unhappy: feeling('unhappy'),
    neutral: feeling('neutral'),
    happy: feeling('happy'),
    attributes: run.attributes,
  };
}

const SORTS: Readonly<Record<PeopleInput['sort'], (run: Run) => number>> = {
  recent: lastMsOf,
  events: ({ activities }) => activities.length,
  longest: (run) => lastMsOf(run) - run.startMs,
  unhappy: ({ felt }) => felt.filter((one) => one === 'unhappy').length,
};

export function peopleOf(
  stored: readonly Run[],
  input: PeopleInput,
  scope: Scope,
  {
    dataAsOfMs,
    links,
    claims,
  }: {
    readonly dataAsOfMs: number | null;
    readonly links: ReadonlyMap<bigint, bigint>;
    readonly claims: ReadonlyMap<bigint, IdentityClaim>;
  },
): People {
  const wanted = input.search?.toLowerCase() ?? null;
  const isFound = (run: Run): boolean =>
    wanted === null ||
    run.key.toLowerCase().includes(wanted) ||
    [...claims].some(
      ([identity, { value }]) =>
        (links.get(identity) ?? identity) === run.person && value.toLowerCase().includes(wanted),
    );
  const runs = runsBehind(stored, input.behind, scope, dataAsOfMs).filter(isFound);
  const size = SORTS[input.sort];
  return {
    rows: runs
      .sort((a, b) => size(b) - size(a) || byRun(a, b))
      .slice(input.offset, input.offset + input.limit)
      .map((run) => rowOf(run, scope.unit)),
    runs: runs.length,
    people: new Set(runs.map(({ person }) => person)).size,
  };
}
