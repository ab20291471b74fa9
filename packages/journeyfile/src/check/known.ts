import { type JourneyContract, type PlacedStep, placedSteps, type Touchpoint } from '@continuo/core';
import type { Finding } from './finding.ts';

/** What is known of the workspace; what is left out is not checked. */
export interface Known {
  /** Keys of its journeys; this one may be among them. */
  readonly journeys?: readonly string[];
  readonly touchpoints?: readonly Touchpoint[];
  /** Names of events that were really seen. */
  readonly events?: readonly string[];
}

/** The map while it is checked. */
export interface Checked {
  readonly contract: JourneyContract;
  readonly known: Known;
  readonly steps: readonly PlacedStep[];
  /** The first of each id. */
  readonly byId: ReadonlyMap<string, PlacedStep>;
  readonly touchpoints: ReadonlyMap<string, Touchpoint>;
}

export function checkedOf(contract: JourneyContract, known: Known): Checked {
  const steps = placedSteps(contract);
  return {
    contract,
    known,
    steps,
    byId: new Map([...steps].reverse().map((placed) => [placed.step.id, placed])),
    touchpoints: new Map((known.touchpoints ?? []).map((touchpoint) => [touchpoint.key, touchpoint])),
  };
}

export const pathOf = ({ stage, step }: PlacedStep): string => `stages › ${stage.title} › ${step.title}`;

/** Whether any event can be this step: by its own matchers or those of its touchpoint, which counts as connected when unknown. */
export function isConnected({ touchpoints, known }: Checked, { step }: PlacedStep): boolean {
  if (step.matchers.length > 0) return true;
  if (step.touchpoint === null) return false;
  return known.touchpoints === undefined || (touchpoints.get(step.touchpoint)?.matchers.length ?? 0) > 0;
}

export const error = (
  code: Finding['code'],
  path: string,
  id: string | null,
  words: string,
  todo: string,
): Finding => ({
  severity: 'error',
  code,
  path,
  id,
  words,
  todo,
});
