import { blankJourney, blankStep } from './blank.ts';
import type { Block, JourneyContract, Matcher, Passage, Step } from './contract.ts';

/** A step for tests: it matches events named as its id, is the customer's and planned once. */
export function step(id: string, changes: Partial<Step> = {}): Step {
  return { ...blankStep(id, id), matchers: [on(id)], ...changes };
}

/** A matcher for tests: events of this name. */
export function on(event: string, changes: Partial<Matcher> = {}): Matcher {
  return { events: [event], where: [], channels: [], ...changes };
}

/** A contract of one stage for tests; by a silence of an hour. */
export function contractOf(
  blocks: readonly Block[],
  passage: Partial<Passage> = {},
  changes: Partial<JourneyContract> = {},
): JourneyContract {
  const blank = blankJourney('test', 'I try');
  return {
    ...blank,
    status: 'live',
    passage: { ...blank.passage, silenceMs: 3_600_000, ...passage },
    stages: [{ id: 'all', title: 'All', blocks }],
    ...changes,
  };
}
