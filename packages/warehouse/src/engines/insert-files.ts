import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Rows on their way into chDB: it takes binary only from a file (its text path breaks on byte 0xFF). */
export interface InsertFiles {
  /** Writes the rows to a file, lets `read` take them in, and removes the file whatever happened. */
  with<T>(rows: Uint8Array, read: (path: string) => Promise<T>): Promise<T>;
}

/** Files live in `<folder>/inserts`; what an earlier, killed process left there was never answered and is removed. */
export function createInsertFiles(folder: string): InsertFiles {
  const place = resolve(folder, 'inserts');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  return {
    with: async (rows, read) => {
      const path = join(place, `${randomUUID()}.bin`);
      try {
        // No fsync: the copy in the table is the durable one, this one lives for milliseconds.
        await writeFile(path, rows);
        return await read(path);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
