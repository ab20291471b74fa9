import type { Activities, ActivityFacts } from '../activities.ts';
import type { Run } from '../run.ts';
import { timesOf } from './scope.ts';
import { byName, tally } from './tally.ts';

export function activitiesOf(runs: readonly Run[]): Activities {
  const activities = [...new Set(runs.flatMap((run) => run.activities))].map((activity) => factsOf(activity, runs));
  return { activities: activities.sort((a, b) => b.events - a.events || byName(a.activity, b.activity)) };
}

function factsOf(activity: string, runs: readonly Run[]): ActivityFacts {
  const moments = runs.flatMap((run) =>
    timesOf(run).flatMap((timeMs, i) =>
      run.activities[i] === activity ? [{ run, timeMs, channel: run.channels[i] as string, felt: run.felt[i] }] : [],
    ),
  );
  const perRun = tally(moments.map(({ run }) => run));
  const feeling = (wanted: string): number => moments.filter(({ felt }) => felt === wanted).length;
  return {
    activity,
    events: moments.length,
    runs: perRun.size,
    people: new Set(moments.map(({ run }) => run.person)).size,
    firstMs: Math.min(...moments.map(({ timeMs }) => timeMs)),
    lastMs: Math.max(...moments.map(({ timeMs }) => timeMs)),
    reworkRuns: [...perRun.values()].filter((times) => times > 1).length,
    channels: [...tally(moments.map(({ channel }) => channel))]
      .map(([channel, events]) => ({ channel, events }))
      .sort((a, b) => b.events - a.events || byName(a.channel, b.channel)),
    unhappy: feeling('unhappy'),
    neutral: feeling('neutral'),
    happy: feeling('happy'),
  };
}
