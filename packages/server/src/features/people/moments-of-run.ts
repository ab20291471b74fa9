import type { Moment } from '@continuo/core';
import { type FoundRun, OTHER_ACTIVITY } from '@continuo/warehouse';

/**
 * Of a person's moments, in their order, those that are events of the run: its events are some of theirs in the same order,
 * so each takes the next moment of its instant and name. `names` are those behind the codes.
 */
export function momentsOfRun(
  moments: readonly Moment[],
  { events }: Pick<FoundRun, 'events'>,
  names: readonly string[],
): readonly Moment[] {
  let next = 0;
  return moments.filter(({ timeMs, activity }) => {
    const event = events[next];
    if (event === undefined || event.timeMs !== timeMs) return false;
    if (event.code !== OTHER_ACTIVITY && names[event.code] !== activity) return false;
    next += 1;
    return true;
  });
}
