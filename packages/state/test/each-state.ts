import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openState, type State, type Workspace } from '../src/index.ts';
import { type PostgresForTests, startPostgres } from './postgres.ts';

/** What a suite gets: a state with an empty store of its own, opened before the first test and removed after the last. */
export interface StateForTests {
  readonly engine: State['engine'];
  /** The open state. Only inside tests and hooks. */
  state(): State;
  /** A workspace no other test knows. */
  workspace(): Promise<Workspace>;
  /** Place of a further empty store on the same engine. */
  location(): Promise<string>;
}

interface Stores {
  location(): Promise<string>;
  remove(): Promise<void>;
}

function sqliteStores(): Stores {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-state-'));
  return {
    location: async () => `sqlite:${join(folder, `${randomUUID()}.db`)}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgresStores(server: string): Stores {
  const made: string[] = [];
  const command = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  return {
    location: async () => {
      const name = `state_${randomUUID().replaceAll('-', '')}`;
      await command(`create database ${name}`);
      made.push(name);
      return server.replace('/postgres?', `/${name}?`);
    },
    remove: async () => {
      for (const name of made) await command(`drop database ${name} with (force)`);
    },
  };
}

let own: Promise<PostgresForTests> | undefined;

/** The server of `globalSetup` when there is one, else one started for this process. */
async function postgres(): Promise<{ readonly url: string | null; readonly reason: string }> {
  const provided = inject('postgresForTests');
  if (provided !== undefined) return provided;
  own ??= startPostgres();
  const started = await own;
  return started.ok ? { url: started.url, reason: '' } : { url: null, reason: started.reason };
}

const server = await postgres();

function suite(engine: State['engine'], stores: () => Stores, tests: (given: StateForTests) => void): void {
  describe(engine, () => {
    let state: State | undefined;
    let kept: Stores | undefined;
    const open = (): State => {
      if (state === undefined) throw new Error('the state is open only inside tests and hooks');
      return state;
    };
    const location = async (): Promise<string> => {
      kept ??= stores();
      return kept.location();
    };
    beforeAll(async () => {
      state = await openState(await location());
    });
    afterAll(async () => {
      await state?.close();
      await kept?.remove();
    });
    tests({
      engine,
      state: open,
      location,
      workspace: () => {
        const { workspaces, db } = open();
        const slug = randomUUID();
        return workspaces.create(db, { slug, name: slug, timeZone: 'UTC', isDemo: false, caseName: null });
      },
    });
  });
}

/** The same tests on SQLite and on PostgreSQL; where there is no PostgreSQL, a skipped test says why. */
export function describeEachState(name: string, tests: (given: StateForTests) => void): void {
  describe(name, () => {
    suite('sqlite', sqliteStores, tests);
    const { url, reason } = server;
    if (url === null) describe.skip(`postgres (${reason})`, () => tests({ engine: 'postgres' } as StateForTests));
    else suite('postgres', () => postgresStores(url), tests);
  });
}
