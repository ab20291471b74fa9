import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built program, as a user starts it, on an empty folder. */
export interface OwnServer {
  readonly url: string;
  /** Resident memory, MB. */
  readonly residentMb: () => number;
  /** User and system time of all its threads since it was started, ms; in steps of 10. */
  readonly cpuMs: () => number;
  /** Ends it and takes its folder away. */
  readonly stop: () => Promise<void>;
}

const CLI = fileURLToPath(new URL('../../packages/cli/bin/continuo.cjs', import.meta.url));
const START_SECONDS = 120;

/** Starts it; a text says why that cannot be or cannot be measured. */
export async function startOwnServer(): Promise<OwnServer | string> {
  if (!existsSync('/proc/self/status')) return 'needs /proc';
  if (!existsSync(fileURLToPath(new URL('../../packages/cli/bundle/main.js', import.meta.url))))
    return 'the server is not built: npm run build';
  const folder = mkdtempSync(join(tmpdir(), 'continuo-bench-server-'));
  const server = spawn(process.execPath, [CLI, 'start', '--port', '0', '--folder', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await opened(server.stdout, server.stderr);
  if (url === null) {
    await stop();
    return 'the server did not start';
  }
  const told = (file: string): string => readFileSync(`/proc/${server.pid}/${file}`, 'utf8');
  return {
    url,
    residentMb: () => (Number(/^VmRSS:\s+(\d+) kB/m.exec(told('status'))?.[1]) * 1024) / 1_000_000,
    cpuMs: () => {
      // After the name, which may hold blanks: state is the first, user and system time the 12th and 13th.
      const fields = told('stat').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    stop,
  };
}

async function ended(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve(null)));
}

/** The address the server prints; null when it ended or took too long. */
function opened(...streams: readonly NodeJS.ReadableStream[]): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), START_SECONDS * 1000);
    let printed = '';
    let over = 0;
    for (const stream of streams) {
      stream.on('data', (chunk) => {
        printed += String(chunk);
        const url = /http:\/\/[\w.:[\]]+/.exec(printed)?.[0];
        if (url === undefined) return;
        clearTimeout(timer);
        resolve(url);
      });
      stream.on('end', () => {
        over += 1;
        if (over < streams.length) return;
        clearTimeout(timer);
        resolve(null);
      });
    }
  });
}
