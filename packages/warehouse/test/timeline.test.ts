import { type Event, identityOf } from '@continuo/core';
import { timelineOf } from '@continuo/core/oracle';
import { expect, test } from 'vitest';
import { questions } from '../src/questions/registry.ts';
import { askingOf, buildWorlds, scopeOf } from './build-worlds.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { EPOCH, NAMES, type World } from './worlds.ts';

/** More arrivals than are sorted out in this process: the engine does it, and says the same. */
const ARRIVALS = 6000;

function worldOfOne(workspace: number): World {
  const claim = { kind: 'user', value: 'tireless' } as const;
  const identity = identityOf(workspace, claim);
  const events = Array.from(
    { length: ARRIVALS },
    (_, i): Event => ({
      workspace,
      identity,
      // Every tenth message arrives again, later and at another time; times are often equal.
      message: BigInt(i % 10 === 9 ? i - 1 : i),
      timeMs: EPOCH + Math.floor(i / 3) * 1000,
      ord: i % 3,
      name: NAMES[i % NAMES.length] as string,
      channel: 'web',
      caseKey: '',
      score: null,
      scale: '',
      text: '',
      properties: {},
      receivedMs: EPOCH + i,
      seq: BigInt(i),
      source: 1,
    }),
  );
  return {
    workspace,
    events,
    links: new Map(),
    claims: new Map([[identity, claim]]),
    sources: [1],
    dataAsOfMs: EPOCH,
    journeys: [],
  };
}

describeEachEngine('a life longer than 5,000 arrivals', ({ open }) => {
  test('reads as the oracle says, as far as it is listed, and counts the rest', async () => {
    const warehouse = await open();
    const world = worldOfOne(freshWorkspace());
    await buildWorlds(warehouse, [world]);
    const scope = scopeOf(world.workspace);
    for (const limit of [7, 50_000]) {
      const input = { person: String([...world.claims.keys()][0]), caseKey: null, limit };
      expect(await questions.timeline.ask(input, askingOf(warehouse, world, scope))).toEqual(
        timelineOf(world.events, input, scope, world),
      );
    }
  }, 120_000);
});
