import {
  type Event,
  type IdentityClaim,
  identityOf,
  type JourneyContract,
  type JourneyDefinition,
  type Scale,
} from '@continuo/core';
import { type ContractWorld, randomContract, stepNumbers } from '@continuo/synth';
import fc from 'fast-check';
import type { CodeBook } from '../src/runs/code-book.ts';

export const NAMES = ['ask', 'buy', 'call', 'drop', 'enter'] as const;
export const CHANNELS = ['web', 'phone', 'e-mail'] as const;
export const ATTRIBUTES = ['plan', 'seats', 'vip'] as const;
export const BOOK: CodeBook = { activities: ['', ...NAMES], channels: ['', ...CHANNELS] };

/** Key of the maps of these worlds. */
const VOICED = 'the-journey';
const HOUR = 3_600_000;
/** Sunday 1 March 2026, 20:00 UTC: day, week and month boundaries of several zones lie just behind it. */
export const EPOCH = Date.UTC(2026, 2, 1, 20);
export const SPAN = 40 * 24 * HOUR;

/** What maps of these worlds match. */
export const CONTRACTS: ContractWorld = {
  names: NAMES,
  channels: CHANNELS,
  properties: { plan: ['', 'free', "gold 'n\nmore"], seats: ['0', '1', '2'], vip: ['true', 'false'] },
  silencesMs: [HOUR / 4, 2 * HOUR, 72 * HOUR],
};

/** A small world that knows nothing of its workspace yet: identities are indexes. */
export interface Draft {
  readonly arrivals: readonly Arrival[];
  /** Identity and the identity that is its person. */
  readonly links: readonly (readonly [number, number])[];
  readonly sources: readonly number[];
  readonly dataAsOfMs: number;
}

export interface Arrival {
  readonly who: number;
  readonly message: number;
  readonly hours: number;
  readonly ord: number;
  readonly name: string;
  readonly channel: string;
  readonly caseKey: string;
  readonly score: number | null;
  readonly scale: Scale;
  readonly properties: Event['properties'];
  readonly lateMs: number;
  readonly source: number;
}

export interface World {
  readonly workspace: number;
  readonly events: readonly Event[];
  readonly links: ReadonlyMap<bigint, bigint>;
  readonly claims: ReadonlyMap<bigint, IdentityClaim>;
  readonly sources: readonly number[];
  readonly dataAsOfMs: number;
  /** Two versions of one journey, the second from the middle of the time on. */
  readonly journeys: readonly JourneyDefinition[];
}

const PEOPLE = 5;
const who = fc.nat({ max: PEOPLE - 1 });

// Few hours, so that times are often equal; a quarter of an hour apart at the narrowest.
const hours = fc.oneof(
  fc.nat({ max: 12 }).map((n) => n / 4),
  fc.nat({ max: 40 * 24 }),
);
const answered: fc.Arbitrary<{ readonly score: number | null; readonly scale: Scale }> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ score: null, scale: '' as Scale }) },
  { weight: 1, arbitrary: fc.record({ score: fc.nat({ max: 10 }), scale: fc.constant('0-10' as Scale) }) },
  { weight: 1, arbitrary: fc.record({ score: fc.constantFrom(-0.2, 0.2, 0.21), scale: fc.constant('-1-1' as Scale) }) },
);
const plain = fc.record(
  { plan: fc.constantFrom('', 'free', "gold 'n\nmore"), seats: fc.nat({ max: 3 }), vip: fc.boolean() },
  { requiredKeys: [] },
) as fc.Arbitrary<Event['properties']>;
/** Some name a map: the one of the world, or another; a step of it, one that it does not have, or none. */
const naming = fc.record(
  {
    journey: fc.constantFrom(VOICED, VOICED, VOICED, 'another-map'),
    step: fc.constantFrom('s1', 's2', 's3', 's99'),
    plan: fc.constantFrom('', 'free'),
  },
  { requiredKeys: ['journey'] },
) as fc.Arbitrary<Event['properties']>;
const properties = fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: naming });

const arrival: fc.Arbitrary<Arrival> = fc
  .tuple(
    fc.record({
      who,
      // Few messages: the same one often arrives again, at another time and with another content.
      message: fc.nat({ max: 60 }),
      hours,
      ord: fc.nat({ max: 2 }),
      name: fc.constantFrom(...NAMES),
      channel: fc.constantFrom('', ...CHANNELS),
      caseKey: fc.constantFrom('', 'k1', 'k2', 'k3'),
      properties,
      lateMs: fc.constantFrom(0, 0, 5, 3 * HOUR),
      source: fc.constantFrom(1, 1, 1, 2),
    }),
    answered,
  )
  .map(([event, answer]) => ({ ...event, ...answer }));

export const draft: fc.Arbitrary<Draft> = fc.record({
  arrivals: fc.array(arrival, { maxLength: 45, size: 'max' }),
  links: fc.uniqueArray(fc.tuple(who, who), { maxLength: 3, selector: ([identity]) => identity }),
  sources: fc.constantFrom([1], [1, 2], [1, 2]),
  dataAsOfMs: hours.map((n) => EPOCH + n * HOUR),
});

const claimOf = (n: number): IdentityClaim => ({ kind: n % 2 === 0 ? 'user' : 'anonymous', value: `Customer-${n}@x` });

/** Text of an identity in this workspace; numbers beyond the usual five are nobody. */
export function idOf(workspace: number, n: number): bigint {
  return identityOf(workspace, claimOf(n));
}

/** The draft as it is in a workspace. */
export function worldOf(draft: Draft, workspace: number): World {
  const id = (n: number): bigint => idOf(workspace, n);
  return {
    workspace,
    events: eventsOf(draft.arrivals, workspace),
    links: new Map(draft.links.filter(([a, b]) => a !== b).map(([a, b]) => [id(a), id(b)])),
    claims: new Map(Array.from({ length: PEOPLE }, (_, n) => [id(n), claimOf(n)])),
    sources: draft.sources,
    dataAsOfMs: draft.dataAsOfMs,
    journeys: journeysOf(draft),
  };
}

function journeysOf({ arrivals, dataAsOfMs }: Draft): readonly JourneyDefinition[] {
  const seed = arrivals.length * 1000 + ((dataAsOfMs / HOUR) % 1000);
  const [first, second] = [seed, seed + 1].map((one) => ({ ...randomContract(one, CONTRACTS), key: VOICED })) as [
    JourneyContract,
    JourneyContract,
  ];
  const numbers = stepNumbers(first);
  const middle = EPOCH + HOUR;
  return [
    { definition: 2, fromMs: null, toMs: middle, contract: first, numbers },
    { definition: 3, fromMs: middle, toMs: null, contract: second, numbers: stepNumbers(second, numbers) },
  ];
}

/** Arrivals as events; `firstSeq` continues the count of arrivals. */
export function eventsOf(arrivals: readonly Arrival[], workspace: number, firstSeq = 1): Event[] {
  return arrivals.map((one, i) => {
    const timeMs = EPOCH + one.hours * HOUR;
    return {
      workspace,
      identity: idOf(workspace, one.who),
      message: BigInt(one.message),
      timeMs,
      ord: one.ord,
      name: one.name,
      channel: one.channel,
      caseKey: one.caseKey,
      score: one.score,
      scale: one.scale,
      text: one.score === null ? '' : `Words\t'${one.message}'`,
      properties: one.properties,
      receivedMs: timeMs + one.lateMs,
      seq: BigInt(firstSeq + i),
      source: one.source,
    };
  });
}
