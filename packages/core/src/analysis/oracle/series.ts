import { periodNumber } from '../../time/calendar.ts';
import type { Run } from '../run.ts';
import type { Series, SeriesInput } from '../series.ts';
import { timesOf } from './scope.ts';

const HOUR = 3_600_000;

export function seriesOf(runs: readonly Run[], { activity, channel, period, timeZone }: SeriesInput): Series {
  const points = new Map<number, { events: number; answered: number; unhappy: number; happy: number }>();
  for (const run of runs)
    for (const [i, timeMs] of timesOf(run).entries()) {
      if (activity !== null && run.activities[i] !== activity) continue;
      if (channel !== null && run.channels[i] !== channel) continue;
      const slot = period === 'hour' ? Math.floor(timeMs / HOUR) : periodNumber(timeMs, 'day', timeZone);
      const here = points.get(slot) ?? { events: 0, answered: 0, unhappy: 0, happy: 0 };
      here.events += 1;
      if (run.felt[i] !== 'none') here.answered += 1;
      if (run.felt[i] === 'unhappy') here.unhappy += 1;
      if (run.felt[i] === 'happy') here.happy += 1;
      points.set(slot, here);
    }
  return { points: [...points].sort(([a], [b]) => a - b).map(([slot, counts]) => ({ slot, ...counts })) };
}
