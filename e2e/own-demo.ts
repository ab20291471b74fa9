import { createClient } from '@continuo/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type RunningServer, startServer } from './server.ts';

/** A server with the demo world that the tests of a file may change; there from their beginning to their end. */
export function useOwnDemo() {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ copyOf: inject('demoFolder') });
  });
  afterAll(() => server?.stop());
  return {
    url: () => server.url,
    api: () => createClient((url, init) => fetch(url, init), `${server.url}/api/v1`),
    /** Address of a page of its workspace. */
    at: (path: string): string => `${server.url}/w/default${path}`,
  };
}

/** What was announced last to those who hear the page. */
export const said = (page: Page): Promise<string | null> => page.locator('[data-announcer]').textContent();
