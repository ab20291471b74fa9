import type { JourneyContract } from '@continuo/core';
import { type ReadResult, unreadable } from '../file/problem.ts';
import { readJourneyFile } from '../file/read-journey.ts';
import { writeJourneyFile } from '../file/write-journey.ts';
import { readDelimited, writeDelimited } from './delimited.ts';
import { readMermaid } from './mermaid-read.ts';
import { writeMermaid } from './mermaid-write.ts';
import { readOjf } from './ojf-read.ts';
import { writeOjf } from './ojf-write.ts';
import { readSheet } from './sheet-read.ts';
import { sheetOf } from './sheet-write.ts';
import { readXlsx, writeXlsx } from './xlsx.ts';

/** YAML and JSON keep everything; the others what they can say. */
export const EXPORT_FORMATS = ['yaml', 'json', 'ojf', 'csv', 'xlsx', 'mermaid'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** `tsv` is what a spreadsheet puts on the clipboard. */
export const IMPORT_FORMATS = [...EXPORT_FORMATS, 'tsv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const ENDINGS: Readonly<Record<string, ImportFormat>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  ojf: 'ojf',
  csv: 'csv',
  tsv: 'tsv',
  txt: 'tsv',
  xlsx: 'xlsx',
  mmd: 'mermaid',
  mermaid: 'mermaid',
};

/** The format that the ending of a file name tells; null when it is none of ours. */
export function importFormatOf(fileName: string): ImportFormat | null {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
}

/**
 * A map from bytes (or text) of any format. `title` names it where the format has no title. What could not be taken over stands in the
 * notes; every problem is reported, nothing throws for what a file holds.
 */
export async function importJourney(
  data: Uint8Array | string,
  format: ImportFormat,
  title: string | null = null,
): Promise<ReadResult<JourneyContract>> {
  if (format === 'xlsx') {
    if (typeof data === 'string') return unreadable('A workbook is not a text.', 'Send the file itself.');
    const grid = await readXlsx(data);
    if (!grid.ok) return grid;
    const read = readSheet(grid.value, title);
    return read.ok ? { ...read, notes: [...grid.notes, ...read.notes] } : read;
  }
  const text = typeof data === 'string' ? data : textOf(data);
  if (text === null) return unreadable('The file is not UTF-8 text.', 'Save it as UTF-8.');
  switch (format) {
    case 'yaml':
    case 'json':
      return readJourneyFile(text, format);
    case 'ojf':
      return readOjf(text);
    case 'mermaid':
      return readMermaid(text);
    case 'csv':
      return readSheet(readDelimited(text), title);
    case 'tsv':
      return readSheet(readDelimited(text, '\t'), title);
  }
}

function textOf(bytes: Uint8Array): string | null {
  // What Excel calls “Unicode text” is UTF-16 with a mark.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The map in this format: text, or bytes of a workbook. */
export async function exportJourney(contract: JourneyContract, format: ExportFormat): Promise<string | Uint8Array> {
  switch (format) {
    case 'yaml':
    case 'json':
      return writeJourneyFile(contract, format);
    case 'ojf':
      return writeOjf(contract);
    case 'csv':
      // The mark makes Excel read it as UTF-8.
      return `\uFEFF${writeDelimited(sheetOf(contract))}`;
    case 'xlsx':
      return await writeXlsx(sheetOf(contract), contract.title);
    case 'mermaid':
      return writeMermaid(contract);
  }
}
