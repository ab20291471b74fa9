import { defineConfig } from 'vitest/config';

// Every process of a test run inherits these. UTC: a test that depends on the zone of the machine is a bad test.
process.env.TZ = 'UTC';
// chDB's statements occupy libuv threads; with Node's default of 4 they would keep file reads waiting.
process.env.UV_THREADPOOL_SIZE = '16';

// Workspaces are taken from their sources: no build comes before a test.
const conditions = ['@continuo/source'];

// Forks, because chDB dies in worker threads. Sources are loaded once a process, not once a file, which costs 1 to 2 CPU
// seconds each: half of what the units cost. Only files that open chDB have a process of their own: it opens one folder a process.
const base = {
  resolve: { conditions },
  // Not 'import': Node would apply it to require() as well, and pg's require('pg-pool') would get an ES module.
  ssr: { resolve: { conditions: [...conditions, 'node'] } },
  // Global set-ups are read in an environment of their own.
  environments: { __vitest__: { resolve: { conditions: [...conditions, 'node'] } } },
};
const test = { pool: 'forks', isolate: false } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './scripts/totals-reporter.mjs'],
    projects: [
      {
        ...base,
        test: {
          ...test,
          name: 'unit',
          // What takes 1 s alone takes 10 beside others.
          testTimeout: 30_000,
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'],
        },
      },
      {
        ...base,
        test: {
          ...test,
          name: 'engines',
          isolate: true,
          include: ['packages/{warehouse,server}/test/**/*.test.ts'],
          globalSetup: ['packages/warehouse/test/engines/global-setup.ts', 'packages/state/test/postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...base,
        test: {
          ...test,
          name: 'state',
          include: ['packages/state/test/**/*.test.ts'],
          globalSetup: ['packages/state/test/postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...base,
        test: {
          ...test,
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          // Four at once on two cores: what takes 5 s alone may take 30.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
