/**
 * One move of an alignment. `sync`: the touch is where the map wants this step. `extra`: a touch the map has no place for
 * here. `skip`: a step the map wants here and that has no touch. `at` is the place of the touch in the sequence.
 */
export type Move =
  | { readonly kind: 'sync' | 'extra'; readonly step: number; readonly at: number }
  | { readonly kind: 'skip'; readonly step: number; readonly at: null };

/** A sequence held against a map in the cheapest way there is. */
export interface Alignment {
  /** Sum of the costs of its moves. */
  readonly cost: number;
  /** Cost of the cheapest way through the whole map without any touch; 0 for a run under way. */
  readonly cheapestRun: number;
  /** Cost of all touches if none had a place on the map. */
  readonly allExtra: number;
  /** 1 − cost / (allExtra + cheapestRun), in [0, 1]; 1 when nothing could cost anything. */
  readonly fitness: number;
  readonly moves: readonly Move[];
}

/** 1 − cost / worst, and 1 when nothing could cost anything. */
export function fitnessOf(cost: number, worst: number): number {
  return worst === 0 ? 1 : 1 - cost / worst;
}
