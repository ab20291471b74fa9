import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeLinks } from './postgres-programs.ts';

/** Resolves when the folder is removed; watch before that can happen. */
function removed(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => {
      if (existsSync(folder)) return;
      watcher.close();
      resolve();
    });
  });
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
  const script = fileURLToPath(new URL('./start-and-hang.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const url = String(line);
  if (!url.startsWith('postgres://')) {
    child.kill('SIGKILL');
    return skip(url);
  }
  const folder = decodeURIComponent(url.split('host=')[1] ?? '');
  expect(existsSync(join(folder, 'data/postmaster.pid'))).toBe(true);
  const end = removed(folder);
  child.kill('SIGKILL');
  await end;
}, 60_000);
