import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CONTINUO = fileURLToPath(new URL('../packages/cli/bin/continuo.cjs', import.meta.url));

export interface RunningServer {
  readonly url: string;
  readonly folder: string;
  /** Ends the program and keeps its folder. */
  readonly end: () => Promise<void>;
  /** Ends the program and takes its folder away. */
  readonly stop: () => Promise<void>;
}

/** The environment of a user: without settings of the test run, which the server would refuse as unknown. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !key.startsWith('CONTINUO_') && key !== 'NODE_OPTIONS');
  return Object.fromEntries(kept);
}

/**
 * Starts the built program as a user would, on a free port; resolves when it says where it is.
 * Its folder is fresh, or a copy of one that a server has left: the demo world takes 20 s to make and 1 s to copy.
 */
export async function startServer({
  copyOf,
  timeZone = 'Europe/Madrid',
}: {
  readonly copyOf?: string;
  readonly timeZone?: string;
} = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'continuo-e2e-'));
  if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true });
  const child = spawn(process.execPath, [CONTINUO, 'start', '--folder', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...ownEnvironment(), CONTINUO_TIME_ZONE: timeZone },
  });
  const url = await addressOf(child);
  const end = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return {
    url,
    folder,
    end,
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Address that a starting server says; rejects when it ends before. */
export function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer): void => {
      said += part.toString();
      const found = /open at (http:\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was open:\n${said}`)));
  });
}
