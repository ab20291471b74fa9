import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'continuo-lock-'));

test('a folder is taken once and given back', () => {
  const folder = fresh();
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(new RegExp(`in use by process ${process.pid}`));
  release();
  lockFolder(folder)();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('a lock of a process that is gone is taken over', () => {
  const folder = fresh();
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  writeFileSync(join(folder, 'lock'), String(pid));
  expect(lockFolder(folder)).toBeTypeOf('function');
});

test('a release does not remove the lock of another process', () => {
  const folder = fresh();
  const release = lockFolder(folder);
  writeFileSync(join(folder, 'lock'), '1');
  release();
  expect(existsSync(join(folder, 'lock'))).toBe(true);
});
