import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@continuo/contract';
import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a server that holds the demo world. */
    readonly demo: string;
    /** Folder of an ended server that holds the demo world, to copy. */
    readonly demoFolder: string;
  }
}

/** The demo world is made once: one server with it for all tests that only look, and its folder for those that change it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const maker = await startServer();
  await makeDemo(maker.url);
  await maker.end();
  const server = await startServer({ copyOf: maker.folder });
  // Counted once here, so that the first tests do not wait for it all at the same time.
  const api = apiOf(server.url);
  while ((await api.call('home')).isCounting) await wait(200);
  project.provide('demo', server.url);
  project.provide('demoFolder', maker.folder);
  return async () => {
    await server.stop();
    rmSync(maker.folder, { recursive: true, force: true });
  };
}

const apiOf = (url: string) => createClient((address, init) => fetch(address, init), `${url}/api/v1`);

/** Loads the demo world and waits until the numbers of its maps and its letters are ready, so that no copy has to get them ready again. */
async function makeDemo(url: string): Promise<void> {
  const api = apiOf(url);
  await api.call('demo', { body: {} });
  const journeys = await api.call('journeys');
  for (const { key, version } of journeys) {
    if (version === null) continue;
    while (true) {
      const judging = await api.call('judgeJourney', { params: { key }, body: {} });
      if (judging.error !== null) throw new Error(judging.error);
      if (judging.isReady) break;
      await wait(100);
    }
  }
  while ((await api.call('letters')).letters.length === 0) await wait(200);
}
