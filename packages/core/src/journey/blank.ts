import type { JourneyContract, Step } from './contract.ts';

const DAY_MS = 86_400_000;

/** A journey with a name and nothing else: the first thing an editor shows. Passages end after 30 days of silence. */
export function blankJourney(key: string, title: string): JourneyContract {
  return {
    key,
    title,
    level: 'journey',
    parent: null,
    leadsTo: [],
    meantFor: [],
    brand: null,
    country: null,
    partner: null,
    owner: null,
    review: null,
    status: 'draft',
    question: null,
    passage: { by: 'silence', property: null, silenceMs: 30 * DAY_MS, atMostMs: null, starts: [], again: 'after-end' },
    isClosed: false,
    stages: [],
    lanes: [],
    promises: [],
    rules: [],
  };
}

/** A step of the customer with a name and nothing else. */
export function blankStep(id: string, title: string): Step {
  return {
    kind: 'step',
    id,
    title,
    actor: 'customer',
    isOwed: false,
    isOptional: false,
    atMost: 1,
    ends: null,
    matters: false,
    touchpoint: null,
    matchers: [],
    failures: [],
    channels: [],
    brand: null,
    country: null,
    partner: null,
    owner: null,
    cells: {},
  };
}
