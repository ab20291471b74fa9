import type { JourneyContract } from '../journey/contract.ts';
import { isGoal, placedSteps } from '../journey/walk.ts';
import { cumulativeIncidence } from '../stats/cumulative-incidence.ts';
import { newcombe } from '../stats/newcombe.ts';
import { wilson } from '../stats/wilson.ts';
import type { Compared, Count, Share } from './journey-map.ts';

/**
 * Channels by which people ask for help: a touch there that the map does not have counts as asking. A desk is a place: people
 * also bring things there. In lower case.
 */
export const ASKING_CHANNELS: readonly string[] = ['phone', 'chat'];

/** Channels by which people ask, or answer what we asked: there a touch off the map without a score counts as asking. */
export const WRITING_CHANNELS: readonly string[] = ['email', 'e-mail'];

/** Whether so many of those who did something off the map (9 in 10) gave a score with it that it is a survey's answer. */
export function isVoice({ n, of }: Count): boolean {
  return n * 10 >= of * 9;
}

/** People for whom it happened, for whom it cannot happen any more, or for whom it may still, after so long. */
export interface Outcome {
  readonly elapsedMs: number;
  readonly kind: 'event' | 'other' | 'open';
  readonly people: number;
}

/** A share with its Wilson interval; null of nobody. */
export function plainShare({ n, of }: Count): Share | null {
  const interval = wilson(n, of);
  return interval && { n, of, ...interval, method: 'Wilson 95 %' };
}

/**
 * Share of people for whom it happens in the end; null of nobody. `n` are those for whom it has happened so far, `of`
 * everybody. Without open ones the plain share; with them the Aalen-Johansen estimate, which neither counts the open
 * ones as lost nor leaves them out.
 */
export function shareOver(outcomes: readonly Outcome[]): Share | null {
  const people = (of: (kind: Outcome['kind']) => boolean): number =>
    outcomes.reduce((sum, outcome) => sum + (of(outcome.kind) ? outcome.people : 0), 0);
  const count = { n: people((kind) => kind === 'event'), of: people(() => true) };
  if (people((kind) => kind === 'open') === 0) return plainShare(count);
  const found = cumulativeIncidence(
    outcomes.map(({ elapsedMs, kind, people }) => ({ time: elapsedMs, kind, n: people })),
  );
  return found && { ...count, ...found, method: 'Aalen-Johansen, 95 %' };
}

/** What is compared between those who did something and those who did not. */
export type ComparedOutcome = Compared['outcome'];

/**
 * As promised where the maps have a goal and promise anything on the way to it; else the goal; without a goal the
 * unhappy among those who answered.
 */
export function comparedOutcome(contracts: readonly JourneyContract[]): ComparedOutcome {
  const steps = contracts.flatMap((contract) => placedSteps(contract).map(({ step }) => step));
  if (!steps.some(isGoal)) return 'unhappy';
  const promises =
    contracts.some((contract) => contract.promises.length > 0) ||
    steps.some(({ isOwed, failures }) => isOwed || failures.length > 0);
  return promises ? 'as-promised' : 'got-it';
}

/** Fewer people than this on either side, or together, tell nothing. */
export const COMPARE_NEEDS = { side: 10, together: 30 } as const;

/** The two groups side by side; null when one is empty. */
export function compareGroups(outcome: ComparedOutcome, withIt: Count, without: Count): Compared | null {
  const interval = newcombe(withIt, without);
  if (!interval) return null;
  const isEnough =
    Math.min(withIt.of, without.of) >= COMPARE_NEEDS.side && withIt.of + without.of >= COMPARE_NEEDS.together;
  const isGood = outcome !== 'unhappy';
  const verdict = !isEnough
    ? 'too-few'
    : interval.lo > 0
      ? isGood
        ? 'better'
        : 'hurts'
      : interval.hi < 0
        ? isGood
          ? 'hurts'
          : 'better'
        : 'no-difference';
  return { outcome, with: withIt, without, ...interval, verdict };
}
