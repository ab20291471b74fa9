import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Resident memory of the started server, at rest; or why it was not measured. */
export type Idle = { readonly mb: number } | { readonly notMeasured: string };

const CLI = fileURLToPath(new URL('../../packages/cli/bin/continuo.mjs', import.meta.url));
const START_SECONDS = 120;
/** After the first page: what start-up needed has been given back. */
const REST_MS = 5_000;

/** Starts the built server on an empty folder, asks for one page, lets it rest, and reads its memory. */
export async function measureIdle(): Promise<Idle> {
  if (!existsSync('/proc/self/status')) return { notMeasured: 'needs /proc' };
  if (!existsSync(fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url))))
    return { notMeasured: 'the server is not built: npm run build' };
  const folder = mkdtempSync(join(tmpdir(), 'continuo-idle-'));
  // Started with the wide pool at once, so that this process is the server and not its starter.
  const server = spawn(process.execPath, [CLI, 'start', '--port', '0', '--folder', folder], {
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const url = await opened(server.stdout, server.stderr);
    if (url === null) return { notMeasured: 'the server did not start' };
    await fetch(url);
    await fetch(`${url}/api/v1/overview`);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'));
    return { mb: (Number(line?.[1]) * 1024) / 1_000_000 };
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve(null)));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The address the server prints; null when it ended or took too long. */
function opened(...streams: readonly NodeJS.ReadableStream[]): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), START_SECONDS * 1000);
    let printed = '';
    let ended = 0;
    for (const stream of streams) {
      stream.on('data', (chunk) => {
        printed += String(chunk);
        const url = /http:\/\/[\w.:[\]]+/.exec(printed)?.[0];
        if (url === undefined) return;
        clearTimeout(timer);
        resolve(url);
      });
      stream.on('end', () => {
        ended += 1;
        if (ended < streams.length) return;
        clearTimeout(timer);
        resolve(null);
      });
    }
  });
}
