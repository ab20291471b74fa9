import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runContinuo } from './command-line.ts';
import { type RunningServer, startServer } from './server.ts';

/** The command line as a developer types it: its output, its files, its exit codes. */
const scratch = mkdtempSync(join(tmpdir(), 'continuo-cli-'));
const folder = join(scratch, 'data');
const file = (name: string): string => join(scratch, name);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const LOG = `order,what happened,when\n${Array.from({ length: 30 }, (_, i) => `o${i},Placed,2026-04-01T10:00:00Z\no${i},Sent,2026-04-02T10:00:00Z`).join('\n')}\n`;

/** Runs one command on our own data folder and gives what it printed. */
const continuo = (...args: readonly string[]) => runContinuo(folder, ...args);

test('without a server it opens the folder, says so, and imports', async () => {
  writeFileSync(file('orders.csv'), LOG);
  const { code, err } = await continuo('import', file('orders.csv'));
  expect(err).toContain('No server is running; opening');
  expect(err).toContain('60 events stored of 60 rows.');
  expect(code).toBe(0);
  expect((await continuo('import', file('orders.csv'))).err).toContain('nothing changed');
});

test('rejected rows end with an exit code of their own', async () => {
  writeFileSync(file('late.csv'), `${LOG}o99,Placed,not yet\n`);
  expect(await continuo('import', file('late.csv'))).toMatchObject({
    code: 3,
    err: expect.stringContaining('1 row rejected'),
  });
});

test('a question is a table for people and JSON for programs', async () => {
  expect((await continuo('ask', 'path-graph', '--unit', 'case')).out).toMatch(/Placed\s+Sent\s+/);
  const { out, code } = await continuo('ask', 'variants', '--unit', 'case', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ question: 'variants', result: { total: 1 } });
});

test('an answer becomes a file by its ending', async () => {
  for (const [ending, begin] of [
    ['svg', '<svg'],
    ['png', '\u0089PNG'],
    ['pdf', '%PDF'],
  ]) {
    const path = file(`routes.${ending}`);
    expect((await continuo('draw', 'path-graph', '--unit', 'case', '--out', path)).code).toBe(0);
    expect(readFileSync(path, 'latin1').slice(0, begin?.length)).toBe(begin);
  }
}, 120_000);

test('events go out again', async () => {
  expect((await continuo('export', '--out', file('all.ndjson'))).code).toBe(0);
  const [first = ''] = readFileSync(file('all.ndjson'), 'utf8').split('\n');
  expect(JSON.parse(first)).toMatchObject({ activity: 'Placed', time: '2026-04-01T10:00:00.000Z' });
});

test('wrong usage and unknown things say what there is', async () => {
  expect(await continuo('ask', 'everything')).toMatchObject({ code: 2, err: expect.stringContaining('path-graph') });
  expect(await continuo('import', file('nowhere.csv'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no file'),
  });
  expect(await continuo('draw', 'path-graph', '--out', file('x.gif'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('svg'),
  });
  expect((await continuo('--help')).out).toContain('doctor');
  expect(await continuo('doctor')).toMatchObject({ code: 0, out: expect.stringContaining('Data folder') });
});

test('with a server it goes there, and a second opening of the folder is refused with its pid', async () => {
  const server: RunningServer = await startServer();
  try {
    const { err, out } = await continuo('engine', '--folder', server.folder);
    expect(err).toContain(`Using the server at ${server.url}`);
    expect(out).toContain('chdb: 0 events');
    rmSync(join(server.folder, 'server.json'));
    expect(await continuo('engine', '--folder', server.folder)).toMatchObject({
      code: 4,
      err: expect.stringMatching(/in use by process \d+/),
    });
    expect(existsSync(join(server.folder, 'lock'))).toBe(true);
  } finally {
    await server.stop();
  }
});
