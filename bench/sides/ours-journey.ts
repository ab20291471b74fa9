import { blankJourney, blankStep, type Condition, type JourneyDefinition } from '@continuo/core';
import { ACTIVITIES } from '../world/names.ts';
import { DAY_MS } from './workload.ts';

const STEPS = 10;
/** Properties stand at 30 % of the events: every other step asks for one, or for its absence. */
const CONDITIONS: readonly Condition[] = [
  { property: 'plan', test: 'is', values: ['gold', 'free'] },
  { property: 'country', test: 'is-not', values: ['Canada', 'Spain'] },
  { property: 'plan', test: 'exists', values: [] },
  { property: 'country', test: 'is', values: ['Norway', 'Chile', 'Japan'] },
];

/** A map of ten touchpoints in two stages, the last a goal; four of the steps have a condition; a week of silence ends it. */
export function benchJourney(definition: number): JourneyDefinition {
  const steps = ACTIVITIES.slice(0, STEPS).map((name, i) => {
    const condition = CONDITIONS[(i - 1) / 2];
    return {
      ...blankStep(`s${i}`, name),
      isOptional: condition !== undefined,
      isOwed: i % 3 === 0,
      actor: i % 3 === 0 ? ('us' as const) : ('customer' as const),
      ends: i === STEPS - 1 ? ('goal' as const) : null,
      matchers: [{ events: [name], where: condition ? [condition] : [], channels: [] }],
    };
  });
  const blank = blankJourney('bench', 'I walk');
  return {
    definition,
    fromMs: null,
    toMs: null,
    contract: {
      ...blank,
      passage: { ...blank.passage, silenceMs: 7 * DAY_MS },
      stages: [steps.slice(0, 5), steps.slice(5)].map((blocks, i) => ({ id: `stage${i}`, title: `${i}`, blocks })),
    },
    numbers: new Map(steps.map(({ id }, i) => [id, i + 1])),
  };
}
