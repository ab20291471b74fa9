import type { JourneyContract } from './contract.ts';

/** One way of judging a journey: a version in its dates, one version for all time again, or the draft. */
export interface JourneyDefinition {
  /** 2, 3, …: handed out by the state, one a judging; its runs are stored under it. */
  readonly definition: number;
  /** Version of the map that judges; 0 or missing: the draft. */
  readonly version?: number;
  /** It keeps the runs whose first touch is not before; null: from the beginning. */
  readonly fromMs: number | null;
  /** … and is before this; null: for ever. */
  readonly toMs: number | null;
  /** Matchers of touchpoints are in its steps already (`withTouchpoints`). */
  readonly contract: JourneyContract;
  /** Number of every step of the contract, by id: the same in all versions of the journey. */
  readonly numbers: ReadonlyMap<string, number>;
}
