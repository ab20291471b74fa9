import type { Event } from '../event/event.ts';
import { Problem } from '../problem.ts';
import type { Condition, JourneyContract, Matcher, Step, Touchpoint } from './contract.ts';
import { MOST_STEPS, NOT_ON_MAP, symbolOf } from './touch.ts';
import { mapSteps, placedSteps } from './walk.ts';

/** What a matcher looks at. */
export type Matchable = Pick<Event, 'name' | 'channel' | 'properties'>;

/** One question to an event: when it holds, the touch is this step. In the order in which they are asked. */
export interface MatchRule {
  readonly matcher: Matcher;
  readonly step: number;
  readonly isFailed: boolean;
  /** Channels the step was designed for; empty: any. */
  readonly channels: readonly string[];
}

/**
 * The rules of a map in the order in which they are asked: steps in file order, and of one step its failures first, for
 * they are the special case ("payment where status is declined" beside "payment").
 * Throws `input.invalid` when a step has no number, or none of 1 … 16,383.
 */
export function matchRules(contract: JourneyContract, numbers: ReadonlyMap<string, number>): readonly MatchRule[] {
  return placedSteps(contract).flatMap(({ step }) => {
    const number = numberOf(step, numbers);
    const rule = (matcher: Matcher, isFailed: boolean): MatchRule => ({
      matcher,
      step: number,
      isFailed,
      channels: step.channels,
    });
    return [
      ...step.failures.map((matcher) => rule(matcher, true)),
      ...step.matchers.map((matcher) => rule(matcher, false)),
    ];
  });
}

/** The symbol of an event: that of the first rule that holds, else 0. The unknown channel `''` is never another channel. */
export function matchEvent(rules: readonly MatchRule[], event: Matchable): number {
  const rule = rules.find(({ matcher }) => matches(matcher, event));
  if (rule === undefined) return NOT_ON_MAP;
  const isOtherChannel = rule.channels.length > 0 && event.channel !== '' && !rule.channels.includes(event.channel);
  return symbolOf({ step: rule.step, isFailed: rule.isFailed, isOtherChannel });
}

/** Whether the event's name is one of the matcher's, its channel too (none named: any), and every condition holds. */
export function matches({ events, channels, where }: Matcher, event: Matchable): boolean {
  return (
    events.includes(event.name) &&
    (channels.length === 0 || channels.includes(event.channel)) &&
    where.every((condition) => holds(condition, event))
  );
}

function holds({ property, test, values }: Condition, { properties }: Matchable): boolean {
  const value = propertyText(properties, property);
  switch (test) {
    case 'is':
      return value !== null && values.includes(value);
    case 'is-not':
      return value === null || !values.includes(value);
    case 'exists':
      return value !== null;
  }
}

/** A property as text, whatever it was sent as; null when the event has none of this name. */
export function propertyText(properties: Event['properties'], property: string): string | null {
  return Object.hasOwn(properties, property) ? String(properties[property]) : null;
}

/** Number of a step; throws `input.invalid` when it has none of 1 … 16,383. */
export function numberOf(step: Pick<Step, 'id'>, numbers: ReadonlyMap<string, number>): number {
  const number = numbers.get(step.id);
  if (number === undefined || !Number.isInteger(number) || number < 1 || number > MOST_STEPS)
    throw new Problem('input.invalid', `Step "${step.id}" has no number from 1 to ${MOST_STEPS}; found ${number}.`);
  return number;
}

/** The contract with the matchers of its touchpoints after the steps' own; unknown touchpoints add nothing. */
export function withTouchpoints(contract: JourneyContract, touchpoints: readonly Touchpoint[]): JourneyContract {
  const known = new Map(touchpoints.map((touchpoint) => [touchpoint.key, touchpoint.matchers]));
  return mapSteps(contract, (step) => {
    const shared = step.touchpoint === null ? undefined : known.get(step.touchpoint);
    return shared === undefined ? step : { ...step, matchers: [...step.matchers, ...shared] };
  });
}
