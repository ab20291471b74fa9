import type { TestProject } from 'vitest/node';
import { startNodes } from './start-nodes.ts';

/** Where an engine can be opened, or why it cannot. chDB needs no server: each test file has a folder of its own. */
export type Place = { readonly location: string; readonly pids: readonly number[] } | { readonly missing: string };

declare module 'vitest' {
  interface ProvidedContext {
    readonly clickhouse: Place;
    readonly cluster: Place;
  }
}

/** Starts one server and a cluster of two shards, once for all test files of the project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = [];
  const start = async (shards: number): Promise<Place> => {
    try {
      const nodes = await startNodes(shards);
      stops.push(nodes.stop);
      return { location: nodes.urls.join(','), pids: nodes.pids };
    } catch (error) {
      return { missing: (error as Error).message };
    }
  };
  const [clickhouse, cluster] = await Promise.all([start(1), start(2)]);
  project.provide('clickhouse', clickhouse);
  project.provide('cluster', cluster);
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
