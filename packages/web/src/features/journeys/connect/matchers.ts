import {
  type Condition,
  type Edit,
  findStep,
  type JourneyContract,
  type Matcher,
  placedSteps,
  type Step,
} from '@continuo/core';

export type Side = 'matchers' | 'failures';

/** Connects an event to a step: beside the events that count without a condition, else on its own. Known already: nothing. */
export function connectEvent(contract: JourneyContract, step: string, side: Side, event: string): readonly Edit[] {
  const found = findStep(contract, step);
  if (!found || found[side].some(({ events }) => events.includes(event))) return [];
  return [setSide(step, side, withEvent(found[side], event))];
}

function withEvent(matchers: readonly Matcher[], event: string): readonly Matcher[] {
  const free = matchers.findIndex(({ where, channels }) => where.length === 0 && channels.length === 0);
  if (free < 0) return [...matchers, { events: [event], where: [], channels: [] }];
  return matchers.map((matcher, i) => (i === free ? { ...matcher, events: [...matcher.events, event] } : matcher));
}

/** Takes an event out of one matcher; a matcher without an event goes. */
export function disconnectEvent(step: Step, side: Side, at: number, event: string): Edit {
  const next = step[side].flatMap((matcher, i) => {
    if (i !== at) return [matcher];
    const events = matcher.events.filter((name) => name !== event);
    return events.length === 0 ? [] : [{ ...matcher, events }];
  });
  return setSide(step.id, side, next);
}

/** One matcher with its conditions or channels changed. */
export function changeMatcher(
  step: Step,
  side: Side,
  at: number,
  change: { readonly where?: readonly Condition[]; readonly channels?: readonly string[] },
): Edit {
  return setSide(
    step.id,
    side,
    step[side].map((matcher, i) => (i === at ? { ...matcher, ...change } : matcher)),
  );
}

function setSide(id: string, side: Side, value: readonly Matcher[]): Edit {
  return { kind: 'set-step', id, field: side, value };
}

export interface EventUse {
  readonly step: Step;
  readonly side: Side;
}

/** On which steps each event is, in file order: the first step that matches gets it. */
export function usesOf(contract: JourneyContract): ReadonlyMap<string, readonly EventUse[]> {
  const uses = new Map<string, EventUse[]>();
  for (const { step } of placedSteps(contract))
    for (const side of ['matchers', 'failures'] as const)
      for (const { events } of step[side])
        for (const event of events) uses.set(event, [...(uses.get(event) ?? []), { step, side }]);
  return uses;
}
