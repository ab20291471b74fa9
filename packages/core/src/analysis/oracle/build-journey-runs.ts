import type { Event } from '../../event/event.ts';
import { cutPassages, cutRules, passageKey } from '../../journey/cut.ts';
import type { JourneyDefinition } from '../../journey/definition.ts';
import { matchEvent, matchRules } from '../../journey/match.ts';
import { voiceStep } from '../../journey/voice.ts';
import type { Run } from '../run.ts';
import { type BuildRunsOptions, peoplesEvents, runOf } from './build-runs.ts';

/** A run of a journey: each event with its touch. */
export interface JourneyRun extends Run {
  readonly definition: number;
  /** One symbol an event; 0: not on the map. */
  readonly steps: readonly number[];
}

/**
 * Runs of one journey definition, in the order of person and number. Numbers are those of all the person's passages; what
 * started outside the definition's dates is left out and leaves a gap in them. What is a voice of the map is in none of them.
 */
export function buildJourneyRuns(
  events: Iterable<Event>,
  definition: JourneyDefinition,
  options: Omit<BuildRunsOptions, 'unit'>,
): JourneyRun[] {
  const { contract, numbers, fromMs, toMs } = definition;
  const rules = matchRules(contract, numbers);
  const cutting = cutRules(contract, numbers);
  return peoplesEvents(events, options).flatMap(([person, all]) => {
    const own = all.filter((event) => voiceStep(definition, event) === null);
    const touches = own.map((event) => ({
      timeMs: event.timeMs,
      symbol: matchEvent(rules, event),
      key: passageKey(contract.passage, event),
    }));
    return cutPassages(touches, cutting)
      .map(({ no, key, at }) => ({
        ...runOf({ person, no, key, events: at.map((i) => own[i] as Event) }, options),
        definition: definition.definition,
        steps: at.map((i) => (touches[i] as { symbol: number }).symbol),
      }))
      .filter(({ startMs }) => (fromMs === null || startMs >= fromMs) && (toMs === null || startMs < toMs));
  });
}
