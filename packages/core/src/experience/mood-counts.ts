import type { Voices } from '../analysis/journey-map.ts';
import type { Felt } from '../event/felt.ts';

export const NO_VOICES: Voices = { unhappy: 0, neutral: 0, happy: 0 };

/** How many of each mood; `none` is no answer. */
export function moodCounts(moods: Iterable<Felt>): Voices {
  const counts = { unhappy: 0, neutral: 0, happy: 0 };
  for (const felt of moods) if (felt !== 'none') counts[felt] += 1;
  return counts;
}

/** People who answered. */
export function answeredOf({ unhappy, neutral, happy }: Voices): number {
  return unhappy + neutral + happy;
}
