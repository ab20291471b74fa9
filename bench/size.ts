import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contest, type Result } from './contest.ts';
import { type Flags, isWanted } from './flags.ts';
import { type Disk, readDisk } from './measures/disk.ts';
import type { Latencies } from './sides/latencies.ts';
import type { Cost, Measured } from './sides/measured.ts';
import { type Side, startSide } from './sides/side.ts';
import { WORKLOADS, type Workload } from './sides/workload.ts';
import { writeWorld } from './world/write-world.ts';

/** All that was measured over one number of events. */
export interface SizeResult {
  readonly events: number;
  readonly rounds: number;
  readonly engine: string;
  readonly duckdb: string;
  readonly questions: Readonly<Partial<Record<Workload, Readonly<Record<string, Result>>>>>;
  readonly timeline: Readonly<Record<string, Measured<Latencies>>>;
  readonly build: Readonly<Record<string, Cost>>;
  readonly maintain: Readonly<Record<string, Cost>>;
  readonly disk: Disk;
}

export const OURS = 'Continuo';
/** Runs of a journey of ten steps, four of which look at properties; and all its distinct ways held against the map. */
export const JOURNEY = 'Continuo, a journey';
export const JUDGED = 'Continuo, its ways judged';
export const WINDOW = 'same engine, windows';
export const DUCKDB = 'DuckDB, windows';
export const LISTS = 'DuckDB, stored lists';

const TOUCHED = 50_000;
const LOOKED_UP = 1_000;

/** Makes the world of this size in `folder`, lets all sides in, measures, and clears up. */
export async function measureSize(
  events: number,
  flags: Flags,
  folder: string,
  say: (line: string) => void,
): Promise<SizeResult> {
  mkdirSync(folder, { recursive: true });
  const world = join(folder, 'world.bin');
  const parquet = join(folder, 'events.parquet');
  const store = join(folder, 'ours');
  const copy = join(folder, 'windows');
  const duck = join(folder, 'events.duckdb');
  const rounds = flags.rounds ?? (events > 5_000_000 ? 3 : 5);
  const sides: Side[] = [];
  const start = (name: string, file: string): Side => {
    const side = startSide(name, file);
    sides.push(side);
    return side;
  };
  try {
    say('generating');
    writeWorld(world, events, 1);
    const ours = start(OURS, './ours.ts');
    await ours.call('open', { folder: store });
    say('loading');
    await ours.call('load', { world, events });
    const { rows, engine } = (await ours.call<{ rows: number; engine: string }>('facts')).value;
    say(`${rows} arrivals stored`);
    await ours.call('export', { path: parquet });
    await ours.call('close');
    await ours.close();
    cpSync(store, copy, { recursive: true });
    rmSync(world);

    say('building runs and lists');
    const fresh = start(OURS, './ours.ts');
    await fresh.call('open', { folder: store });
    await fresh.call('facts');
    const build: Record<string, Cost> = { [OURS]: withoutValue(await fresh.call('build')) };
    if (isWanted(flags, 'build')) {
      build[JOURNEY] = withoutValue(await fresh.call('journey'));
      build[JUDGED] = withoutValue(await fresh.call('judge'));
      await fresh.call('forget');
    }
    await fresh.call('merge');
    const loader = start(DUCKDB, './duckdb-events.ts');
    const duckdb = (await loader.call<string>('open', { path: duck, mode: 'read_write' })).value;
    await loader.call('load', { parquet });
    rmSync(parquet);
    build[LISTS] = withoutValue(await loader.call('build'));
    await loader.call('close');
    await loader.close();

    const windows = start(WINDOW, './engine-window.ts');
    await windows.call('open', { folder: copy });
    const duckEvents = start(DUCKDB, './duckdb-events.ts');
    await duckEvents.call('open', { path: duck, mode: 'read_only' });
    const duckLists = start(LISTS, './duckdb-lists.ts');
    await duckLists.call('open', { path: duck });

    const questions: Partial<Record<Workload, Readonly<Record<string, Result>>>> = {};
    for (const workload of WORKLOADS) {
      if (!isWanted(flags, 'questions', workload)) continue;
      say(workload);
      questions[workload] = await contest(workload, [fresh, duckEvents, duckLists, windows], rounds);
    }
    const timeline: Record<string, Measured<Latencies>> = {};
    if (isWanted(flags, 'timeline')) {
      say('timeline');
      const people = (await fresh.call<string[]>('people', { count: LOOKED_UP, seed: 1 })).value;
      for (const side of [fresh, duckEvents]) timeline[side.name] = await side.call<Latencies>('timeline', { people });
    }
    const disk = await readDisk(fresh, events);
    for (const side of [windows, duckEvents, duckLists]) await side.call('close').then(() => side.close());

    const maintain: Record<string, Cost> = {};
    if (isWanted(flags, 'maintain')) {
      say('maintaining');
      const touched = (await fresh.call<string[]>('people', { count: TOUCHED, seed: 2 })).value;
      maintain[OURS] = withoutValue(await fresh.call('maintain', { touched }));
      const keeper = start(LISTS, './duckdb-events.ts');
      await keeper.call('open', { path: duck, mode: 'read_write' });
      maintain[LISTS] = withoutValue(await keeper.call('maintain', { touched }));
      await keeper.call('close');
    }
    await fresh.call('close');
    return { events, rounds, engine, duckdb, questions, timeline, build, maintain, disk };
  } finally {
    for (const side of sides) await side.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutValue({ cpuMs, wallMs, beforeMb, peakMb }: Measured<unknown>): Cost {
  return { cpuMs, wallMs, beforeMb, peakMb };
}
