import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { Problem } from '@continuo/core';

export interface ChdbLimits {
  /** Memory of the whole engine, bytes. */
  readonly engineBytes: number;
  /** Memory of one statement, bytes. */
  readonly statementBytes: number;
}

/**
 * Half of the engine's memory for one statement; for the engine half of what this process may use, when nothing is said.
 * The engine's own default is 0.9 of the machine and no limit for a statement: one question could end the process that
 * also takes in events.
 */
export function chdbLimits(engineBytes = Math.max(Math.floor(availableBytes() / 2), 1_000_000_000)): ChdbLimits {
  return { engineBytes, statementBytes: Math.floor(engineBytes / 2) };
}

function availableBytes(): number {
  // 0 or an absurdly large number both mean: no limit set on this process.
  const constrained = process.constrainedMemory() ?? 0;
  return constrained > 0 && constrained < totalmem() ? constrained : totalmem();
}

/** Makes the folder and writes the engine's server configuration into it; returns the arguments of the first connection. */
export function prepareFolder(folder: string, limits: ChdbLimits): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const config = join(resolve(folder), 'engine.xml');
  writeFileSync(
    config,
    `<clickhouse>
  <max_server_memory_usage>${limits.engineBytes}</max_server_memory_usage>
  <mark_cache_size>268435456</mark_cache_size>
  <primary_index_cache_size>268435456</primary_index_cache_size>
  <index_mark_cache_size>67108864</index_mark_cache_size>
  <!-- A power cut can leave several parts unreadable at once; refusing to start would lose the whole table for them. -->
  <merge_tree><max_suspicious_broken_parts>1000</max_suspicious_broken_parts></merge_tree>
</clickhouse>
`,
  );
  return [`--config-file=${config}`, `--max_server_memory_usage=${limits.engineBytes}`];
}

/** Why a folder could not be opened: another process has it, or something else that the engine only says on stderr. */
export function openProblem(folder: string, cause: unknown): Problem {
  const pid = ownerOf(folder);
  if (pid !== undefined && pid !== process.pid && isAlive(pid)) {
    return busyProblem(folder, pid, cause);
  }
  return new Problem('engine.failed', `${resolve(folder)} could not be opened: ${(cause as Error).message}`, {
    cause,
    details: { folder: resolve(folder) },
  });
}

export function busyProblem(folder: string, pid: number, cause?: unknown): Problem {
  return new Problem(
    'folder.busy',
    `${resolve(folder)} is in use by process ${pid}. Stop it, or choose another folder.`,
    {
      cause,
      details: { folder: resolve(folder), pid },
    },
  );
}

function ownerOf(folder: string): number | undefined {
  try {
    const pid = Number(/^PID: (\d+)/m.exec(readFileSync(join(folder, 'status'), 'utf8'))?.[1]);
    return Number.isInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
