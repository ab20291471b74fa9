import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a server that holds the demo world. */
    readonly demo: string;
  }
}

/** One server with the demo world for all browser tests that only look. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer({ demo: true });
  project.provide('demo', server.url);
  return server.stop;
}
