import {
  type Block,
  blankJourney,
  blankStep,
  type Condition,
  type JourneyContract,
  type Matcher,
  type Passage,
  placedSteps,
  type Rule,
  type Step,
  type TimePromise,
} from '@continuo/core';
import { type Random, random as seeded } from './random.ts';

/** What the events are made of that a contract is to match. */
export interface ContractWorld {
  readonly names: readonly string[];
  readonly channels: readonly string[];
  /** Values of each property, as text. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Silences of which one ends a passage, ms. */
  readonly silencesMs: readonly number[];
}

/** That of `randomHistory`. */
export const HISTORY_WORLD: ContractWorld = {
  names: ['look', 'buy', 'get it', 'ask', 'Größe wählen', "say 'no'", 'back\\slash'],
  channels: ['web', 'app', 'phone'],
  properties: { brand: ['north', 'south'], wait_minutes: ['0', '7', '15'], ok: ['true', 'false'] },
  silencesMs: [2, 3_000, 3 * 3_600_000, 4 * 86_400_000],
};

/**
 * A small contract as odd as people make them: one to six steps in one or two stages, choices, any order, repeats, optional
 * blocks; overlapping matchers with conditions, failures, channels, steps that are not connected; passages by silence, case or
 * property with starts, windows and every way to pass again; promises and rules. Valid: ids are unique, references hold.
 */
export function randomContract(seed: number, world: ContractWorld = HISTORY_WORLD): JourneyContract {
  const random = seeded(seed);
  const steps = Array.from({ length: random.int(1, 6) }, (_, i) => stepOf(random, `s${i + 1}`, world));
  const groups = { made: 0 };
  const cut = random.chance(0.5) ? random.int(0, steps.length) : steps.length;
  const parts = [steps.slice(0, cut), steps.slice(cut)].filter((part) => part.length > 0);
  const blocks = parts.map((part) => grouped(random, part, groups, 0));
  return {
    ...blankJourney(`j${seed}`, 'I try'),
    status: 'live',
    passage: passageOf(random, steps, world),
    isClosed: random.chance(0.2),
    stages: blocks.map((own, i) => ({ id: `stage${i + 1}`, title: `Stage ${i + 1}`, blocks: own })),
    promises: Array.from({ length: random.int(0, 2) }, (_, i) => promiseOf(random, `p${i + 1}`, steps, world)),
    rules: Array.from({ length: random.int(0, 3) }, (_, i) => ruleOf(random, `r${i + 1}`, steps, world)),
  };
}

/** A number for every step that has none yet, above those given out: 1, 2, … in file order. */
export function stepNumbers(
  contract: JourneyContract,
  known: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const numbers = new Map(known);
  let last = Math.max(0, ...known.values());
  for (const { step } of placedSteps(contract)) {
    if (numbers.has(step.id)) continue;
    last += 1;
    numbers.set(step.id, last);
  }
  return numbers;
}

function stepOf(random: Random, id: string, world: ContractWorld): Step {
  const actor = random.pick(['customer', 'us', 'partner'] as const);
  const some = (share: number) => Array.from({ length: random.chance(share) ? random.int(1, 2) : 0 });
  return {
    ...blankStep(id, `I do ${id}`),
    actor,
    isOwed: actor !== 'customer' && random.chance(0.6),
    isOptional: random.chance(0.2),
    atMost: random.pick([1, 1, 1, 2, null]),
    ends: random.pick([null, null, null, 'goal', 'failure', 'goal-either-way'] as const),
    matchers: some(0.9).map(() => matcherOf(random, world)),
    failures: some(0.25).map(() => matcherOf(random, world)),
    channels: random.chance(0.3) ? random.shuffle(world.channels).slice(0, random.int(1, 2)) : [],
  };
}

function matcherOf(random: Random, { names, channels, properties }: ContractWorld): Matcher {
  return {
    events: random.shuffle(names).slice(0, random.int(0, 10) === 0 ? 0 : random.int(1, 2)),
    where: random.chance(0.35)
      ? Array.from({ length: random.int(1, 2) }, () => conditionOf(random, random.pick(Object.entries(properties))))
      : [],
    channels: random.chance(0.2) ? random.shuffle([...channels, '']).slice(0, 2) : [],
  };
}

function conditionOf(random: Random, [property, values]: readonly [string, readonly string[]]): Condition {
  const test = random.pick(['is', 'is', 'is-not', 'exists'] as const);
  const some = random.shuffle([...values, 'no such value', '']).slice(0, random.int(0, 2));
  return { property: random.chance(0.9) ? property : 'no such property', test, values: test === 'exists' ? [] : some };
}

/** Steps in their order, some of them in groups, which may stand in groups. */
function grouped(random: Random, steps: readonly Step[], groups: { made: number }, depth: number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < steps.length; ) {
    const size = random.int(1, steps.length - at);
    const part = steps.slice(at, at + size);
    at += size;
    if (depth > 1 || !random.chance(0.5)) blocks.push(...part);
    else {
      groups.made += 1;
      const id = `g${groups.made}`;
      const kind = random.pick(['choice', 'any-order', 'repeat'] as const);
      blocks.push({
        kind,
        id,
        isOptional: random.chance(0.25),
        atMost: kind === 'repeat' ? random.pick([1, 2, null]) : null,
        blocks: grouped(random, part, groups, depth + 1),
      });
    }
  }
  return blocks;
}

function passageOf(random: Random, steps: readonly Step[], world: ContractWorld): Passage {
  const by = random.pick(['silence', 'silence', 'case', 'property'] as const);
  return {
    by,
    property: by === 'property' ? random.pick(Object.keys(world.properties)) : null,
    silenceMs: random.pick(world.silencesMs),
    atMostMs: random.chance(0.3) ? 2 * random.pick(world.silencesMs) : null,
    starts: random.chance(0.4)
      ? random
          .shuffle(steps)
          .slice(0, random.int(1, 2))
          .map(({ id }) => id)
      : [],
    again: random.pick(['after-end', 'at-start', 'once'] as const),
  };
}

function promiseOf(random: Random, id: string, steps: readonly Step[], world: ContractWorld): TimePromise {
  const [from, to] = [random.pick(steps), random.pick(steps)];
  return { id, from: from.id, to: to.id, withinMs: random.pick(world.silencesMs), says: null };
}

function ruleOf(random: Random, id: string, steps: readonly Step[], world: ContractWorld): Rule {
  const [a, b] = [random.pick(steps).id, random.pick(steps).id];
  const kind = random.pick([
    'absent',
    'contains',
    'starts',
    'ends',
    'response',
    'precedence',
    'succession',
    'xor',
    'within',
  ] as const);
  switch (kind) {
    case 'absent':
    case 'contains':
    case 'starts':
    case 'ends':
      return { id, kind, step: a };
    case 'within':
      return { id, kind, a, b, withinMs: random.pick(world.silencesMs) };
    default:
      return { id, kind, a, b };
  }
}
