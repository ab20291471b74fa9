import { type Unseen, unseenShare } from '../stats/unseen.ts';
import { type WilsonInterval, wilson } from '../stats/wilson.ts';
import { type Alignment, fitnessOf } from './alignment.ts';

/** An alignment and how often it was found: distinct sequences are aligned once. */
export interface CountedAlignment {
  readonly alignment: Pick<Alignment, 'cost' | 'cheapestRun' | 'allExtra' | 'fitness'>;
  readonly runs: number;
}

export interface Conformance {
  readonly runs: number;
  /** 1 − Σ cost / Σ (all touches extra + cheapest way through), over runs; 1 when nothing could cost anything. */
  readonly logFitness: number;
  /** Mean of the fitness of runs. */
  readonly meanFitness: number;
  /** Share of runs without any cost; 95 % interval, for runs of different people. */
  readonly fitting: WilsonInterval;
}

/**
 * How far runs went the way the map allows; null without runs.
 * Source: van der Aalst, Adriansyah & van Dongen, WIREs Data Mining and Knowledge Discovery 2 (2012) 182–192.
 */
export function conformanceOf(counted: readonly CountedAlignment[]): Conformance | null {
  let runs = 0;
  let cost = 0;
  let worst = 0;
  let fitness = 0;
  let fitting = 0;
  for (const { alignment, runs: n } of counted) {
    runs += n;
    cost += alignment.cost * n;
    worst += (alignment.allExtra + alignment.cheapestRun) * n;
    fitness += alignment.fitness * n;
    if (alignment.cost === 0) fitting += n;
  }
  const share = wilson(fitting, runs);
  if (share === null) return null;
  return { runs, logFitness: fitnessOf(cost, worst), meanFitness: fitness / runs, fitting: share };
}

/** How much of what happens the map does not show. */
export interface BlindSpot {
  /** 1 − log fitness: the part of what was lived that the map does not explain. */
  readonly notExplained: number;
  /** Chance that the next run goes a way never seen (Good-Turing, Esty's interval). */
  readonly unseen: Unseen;
}

/** The blind spot of runs by distinct way, one entry a way; null without runs. */
export function blindSpotOf(counted: readonly CountedAlignment[]): BlindSpot | null {
  const conformance = conformanceOf(counted);
  const seen = (times: number): number => counted.filter(({ runs }) => runs === times).length;
  const unseen = unseenShare({ once: seen(1), twice: seen(2), n: conformance?.runs ?? 0 });
  return conformance === null || unseen === null ? null : { notExplained: 1 - conformance.logFitness, unseen };
}
