import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, inject, test } from 'vitest';
import { openWarehouse } from '../src/open.ts';
import type { Warehouse } from '../src/warehouse.ts';
import type { Place } from './engines/global-setup.ts';

export type EngineKind = Warehouse['capabilities']['engine'];

export interface Engine {
  readonly kind: EngineKind;
  /** What `openWarehouse` takes. */
  readonly location: string;
  /**
   * The test file's warehouse: opened by the first call, the same one afterwards, closed when the suite is over.
   * On the servers other test files use the same tables at the same time: isolate yourself by a fresh workspace.
   */
  open(): Promise<Warehouse>;
}

/** Two test files run at once beside three server nodes. */
const CHDB_BYTES = 2_000_000_000;

const KINDS: readonly EngineKind[] = ['chdb', 'clickhouse', 'cluster'];

/**
 * Runs one suite on chDB, on a ClickHouse server and on a cluster of two shards. An engine that cannot be had here is a
 * visible skip that says why. CONTINUO_ENGINES=chdb (a comma-separated list) leaves the others out, visibly too.
 */
export function describeEachEngine(name: string, suite: (engine: Engine) => void): void {
  for (const kind of KINDS) {
    const place = placeOf(kind);
    describe(`${name} · ${kind}`, () => {
      if ('missing' in place) {
        test.skip(`no ${kind} here: ${place.missing}`, () => {});
        return;
      }
      let opened: Promise<Warehouse> | undefined;
      // As what the first beforeAll gives back it comes last of all, after the suite's own clearing up.
      beforeAll(() => async () => {
        await (await opened)?.close();
        if (kind === 'chdb') rmSync(place.location.slice('chdb:'.length), { recursive: true, force: true });
      });
      suite({
        kind,
        location: place.location,
        open: () => {
          opened ??= openWarehouse(place.location, { memoryBytes: CHDB_BYTES });
          return opened;
        },
      });
    });
  }
}

let workspaces = 0;
/** A workspace id that no other test file of this run uses; each call gives another one. */
export function freshWorkspace(): number {
  workspaces += 1;
  // 22 bits of process id (Linux gives no larger ones) and 10 of a counter: unique without asking anyone.
  return (process.pid & 0x3fffff) * 1024 + (workspaces & 0x3ff);
}

function placeOf(kind: EngineKind): Place {
  const wanted = process.env.CONTINUO_ENGINES?.split(',');
  if (wanted && !wanted.includes(kind)) return { missing: 'left out by CONTINUO_ENGINES' };
  if (kind === 'chdb') return { location: `chdb:${mkdtempSync(join(tmpdir(), 'continuo-chdb-'))}`, pids: [] };
  return inject(kind) ?? { missing: 'servers are started for the project "engines" only' };
}
