import { Problem } from '../problem.ts';

/** What moves away from the map cost; whole numbers. A step that is not named costs 1 to skip, 1 extra, 0 in its place. */
export interface StepCosts {
  /** A step the map wants has no touch; at least 1 (a step that may be missing is a choice with nothing). */
  readonly skip?: ReadonlyMap<number, number>;
  /** A touch has no place on the map here; at least 0. */
  readonly extra?: ReadonlyMap<number, number>;
  /** A touch in its place costs something all the same, as one that says the step failed; at least 0. */
  readonly sync?: ReadonlyMap<number, number>;
  /** Touches that are not on the map (step 0) cost what `extra` says of 0, else 1. False or absent: they cost nothing. */
  readonly isClosed?: boolean;
}

/** Every move away from the map costs 1; touches that are not on it cost nothing. */
export const UNIT_COSTS: StepCosts = {};

/** So that sums of a million moves stay whole numbers of 32 bits. */
const MOST_COST = 1_000;

export function skipCostOf(costs: StepCosts, step: number): number {
  return costs.skip?.get(step) ?? 1;
}

export function extraCostOf(costs: StepCosts, step: number): number {
  if (step === 0 && costs.isClosed !== true) return 0;
  return costs.extra?.get(step) ?? 1;
}

export function syncCostOf(costs: StepCosts, step: number): number {
  return costs.sync?.get(step) ?? 0;
}

/** Throws `input.invalid` for costs that are not whole numbers, of skips below 1, of others below 0, or above 1,000. */
export function checkCosts(costs: StepCosts): void {
  for (const [name, values, least] of [
    ['skip', costs.skip, 1],
    ['extra', costs.extra, 0],
    ['sync', costs.sync, 0],
  ] as const) {
    for (const [step, cost] of values ?? []) {
      if (!Number.isInteger(cost) || cost < least || cost > MOST_COST) {
        throw new Problem(
          'input.invalid',
          `The ${name} cost of step ${step} is a whole number from ${least} to 1,000; found ${cost}.`,
        );
      }
    }
  }
}

/** What moves weigh while the cheapest are searched. */
export interface Prices {
  skip(step: number): number;
  extra(step: number): number;
  sync(step: number): number;
}

/**
 * Costs × `scale`, and 1 more for every extra touch: with a scale above the number of touches the least weight is the
 * least cost and, of the cheapest, the one with the most touches in their place.
 */
export function pricesOf(costs: StepCosts, scale: number): Prices {
  return {
    skip: (step) => scale * skipCostOf(costs, step),
    extra: (step) => scale * extraCostOf(costs, step) + 1,
    sync: (step) => scale * syncCostOf(costs, step),
  };
}
