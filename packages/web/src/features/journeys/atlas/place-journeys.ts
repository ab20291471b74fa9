import type { JourneyEntry, SeenEvent } from '@continuo/contract';
import { type JourneyContract, placedSteps, type Stage } from '@continuo/core';

export interface PlacedStage {
  readonly stage: Stage;
  readonly journeys: readonly JourneyEntry[];
  readonly blind: readonly SeenEvent[];
}

export interface Placed {
  readonly stages: readonly PlacedStage[];
  /** Journeys that share no events with a stage, nor does the journey they are part of. */
  readonly unplaced: readonly JourneyEntry[];
  /** Kinds of events that are seen and that no journey has, the most frequent first. */
  readonly blind: readonly SeenEvent[];
}

/**
 * Puts every journey on the stage of the loop with whose steps it shares most events, else where the journey stands that it is
 * part of. What is seen and on no map stands where it lies in customers' lives on average. Without a loop nothing is placed.
 */
export function placeJourneys(
  loop: JourneyContract | null,
  entries: readonly JourneyEntry[],
  seen: readonly SeenEvent[],
): Placed {
  const stages = loop?.stages ?? [];
  const events = stages.map((stage) => eventsOf(loop, stage));
  const others = entries.filter(({ key }) => key !== loop?.key);
  const byKey = new Map(others.map((entry) => [entry.key, entry]));
  const at = (entry: JourneyEntry, depth = 0): number => {
    const shared = events.map((names) => entry.events.filter((name) => names.has(name)).length);
    const most = Math.max(0, ...shared);
    if (most > 0) return shared.indexOf(most);
    const parent = entry.parent === null ? undefined : byKey.get(entry.parent);
    return parent && depth < 10 ? at(parent, depth + 1) : -1;
  };
  const places = others.map((entry) => ({ entry, at: at(entry) }));
  // What only the loop itself has is on no journey yet.
  const known = new Set(others.flatMap((entry) => entry.events));
  const blind = seen.filter(({ name }) => !known.has(name));
  return {
    stages: stages.map((stage, i) => ({
      stage,
      journeys: places.filter((one) => one.at === i).map(({ entry }) => entry),
      blind: blind.filter((one) => stageOfEvent(one, events) === i),
    })),
    unplaced: places.filter((one) => one.at < 0).map(({ entry }) => entry),
    blind,
  };
}

function eventsOf(loop: JourneyContract | null, stage: Stage): ReadonlySet<string> {
  if (loop === null) return new Set();
  const steps = placedSteps({ ...loop, stages: [stage] });
  return new Set(steps.flatMap(({ step }) => [...step.matchers, ...step.failures].flatMap(({ events }) => events)));
}

function stageOfEvent(event: SeenEvent, events: readonly ReadonlySet<string>[]): number {
  const own = events.findIndex((names) => names.has(event.name));
  if (own >= 0) return own;
  return Math.min(events.length - 1, Math.floor(event.meanPosition * events.length));
}
