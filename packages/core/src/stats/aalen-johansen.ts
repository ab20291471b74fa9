import { cumulativeIncidence } from './cumulative-incidence.ts';
import type { WilsonInterval } from './wilson.ts';

/** So many who came to this end at this time; null: still under way when last seen. */
export interface Ending<End extends string = string> {
  readonly time: number;
  readonly end: End | null;
  readonly n: number;
}

/**
 * Probability of each end by a time when the ends compete (Aalen-Johansen), with 95 % intervals; ends that nobody came to are
 * not listed; empty without anybody. What happens later counts as still under way then. The probabilities and that of being
 * under way add up to 1, which 1 − Kaplan-Meier of each end alone does not.
 */
export function incidencesBy<End extends string>(
  endings: readonly Ending<End>[],
  by: number,
): ReadonlyMap<End, WilsonInterval> {
  const ends = [...new Set(endings.flatMap(({ end }) => (end === null ? [] : [end])))].sort();
  const found = new Map<End, WilsonInterval>();
  for (const end of ends) {
    const outcomes = endings.map((one) => ({
      time: Math.min(one.time, by),
      kind:
        one.end === null || one.time > by
          ? ('open' as const)
          : one.end === end
            ? ('event' as const)
            : ('other' as const),
      n: one.n,
    }));
    const incidence = cumulativeIncidence(outcomes);
    if (incidence !== null) found.set(end, incidence);
  }
  return found;
}
