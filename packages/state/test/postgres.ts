import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPrograms } from './postgres-programs.ts';

/** A PostgreSQL for tests, or why there is none. */
export type PostgresForTests =
  | { readonly ok: true; readonly url: string; stop(): Promise<void> }
  | { readonly ok: false; readonly reason: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** Set by `setup`; the answer every test process gets. */
    readonly postgresForTests: { readonly url: string | null; readonly reason: string };
  }
}

/**
 * Makes a cluster, starts it, says `ready`, and ends both when standard input closes: that happens whichever way the
 * parent ends, also by SIGKILL, so no server and no folder outlives its tests. No TCP port: a socket in a folder only its user enters.
 */
const KEEPER = `
bin=$1 folder=$2
trap '' INT HUP
"$bin/initdb" -D "$folder/data" -U continuo -A trust -E UTF8 --locale=C --no-sync --no-instructions >"$folder/log" 2>&1 &&
"$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 \
  -o "-k '$folder' -c listen_addresses='' -c fsync=off -c shared_buffers=32MB -c max_connections=100 -c unix_socket_permissions=0700" \
  start >>"$folder/log" 2>&1 && echo ready || tail -n 5 "$folder/log" >&2
cat >/dev/null
"$bin/pg_ctl" -D "$folder/data" -m immediate -w -t 20 stop >/dev/null 2>&1
rm -rf "$folder"
`;

function makeFolder(): string {
  // Not the process's own TMPDIR when that makes the socket's path longer than the 107 bytes a kernel takes.
  const base = tmpdir().length > 60 ? '/tmp' : tmpdir();
  return mkdtempSync(join(base, 'continuo-pg-'));
}

/** Starts a PostgreSQL of its own, in 1 to 2 s, in a temporary folder. Ends with this process at the latest. */
export async function startPostgres(): Promise<PostgresForTests> {
  const folder = makeFolder();
  const programs = findPrograms(folder);
  if (!programs.ok) {
    rmSync(folder, { recursive: true, force: true });
    return programs;
  }
  if (programs.runAs !== null) chownSync(folder, programs.runAs.uid, programs.runAs.gid);
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'keeper', programs.bin, folder], {
    ...programs.runAs,
    cwd: '/',
    // Its own group: Ctrl-C reaches us, and through the closing pipe the keeper, in that order.
    detached: true,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = once(keeper, 'exit');
  const stop = async (): Promise<void> => {
    keeper.ref();
    keeper.stdin.end();
    await ended;
  };
  const ready = once(keeper.stdout, 'data').then(() => '');
  const failed = once(keeper.stderr, 'data').then(([text]) => String(text).trim().replaceAll('\n', ' · '));
  const reason = await Promise.race([ready, failed, ended.then(() => 'the keeper ended')]);
  if (reason !== '') {
    await stop();
    return { ok: false, reason: `PostgreSQL did not start: ${reason}` };
  }
  // A running server must not keep the tests' process alive.
  for (const handle of [keeper, keeper.stdin, keeper.stdout, keeper.stderr]) {
    if ('unref' in handle && typeof handle.unref === 'function') handle.unref();
  }
  return { ok: true, url: `postgres://continuo@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
}

/** For `globalSetup` of Vitest: one PostgreSQL for all test files. */
export async function setup(project: {
  provide(key: 'postgresForTests', value: { readonly url: string | null; readonly reason: string }): void;
}): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  project.provide(
    'postgresForTests',
    postgres.ok ? { url: postgres.url, reason: '' } : { url: null, reason: postgres.reason },
  );
  return async () => {
    if (postgres.ok) await postgres.stop();
  };
}
