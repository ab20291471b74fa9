import { type Event, holdsOf, type RepeatCondition, repeatsOf, type Sighting } from '@continuo/core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { answerSightings, claimsOf, personOf, repeatSightings, sightingsOf } from '../src/events/sightings.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { buildWorlds } from './build-worlds.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { draft, EPOCH, type World, worldOf } from './worlds.ts';

const DAY_MS = 86_400_000;
const LOW = { kind: 'low-score', atMost: { '0-10': 4, '-1-1': -0.1 } } as const;
const RANGE = { fromMs: EPOCH + 3_600_000, toMs: EPOCH + 20 * DAY_MS };
const WANTED = {
  lowScores: [
    { scale: '0-10', atMost: 4 },
    { scale: '-1-1', atMost: -0.1 },
  ],
  phrases: ["WORDS\t'1"],
  contact: true,
} as const;
const CALLS: RepeatCondition = {
  ...{ kind: 'repeat', times: 2, withinDays: 5, about: { kind: 'anything' } },
  match: {
    events: ['call', 'ask'],
    channels: ['phone', 'e-mail'],
    where: [{ property: 'vip', test: 'is-not', values: ['true'] }],
  },
};

/** Of each message of an identity the arrival that counts, from the sources that are seen. */
function counted({ events, sources }: World): readonly Event[] {
  const first = new Map<string, Event>();
  for (const event of events.filter(({ source }) => sources.includes(source))) {
    const key = `${event.identity} ${event.message}`;
    const known = first.get(key);
    if (
      !known ||
      event.receivedMs < known.receivedMs ||
      (event.receivedMs === known.receivedMs && event.seq < known.seq)
    )
      first.set(key, event);
  }
  return [...first.values()];
}

const within = ({ timeMs }: Event): boolean => timeMs >= RANGE.fromMs && timeMs < RANGE.toMs;
const names = (found: readonly (Pick<Sighting, 'identity' | 'message'> & { person?: bigint })[]): string[] =>
  found.map(({ identity, message }) => `${identity} ${message}`).sort();

describeEachEngine('what rules look at', ({ open }) => {
  let warehouse: Warehouse;
  let worlds: readonly World[];
  beforeAll(async () => {
    warehouse = await open();
    worlds = fc.sample(draft, { numRuns: 6, seed: 7 }).map((one) => worldOf(one, freshWorkspace()));
    await buildWorlds(warehouse, worlds);
  }, 120_000);

  test('answers: page by page each that counts, as its first arrival says', async () => {
    for (const world of worlds) {
      const scope = { ...RANGE, workspace: world.workspace, sources: world.sources };
      const found: Sighting[] = [];
      for (let after: Sighting | null = null; ; after = found.at(-1) ?? null) {
        const page = await answerSightings(warehouse, scope, WANTED, { after, most: 3 });
        found.push(...page);
        if (page.length < 3) break;
      }
      const asks = { kind: 'asks-answer', phrases: WANTED.phrases } as const;
      const expected = counted(world).filter((event) => within(event) && (holdsOf(LOW, event) || holdsOf(asks, event)));
      expect(names(found.filter((one) => holdsOf(LOW, one) || holdsOf(asks, one)))).toEqual(names(expected));
      for (const { identity, person, kinds } of found) {
        expect(person).toBe(world.links.get(identity) ?? identity);
        const known = [identity, person].map((id) => world.claims.get(id)?.kind);
        expect([...kinds].sort()).toEqual([...new Set(known.filter((kind) => kind !== undefined))].sort());
      }
    }
  });

  test('repeats: of everybody, whole, however few people a page has', async () => {
    for (const world of worlds) {
      const scope = { ...RANGE, workspace: world.workspace, sources: world.sources };
      const wanted = { ...CALLS.match, times: CALLS.times, lastFromMs: RANGE.fromMs };
      const found: Sighting[] = [];
      for (let after: bigint | null = null; ; ) {
        const page = await repeatSightings(warehouse, scope, wanted, { after, people: 1 });
        found.push(...page.sightings);
        after = page.last;
        if (after === null) break;
      }
      const repeats = (all: readonly (Event & { readonly person: bigint })[]) =>
        [...new Set(all.map(({ person }) => person))]
          .flatMap((person) =>
            repeatsOf(
              CALLS,
              all.filter((one) => one.person === person),
            ),
          )
          .map(({ sighting, nth }) => `${sighting.identity} ${sighting.message} ${nth}`)
          .sort();
      const everybody = counted(world)
        .filter(within)
        .map((event) => ({ ...event, person: world.links.get(event.identity) ?? event.identity }));
      expect(repeats(found as never)).toEqual(repeats(everybody));
    }
  });

  test('one event again, one claim, one person', async () => {
    const world = worlds.find(({ links }) => links.size > 0) as World;
    const [identity, person] = [...world.links][0] as [bigint, bigint];
    expect(await personOf(warehouse, world.workspace, identity)).toBe(person);
    expect(await personOf(warehouse, world.workspace, 1n)).toBe(1n);
    expect(await claimsOf(warehouse, world.workspace, [identity, 1n])).toEqual(
      new Map([[identity, world.claims.get(identity)]]),
    );
    const [event] = counted(world) as [Event];
    const [again] = await sightingsOf(warehouse, world, [event]);
    expect(again).toMatchObject({ message: event.message, text: event.text, properties: event.properties });
  });
});
