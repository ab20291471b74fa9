import { ALL_TIME, type Scope } from '@continuo/core';
import { insertEvents } from '../src/events/insert.ts';
import { IDENTITY_COLUMNS, RowBinary } from '../src/events/row-binary.ts';
import type { Asking } from '../src/questions/question.ts';
import { buildRuns } from '../src/runs/builder.ts';
import { migrate } from '../src/schema/migrate.ts';
import type { Warehouse } from '../src/warehouse.ts';
import { ATTRIBUTES, BOOK, type World } from './worlds.ts';

/** Runs `work` over all items, four at a time, as the lanes allow. */
export async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}

/** Puts all worlds into the warehouse, their events in one batch, and builds their runs. */
export async function buildWorlds(warehouse: Warehouse, worlds: readonly World[]): Promise<void> {
  await migrate(warehouse);
  await insertEvents(
    warehouse,
    worlds.flatMap(({ events }) => events),
  );
  const rows = worlds.flatMap(({ workspace, links }) =>
    [...links].map(([identity, person]) => ({ workspace, identity, person })),
  );
  await Promise.all(
    warehouse.shards.map(async (shard, i) => {
      const identities = new RowBinary();
      for (const { workspace, claims } of worlds) {
        for (const [identity, { kind, value }] of claims) {
          if (identity % BigInt(warehouse.shards.length) !== BigInt(i)) continue;
          identities.uint32(workspace);
          identities.uint64(identity);
          identities.text(kind);
          identities.text(value);
        }
      }
      await shard.insert('continuo.identities', IDENTITY_COLUMNS, identities.bytes);
      const links = new RowBinary();
      for (const { workspace, identity, person } of rows) {
        links.uint32(workspace);
        links.uint64(identity);
        links.uint64(person);
        links.uint64(1n);
      }
      await shard.insert('continuo.links', ['workspace', 'identity', 'person', 'version'], links.bytes);
    }),
  );
  await eachOf(worlds, (world) => buildAll(warehouse, world, 1));
}

/** A full build of one world. */
export async function buildAll(
  warehouse: Warehouse,
  { workspace, sources, journeys = [] }: Pick<World, 'workspace' | 'sources'> & Partial<Pick<World, 'journeys'>>,
  version: number,
): Promise<void> {
  await buildRuns(warehouse, {
    workspace,
    definitions: [0, 1],
    journeys,
    book: BOOK,
    attributes: ATTRIBUTES,
    sources,
    version,
    touched: null,
    ranges: 1,
  });
}

/** Key of the journey that a world has. */
export const JOURNEY = 'the-journey';

/** Everything, by person; by journey, that of the world. */
export function scopeOf(workspace: number, changes: Partial<Scope> = {}): Scope {
  const journey = changes.unit === 'journey' ? { key: JOURNEY, judgedBy: 'in-force' as const } : null;
  return {
    workspace,
    range: ALL_TIME,
    unit: 'person',
    gapMs: null,
    activities: null,
    filters: [],
    journey,
    ...changes,
  };
}

export function askingOf(warehouse: Warehouse, world: World, scope: Scope): Asking {
  const journey = scope.unit === 'journey' ? { key: JOURNEY, definitions: world.journeys } : null;
  return { warehouse, book: BOOK, scope, dataAsOfMs: world.dataAsOfMs, sources: world.sources, journey, options: {} };
}
