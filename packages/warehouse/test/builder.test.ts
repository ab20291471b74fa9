import type { Event } from '@continuo/core';
import { buildRuns as oracleRuns } from '@continuo/core/oracle';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { insertEvents } from '../src/events/insert.ts';
import { migrate } from '../src/schema/migrate.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { eachOf } from './build-worlds.ts';
import { describeEachEngine, freshWorkspace } from './each-engine.ts';
import { begin, build, happen, happening, type State, storedRuns } from './happenings.ts';
import { ATTRIBUTES, draft, eventsOf, idOf } from './worlds.ts';

const SEED = Number(process.env.CONTINUO_SEED ?? 20_260_401);

const history = fc.record({ first: draft, later: fc.array(happening, { minLength: 1, maxLength: 5 }) });

async function expectExact(warehouse: Warehouse, state: State, about: string): Promise<void> {
  for (const unit of ['person', 'case'] as const) {
    const stored = await storedRuns(warehouse, state.workspace, unit === 'person' ? 0 : 1);
    expect(stored, about).toEqual(oracleRuns(state.events, { ...state, attributes: ATTRIBUTES, unit }));
  }
}

describeEachEngine('runs are exact whatever happened, in whatever order', ({ kind, open }) => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await open();
    await migrate(warehouse);
  });

  test('rebuilding the touched people equals building everything anew equals the oracle', async () => {
    const numRuns = Number(process.env.CONTINUO_WORLDS ?? (kind === 'chdb' ? 12 : 8));
    await eachOf(fc.sample(history, { numRuns, seed: SEED }), async ({ first, later }) => {
      const about = JSON.stringify({ first, later });
      let state = await begin(warehouse, first, freshWorkspace());
      for (const what of later) state = await happen(warehouse, state, what);
      await expectExact(warehouse, state, `incremental: ${about}`);
      await build(warehouse, { ...state, version: state.version + 1 }, null);
      await expectExact(warehouse, state, `anew: ${about}`);
    });
  }, 240_000);

  test('two identities of different shards become one person and part again', async () => {
    const workspace = freshWorkspace();
    const shards = BigInt(warehouse.shards.length);
    const here = 0;
    const there =
      [1, 2, 3, 4, 5, 6, 7, 8, 9].find((n) => idOf(workspace, n) % shards !== idOf(workspace, here) % shards) ?? 1;
    const [sample] = fc.sample(
      fc.array(
        draft.map(({ arrivals }) => arrivals),
        { minLength: 6, maxLength: 6 },
      ),
      { numRuns: 1, seed: SEED },
    );
    const arrivals = (sample ?? [])
      .flat()
      .map((one, i) => ({ ...one, message: i % 40, who: i % 2 === 0 ? here : there, source: 1 }));
    let state = await begin(warehouse, { arrivals, links: [], sources: [1], dataAsOfMs: 0 }, workspace);
    await expectExact(warehouse, state, 'apart');
    state = await happen(warehouse, state, { kind: 'link', identity: there, person: here });
    await expectExact(warehouse, state, 'together');
    expect(await storedRuns(warehouse, workspace, 0)).toHaveLength(1);
    state = await happen(warehouse, state, { kind: 'link', identity: there, person: there });
    await expectExact(warehouse, state, 'apart again');
    expect(await storedRuns(warehouse, workspace, 0)).toHaveLength(2);
  });

  test('the same runs five times, from eight parts and more, in any order of arrival', async () => {
    const [sample] = fc.sample(fc.array(draft, { minLength: 12, maxLength: 12 }), { numRuns: 1, seed: SEED + 1 });
    const arrivals = (sample ?? []).flatMap((one) => one.arrivals).map((one, i) => ({ ...one, message: i, source: 1 }));
    const digests = new Set<string>();
    const only = { links: new Map(), sources: [1], version: 1, definitions: [0, 1], journeys: [] };
    for (let repeat = 0; repeat < 5; repeat += 1) {
      // Another workspace has other identities: people are compared by their number.
      const workspace = freshWorkspace();
      const events = eventsOf(arrivals, workspace);
      const turned = events.map((_, i) => events[(i * 7 + repeat * 13) % events.length] as Event);
      const shuffled = new Set(turned.length % 7 === 0 ? events.toReversed() : turned);
      const parts = Array.from({ length: 9 }, (_, part) => [...shuffled].filter((_, i) => i % 9 === part));
      for (const part of parts) await insertEvents(warehouse, part);
      await build(warehouse, { ...only, workspace, events }, null, 1);
      const runs = [...(await storedRuns(warehouse, workspace, 0)), ...(await storedRuns(warehouse, workspace, 1))];
      const numbers = new Map(Array.from({ length: 5 }, (_, n) => [idOf(workspace, n), n]));
      const digest = runs.map((run) => JSON.stringify({ ...run, person: numbers.get(run.person) })).sort();
      digests.add(digest.join('\n'));
      expect(runs.length).toBeGreaterThan(5);
    }
    expect(digests.size).toBe(1);
  });
});
