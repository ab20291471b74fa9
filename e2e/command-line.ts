import { spawn } from 'node:child_process';
import { CONTINUO, ownEnvironment } from './server.ts';

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command as a user types it, on this data folder; the zone of times without one is UTC. */
export function runContinuo(folder: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [CONTINUO, ...args], {
    env: { ...ownEnvironment(), CONTINUO_FOLDER: folder, CONTINUO_TIME_ZONE: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, out, err })));
}
