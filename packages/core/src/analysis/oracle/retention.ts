import { quantileOf } from '../../stats/quantile.ts';
import { type Period, periodNumber } from '../../time/calendar.ts';
import type { Loop, Retention, RetentionInput } from '../retention.ts';
import { type CohortFrame, cohortFrame, isMeasured } from '../retention-frame.ts';
import type { Run } from '../run.ts';
import type { Scope } from '../scope.ts';
import { placeOf, timesOf } from './scope.ts';
import { byName, tally } from './tally.ts';

interface Moment {
  readonly timeMs: number;
  readonly activity: string;
}

/** Everything a person did inside the runs, in the order (time, run, place in the run). */
function livesOf(runs: readonly Run[]): Map<bigint, Moment[]> {
  const lives = new Map<bigint, (Moment & { readonly no: number; readonly at: number })[]>();
  for (const run of runs) {
    const moments = timesOf(run).map((timeMs, at) => ({
      timeMs,
      no: placeOf(run),
      at,
      activity: run.activities[at] as string,
    }));
    lives.set(run.person, [...(lives.get(run.person) ?? []), ...moments]);
  }
  for (const life of lives.values()) life.sort((a, b) => a.timeMs - b.timeMs || a.no - b.no || a.at - b.at);
  return lives;
}

/** Periods in which each person began and came back, and the frame they are counted in. */
export function attendanceOf(runs: readonly Run[], input: RetentionInput, scope: Scope, dataAsOfMs: number | null) {
  const periods = (life: readonly Moment[], activity: string | null): ReadonlySet<number> =>
    new Set(
      life
        .filter((moment) => activity === null || moment.activity === activity)
        .map(({ timeMs }) => periodNumber(timeMs, input.period as Period, input.timeZone)),
    );
  const people = [...livesOf(runs)].map(([person, life]) => {
    const starts = [...periods(life, input.start)];
    return {
      person,
      cohorts: input.kind === 'first' && starts.length > 0 ? [Math.min(...starts)] : starts,
      back: periods(life, input.back),
      last: Math.max(...periods(life, null)),
    };
  });
  const cohorts = people.flatMap((one) => one.cohorts);
  const first = cohorts.length === 0 ? null : Math.min(...cohorts);
  const last = people.length === 0 ? null : Math.max(...people.map((one) => one.last));
  return { people, frame: cohortFrame({ first, last, input, range: scope.range, dataAsOfMs }) };
}

export function retentionOf(
  runs: readonly Run[],
  input: RetentionInput,
  scope: Scope,
  dataAsOfMs: number | null,
): Retention {
  const { people, frame } = attendanceOf(runs, input, scope, dataAsOfMs);
  return { cohorts: frame ? cohortsOf(people, frame) : [], loop: loopOf(runs, input.lapGapMs) };
}

function cohortsOf(
  people: readonly { readonly cohorts: readonly number[]; readonly back: ReadonlySet<number> }[],
  frame: CohortFrame,
): Retention['cohorts'] {
  return frame.startsMs.slice(0, -1).map((fromMs, c) => {
    const members = people.filter(({ cohorts }) => cohorts.includes(frame.first + c));
    const active = (period: number): number => members.filter(({ back }) => back.has(period)).length;
    const later = frame.startsMs.slice(c, -1).map((_, k) => frame.first + c + k);
    return {
      fromMs,
      size: members.length,
      back: later.map((period) => (isMeasured(frame, period) ? active(period) : null)),
      running: frame.running !== null && frame.running >= frame.first + c ? active(frame.running) : null,
    };
  });
}

function loopOf(runs: readonly Run[], lapGapMs: number): Loop {
  const lives = [...livesOf(runs)].map(([person, life]) => {
    const returns = life.flatMap((moment, i) => {
      const silence = i === 0 ? 0 : moment.timeMs - (life[i - 1] as Moment).timeMs;
      return silence > lapGapMs ? [{ person, activity: moment.activity, silence }] : [];
    });
    return { laps: returns.length + 1, returns };
  });
  const returns = lives.flatMap((life) => life.returns);
  const silences = returns.map(({ silence }) => silence).sort((a, b) => a - b);
  return {
    laps: [...tally(lives.map(({ laps }) => laps))]
      .map(([laps, people]) => ({ laps, people }))
      .sort((a, b) => a.laps - b.laps),
    reentry: [...tally(returns.map(({ activity }) => activity))]
      .map(([activity, laps]) => ({
        activity,
        laps,
        people: new Set(returns.filter((one) => one.activity === activity).map(({ person }) => person)).size,
      }))
      .sort((a, b) => b.laps - a.laps || byName(a.activity, b.activity)),
    betweenMs: silences.length === 0 ? null : { median: quantileOf(silences, 0.5), p90: quantileOf(silences, 0.9) },
    cameBack: lives.filter(({ laps }) => laps > 1).length,
    people: lives.length,
  };
}
