import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, mappingSchema } from '@continuo/contract';
import { afterAll, expect, test } from 'vitest';
import { addressOf, CONTINUO, ownEnvironment } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'continuo-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = 400_000;
const CASES = 20_000;

/** The server as a child that SIGKILL hits. */
async function start() {
  const child = spawn(process.execPath, [CONTINUO, 'start', '--folder', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ownEnvironment(),
  });
  const url = await addressOf(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { child, ended, client: createClient((path, init) => fetch(path, init), `${url}/api/v1`) };
}

test('an import that is killed goes on where it was, and counts nothing twice', async () => {
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `case ${i % CASES},step ${Math.floor(i / CASES)},${new Date(1_767_225_600_000 + i * 1000).toISOString()}`,
  );
  let server = await start();
  const draft = await server.client.upload(new Blob([`case,activity,time\n${lines.join('\n')}\n`]), 'long.csv');
  await server.client.call('startImport', {
    params: { id: draft.id },
    body: mappingSchema.parse(draft.preview?.mapping),
  });
  const now = () => server.client.call('import', { params: { id: draft.id } });
  while ((await now()).eventsStored === 0) await new Promise((resolve) => setImmediate(resolve));
  server.child.kill('SIGKILL');
  await server.ended;

  server = await start();
  const before = await now();
  expect(['waiting', 'running', 'building', 'done']).toContain(before.status);
  while (!['done', 'failed'].includes((await now()).status)) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await now()).toMatchObject({ status: 'done', eventsStored: ROWS, rowsRejected: 0, error: null });
  const { population } = await server.client.ask('summary', { scope: { unit: 'case' } });
  expect(population).toEqual({ people: CASES, runs: CASES, events: ROWS });
  server.child.kill('SIGTERM');
  await server.ended;
}, 180_000);
