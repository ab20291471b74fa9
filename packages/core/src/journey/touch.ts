/**
 * A touch of a run as one small integer, which is what alignments see: step × 4 + failed × 2 + other channel.
 * 0: not on our map. Step numbers are those of the journey (1 … 16,383), the same in all its versions and never reused.
 */
export interface Touch {
  readonly step: number;
  /** It says that the step went wrong. */
  readonly isFailed: boolean;
  readonly isOtherChannel: boolean;
}

export const NOT_ON_MAP = 0;
export const MOST_STEPS = 16_383;

/** The integer of a touch. */
export function symbolOf({ step, isFailed, isOtherChannel }: Touch): number {
  return step * 4 + (isFailed ? 2 : 0) + (isOtherChannel ? 1 : 0);
}

/** The touch behind an integer. */
export function touchOf(symbol: number): Touch {
  return { step: symbol >> 2, isFailed: (symbol & 2) !== 0, isOtherChannel: (symbol & 1) !== 0 };
}

/** How a touch relates to the map. The position is its code in the warehouse: append only. */
export const TOUCH_LABELS = ['not-on-map', 'as-planned', 'repeat', 'detour', 'other-order', 'broken'] as const;
export type TouchLabel = (typeof TOUCH_LABELS)[number];

/** Why a step of the map has no touch. The position is its code in the warehouse: append only. */
export const SKIP_LABELS = [
  'we-skipped',
  'partner-skipped',
  'customer-skipped',
  'shortcut',
  'other-order',
  'left',
] as const;
export type SkipLabel = (typeof SKIP_LABELS)[number];

/** How a passage stands: reached a goal, reached a failure, silent for too long, or still under way. */
export const RUN_STATUSES = ['goal', 'failed', 'left', 'open'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** A distinct sequence of touches (those on the map only) held against a map: found once, remembered. */
export interface Judged {
  /** Symbols of the touches on the map, in order; none of them 0. */
  readonly symbols: readonly number[];
  /** Judged as still under way: no obligation to reach the end. */
  readonly isOpen: boolean;
  /** Weighted moves away from the map; a touch that says a step failed costs what skipping the step costs. */
  readonly cost: number;
  /** Cost of the cheapest way through the whole map: fitness = 1 − cost / (touches + this). */
  readonly cheapest: number;
  /** `goal` when a good touch is on a step that ends so (or any touch, where it ends so either way); else `failure` likewise; else null. */
  readonly reached: 'goal' | 'failure' | null;
  /** One label a symbol. `broken`: it stands where the step was due, and says it failed. */
  readonly touches: readonly TouchLabel[];
  /** Steps without a touch, in the order in which the map wanted them. A broken step is listed here too, as skipped by who owed it. */
  readonly skips: readonly Skip[];
}

export interface Skip {
  readonly step: number;
  readonly label: SkipLabel;
  /** It was due before the touch with this index; `symbols.length`: after the last. */
  readonly before: number;
}
