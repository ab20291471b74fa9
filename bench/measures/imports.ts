import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cost } from '../sides/measured.ts';
import { startSide } from '../sides/side.ts';
import { type ImportKind, writeImportFile } from './import-files.ts';

export interface ImportResult extends Cost {
  readonly kind: ImportKind;
  readonly events: number;
  readonly fileMb: number;
  readonly rejected: number;
}

const EVENTS: Readonly<Record<ImportKind, number>> = { csv: 2_000_000, ndjson: 500_000, xes: 500_000 };

/** Imports one generated file of each format, each in a process and a store of its own. */
export async function measureImports(folder: string, say: (line: string) => void): Promise<readonly ImportResult[]> {
  mkdirSync(folder, { recursive: true });
  const results: ImportResult[] = [];
  for (const kind of ['csv', 'ndjson', 'xes'] as const) {
    say(`import ${kind}`);
    const file = join(folder, `events.${kind}`);
    const bytes = writeImportFile(file, kind, EVENTS[kind]);
    const side = startSide('import', './importing.ts');
    try {
      await side.call('open', { folder: join(folder, kind) });
      const { value, ...cost } = await side.call<{ events: number; rejected: number }>('import', {
        file,
        bytes,
        source: 1,
      });
      results.push({ kind, ...value, fileMb: bytes / 1_000_000, ...cost });
      await side.call('close');
    } finally {
      await side.close();
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    }
  }
  return results;
}
