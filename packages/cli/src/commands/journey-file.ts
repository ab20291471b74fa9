import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { JourneyContract } from '@continuo/core';
import { Problem } from '@continuo/core';
import { type FileProblem, readLocatedJourney } from '@continuo/journeyfile';
import { importFormatOf, importJourney } from '@continuo/journeyfile/node';

/** A map read from a file of this machine, or all that is wrong with the file. */
export type MapFile =
  | {
      readonly ok: true;
      readonly contract: JourneyContract;
      readonly notes: readonly string[];
      /** Where each thing begins, by its id; empty for formats without ids. */
      readonly lines: ReadonlyMap<string, number>;
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** True when there is a file of this name. */
export async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Reads a map by the ending of its name. Throws `input.invalid` when there is no such file or the ending is none of ours. */
export async function readMapFile(path: string): Promise<MapFile> {
  const format = importFormatOf(path);
  if (format === null)
    throw new Problem('input.invalid', `${path}: its ending is none of yaml, json, ojf, csv, tsv, xlsx, mmd.`);
  if (!(await isFile(path))) throw new Problem('input.invalid', `There is no file ${path}.`);
  const bytes = await readFile(path);
  if (format === 'yaml' || format === 'json') {
    const read = readLocatedJourney(bytes.toString('utf8'), format);
    return read.ok ? { ...read.value, ok: true, notes: read.notes } : read;
  }
  const read = await importJourney(bytes, format, basename(path).replace(/\.[^.]+$/, ''));
  return read.ok ? { ok: true, contract: read.value, notes: read.notes, lines: new Map() } : read;
}
