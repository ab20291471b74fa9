import { type WilsonInterval, wilson } from './wilson.ts';

/** One place of the way: how many were there, and how many of them went no further. */
export interface Stay {
  /** Whoever came here and is known to have gone on or left; those still here and under way are not among them. */
  readonly atRisk: number;
  readonly left: number;
}

export interface DropOff {
  /** Share of those at risk who left here, with its 95 % interval; null when nobody came. */
  readonly hazard: WilsonInterval | null;
  /** Share of all who are still on the way after this place: the product of (1 − hazard) so far; places nobody came to change nothing. */
  readonly stillThere: number;
}

/**
 * Drop-off place by place as hazards in discrete time: left here of those who came here, so that a place late on the way is
 * not made harmless by those who left before it. Throws RangeError when more left than came.
 * Source: Singer & Willett, Journal of Educational Statistics 18 (1993) 155–195.
 */
export function dropOffs(stays: readonly Stay[]): DropOff[] {
  let stillThere = 1;
  return stays.map(({ atRisk, left }) => {
    if (left > atRisk || left < 0) throw new RangeError(`${left} left of ${atRisk}`);
    const hazard = wilson(left, atRisk);
    stillThere *= 1 - (hazard?.estimate ?? 0);
    return { hazard, stillThere };
  });
}
