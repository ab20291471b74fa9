import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@continuo/core';

/**
 * Takes the folder for this process, before any store is opened in it; returns the release.
 * A lock left by a process that is gone is taken over. Throws `folder.busy` with the pid of the holder.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock');
  for (let attempt = 0; ; attempt += 1) {
    const handle = create(path);
    if (handle !== null) {
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => {
        if (holder(path) === process.pid) unlinkSync(path);
      };
    }
    const pid = holder(path);
    if (attempt > 0 || (pid !== null && isAlive(pid)))
      throw new Problem(
        'folder.busy',
        `The folder ${folder} is in use by process ${pid ?? 'unknown'}. Nothing was changed. Use that server, stop it, or choose another folder.`,
        { details: { pid } },
      );
    unlinkSync(path);
  }
}

function create(path: string): number | null {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
}

function holder(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** True when a process with this pid exists, ours or anybody's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
