// Side (a): the product itself, on the embedded engine.
import { compileMap, judgeTouches } from '@continuo/core';
import {
  type BuildInput,
  buildRuns,
  dropDefinition,
  judgeRuns,
  migrate,
  openWarehouse,
  PERSON_RUNS,
  questions,
  sql,
  text,
  uint,
  type Warehouse,
} from '@continuo/warehouse';
import { loadEvents } from '../world/load-events.ts';
import { SOURCE, WORKSPACE } from '../world/names.ts';
import { latencies } from './latencies.ts';
import { askingOf, BOOK, factsOf } from './ours-facts.ts';
import { benchJourney } from './ours-journey.ts';
import { serveTasks } from './serve-tasks.ts';
import type { Workload } from './workload.ts';

let warehouse: Warehouse;
let dataAsOfMs = 0;
let version = 0;

const ATTRIBUTES = ['plan', 'country'];

const JOURNEY = benchJourney(2);

async function build(
  touched: readonly bigint[] | null,
  what: Pick<BuildInput, 'definitions' | 'journeys'> = { definitions: [PERSON_RUNS] },
): Promise<void> {
  version += 1;
  await buildRuns(warehouse, {
    workspace: WORKSPACE,
    ...what,
    book: BOOK,
    attributes: ATTRIBUTES,
    sources: [SOURCE],
    version,
    touched,
  });
}

async function judge(): Promise<number> {
  version += 1;
  const map = compileMap(JOURNEY.contract, JOURNEY.numbers);
  return judgeRuns(warehouse, {
    workspace: WORKSPACE,
    journey: JOURNEY,
    judge: (symbols, isOpen) => judgeTouches(map, symbols, isOpen),
    dataAsOfMs,
    version,
  });
}

async function people(count: number, seed: number): Promise<readonly string[]> {
  const rows = await warehouse.query(
    sql`select toString(identity) as id from continuo.identities order by cityHash64(identity, ${uint(seed)}) limit ${uint(count)}`,
  );
  return rows.map(({ id }) => String(id));
}

serveTasks({
  open: async ({ folder }: { folder: string }) => {
    warehouse = await openWarehouse(`chdb:${folder}`);
    await migrate(warehouse);
  },
  load: async ({ world, events }: { world: string; events: number }) => {
    await loadEvents(warehouse, world, events);
  },
  facts: async () => {
    const [row] = await warehouse.query(
      sql`select toUnixTimestamp64Milli(max(time)) as last, count() as rows, (select version() from system.one) as engine from continuo.events`,
    );
    dataAsOfMs = Number(row?.last);
    return { rows: Number(row?.rows), engine: String(row?.engine) };
  },
  export: async ({ path }: { path: string }) => {
    await warehouse.shards[0]?.command(sql`insert into function file(${text(path)}, 'Parquet')
select identity, toUnixTimestamp64Milli(time) as time_ms, ord, message, toString(name) as name, toString(channel) as channel,
  score, toString(scale) as scale, text, props, toUnixTimestamp64Milli(received) as received_ms, seq, source from continuo.events`);
  },
  build: async () => build(null),
  /** A map of ten steps, four with conditions on properties. */
  journey: async () => build(null, { definitions: [], journeys: [JOURNEY] }),
  /** All its distinct ways, one process: a server has workers. */
  judge,
  forget: async () => dropDefinition(warehouse, WORKSPACE, JOURNEY.definition),
  /** As after the nightly merge: one part. */
  merge: async () => {
    await warehouse.shards[0]?.command(sql`optimize table continuo.runs final`);
  },
  people: async ({ count, seed }: { count: number; seed: number }) => people(count, seed),
  maintain: async ({ touched }: { touched: readonly string[] }) => build(touched.map(BigInt)),
  ask: async ({ workload }: { workload: Workload }) => factsOf(workload, warehouse, dataAsOfMs),
  timeline: async ({ people: who }: { people: readonly string[] }) => {
    const asking = askingOf(warehouse, dataAsOfMs);
    return latencies(who, async (person) => {
      const { moments } = await questions.timeline.ask({ person, caseKey: null, limit: 1000 }, asking);
      return moments.length;
    });
  },
  disk: async () =>
    warehouse.query(sql`select table, column, sum(column_data_compressed_bytes) as bytes
from system.parts_columns where database = 'continuo' and active and table in ('events', 'runs', 'identities')
group by table, column order by table, bytes desc`),
  parts: async () =>
    warehouse.query(sql`select table, sum(bytes_on_disk) as bytes, sum(rows) as rows from system.parts
where database = 'continuo' and active group by table order by table`),
  close: async () => warehouse.close(),
});
