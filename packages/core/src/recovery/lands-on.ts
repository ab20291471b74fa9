import type { Event } from '../event/event.ts';
import type { JourneyContract, Step } from '../journey/contract.ts';
import { matches, propertyText } from '../journey/match.ts';
import { placedSteps } from '../journey/walk.ts';

/** A step of a map, with who answers for it. */
export interface LandedOn {
  readonly journey: string;
  readonly step: Step;
  /** Owner of the step, else of the journey. */
  readonly owner: string | null;
}

/**
 * The step an event belongs to: the one an answer names, else the first that matches it. A map on which it says that a step
 * failed goes before one on which it is merely a touch; maps in the order given. Null: on none.
 */
export function landsOn(
  event: Pick<Event, 'name' | 'channel' | 'properties'>,
  contracts: readonly JourneyContract[],
): LandedOn | null {
  const { journey, step } = {
    journey: propertyText(event.properties, 'journey'),
    step: propertyText(event.properties, 'step'),
  };
  const named = contracts.find(({ key }) => key === journey);
  const placed = named && placedSteps(named).find((one) => one.step.id === step)?.step;
  if (named && placed) return landed(named, placed);
  for (const part of ['failures', 'matchers'] as const)
    for (const contract of contracts)
      for (const { step: one } of placedSteps(contract))
        if (one[part].some((matcher) => matches(matcher, event))) return landed(contract, one);
  return null;
}

function landed(contract: JourneyContract, step: Step): LandedOn {
  return { journey: contract.key, step, owner: step.owner ?? contract.owner };
}
