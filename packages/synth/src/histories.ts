import { type Event, FELT_BOUNDS, identityOf, type PropertyValue, type Scale, sipHash, utf8 } from '@continuo/core';
import { type Random, random as seeded } from './random.ts';

export interface HistoryOptions {
  /** 1 unless told. */
  readonly workspace?: number;
  /** 1 unless told. */
  readonly source?: number;
  /** Most events before duplicates; 40 unless told. 0 gives an empty history. */
  readonly most?: number;
}

const START_MS = 1_780_000_000_000;
const DAY_MS = 86_400_000;
const NAMES = ['look', 'buy', 'get it', 'ask', 'Größe wählen', "say 'no'", 'back\\slash'] as const;
const CHANNELS = ['web', 'app', 'phone', ''] as const;
const SCALES = Object.keys(FELT_BOUNDS) as Exclude<Scale, ''>[];

/**
 * A small history that is as nasty as real ones: equal times and equal places in line, duplicates that disagree with
 * their first arrival (also about time and name), one message id used by two people, late and out-of-order arrivals,
 * silences from none to 70 days, a case key shared by two people, scores on every scale. In the order of arrival.
 */
export function randomHistory(seed: number, options: HistoryOptions = {}): Event[] {
  const { workspace = 1, source = 1, most = 40 } = options;
  const random = seeded(seed);
  const people = Array.from({ length: random.int(1, 5) }, (_, i) =>
    identityOf(workspace, { kind: random.chance(0.7) ? 'user' : 'anonymous', value: `p${i}` }),
  );
  const names = random.shuffle(NAMES).slice(0, random.int(1, NAMES.length));
  const grainMs = random.pick([1, 1_000, 3_600_000, DAY_MS]);
  const first = Array.from({ length: most === 0 ? 0 : random.int(1, most) }, (_, i) =>
    moment(random, { workspace, source, identity: random.pick(people), names, grainMs, message: `m${i}` }),
  );
  const again = first.filter(() => random.chance(0.2)).map((event) => resend(random, event, people, names));
  const all = random.shuffle([...first, ...again]);
  if (random.chance(0.5)) all.sort((a, b) => a.receivedMs - b.receivedMs);
  return all.map((event, i) => ({ ...event, seq: BigInt(i) }));
}

interface Make {
  readonly workspace: number;
  readonly source: number;
  readonly identity: bigint;
  readonly names: readonly string[];
  readonly message: string;
  /** Times are whole multiples of it. */
  readonly grainMs: number;
}

function moment(random: Random, make: Make): Event {
  const timeMs = when(random, make.grainMs);
  const scale = random.chance(0.25) ? random.pick(SCALES) : '';
  return {
    workspace: make.workspace,
    source: make.source,
    identity: make.identity,
    message: sipHash(utf8(make.message)),
    timeMs,
    ord: random.int(0, 3),
    name: random.pick(make.names),
    channel: random.pick(CHANNELS),
    caseKey: random.chance(0.3) ? '' : `case ${random.int(1, 4)}`,
    score: scale === '' ? null : scoreOn(random, scale),
    scale,
    text: scale !== '' && random.chance(0.5) ? random.pick(['fine', 'too slow', "it's «ok»", 'línea\nnueva']) : '',
    properties: propertiesOf(random),
    receivedMs: timeMs + random.pick([0, 0, 5, 1_000, DAY_MS, 9 * DAY_MS]),
    seq: 0n,
  };
}

/** Few distinct instants, so that many are equal; now and then a silence longer than 2^32 ms. */
function when(random: Random, grainMs: number): number {
  if (random.chance(0.1)) return START_MS + 70 * DAY_MS + random.int(0, 3);
  return START_MS + random.int(0, 12) * grainMs;
}

function scoreOn(random: Random, scale: Exclude<Scale, ''>): number {
  if (scale === '-1-1') return random.int(-10, 10) / 10;
  const [least, most] = scale.split('-').map(Number) as [number, number];
  return random.int(least, most);
}

function propertiesOf(random: Random): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  if (random.chance(0.5)) properties.brand = random.pick(['north', 'south']);
  if (random.chance(0.3)) properties.wait_minutes = random.int(0, 90);
  if (random.chance(0.2)) properties.ok = random.chance(0.5);
  return properties;
}

/** The same message once more: equal, with another clock, changed altogether, or from another person. */
function resend(random: Random, event: Event, people: readonly bigint[], names: readonly string[]): Event {
  const receivedMs = event.receivedMs + random.pick([-500, 0, 0, 40, DAY_MS]);
  const kind = random.int(0, 3);
  if (kind === 0) return { ...event, receivedMs };
  if (kind === 1) return { ...event, receivedMs, timeMs: event.timeMs + random.pick([-3 * 3_600_000, -40, 40]) };
  if (kind === 2) return { ...event, receivedMs, name: random.pick(names), caseKey: `case ${random.int(1, 4)}` };
  return { ...event, receivedMs, identity: random.pick(people) };
}
