import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startPostgres } from './postgres.ts';
import { makeLinks } from './postgres-programs.ts';

/** Resolves when the path is gone; the test's own time limit ends the waiting. */
async function gone(path: string): Promise<void> {
  while (existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('links that npm could not pack are made once, also by two at a time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-links-'));
  mkdirSync(join(folder, 'native/lib'), { recursive: true });
  writeFileSync(join(folder, 'native/lib/libx.so.1.2'), 'x');
  const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
  writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
  makeLinks(folder);
  makeLinks(folder);
  expect(lstatSync(join(folder, 'native/lib/libx.so.1')).isSymbolicLink()).toBe(true);
  expect(existsSync(join(folder, 'native/lib/libx.so.1'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('a server whose tests are killed ends and leaves nothing behind', async ({ skip }) => {
  const here = await startPostgres();
  if (!here.ok) return skip(here.reason);
  await here.stop();
  const script = fileURLToPath(new URL('./start-and-hang.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const folder = decodeURIComponent(String(line).trim().split('host=')[1] ?? '');
  expect(existsSync(join(folder, 'data/postmaster.pid'))).toBe(true);
  child.kill('SIGKILL');
  await gone(folder);
}, 60_000);
