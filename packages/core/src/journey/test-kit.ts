import type { Block, JourneyContract, Matcher, Passage, Step } from './contract.ts';

/** A step for tests: it matches events named as its id, is the customer's and planned once. */
export function step(id: string, changes: Partial<Step> = {}): Step {
  return {
    kind: 'step',
    id,
    title: id,
    actor: 'customer',
    isOwed: false,
    isOptional: false,
    atMost: 1,
    ends: null,
    matters: false,
    touchpoint: null,
    matchers: [on(id)],
    failures: [],
    channels: [],
    brand: null,
    country: null,
    partner: null,
    owner: null,
    cells: {},
    ...changes,
  };
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
  return {
    key: 'test',
    title: 'I try',
    level: 'journey',
    parent: null,
    leadsTo: [],
    meantFor: [],
    brand: null,
    country: null,
    partner: null,
    owner: null,
    review: null,
    status: 'live',
    question: null,
    passage: {
      by: 'silence',
      property: null,
      silenceMs: 3_600_000,
      atMostMs: null,
      starts: [],
      again: 'after-end',
      ...passage,
    },
    isClosed: false,
    stages: [{ id: 'all', title: 'All', blocks }],
    lanes: [],
    promises: [],
    rules: [],
    ...changes,
  };
}
