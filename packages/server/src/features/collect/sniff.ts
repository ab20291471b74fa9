import type { ImportFormat } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { headOf } from './formats/byte-source.ts';
import { headText } from './formats/csv.ts';
import { detectDialect } from './formats/csv-dialect.ts';
import { detectEncoding } from './formats/text-encoding.ts';

const HEAD_BYTES = 64 * 1024;

/**
 * Format of a file, by its content first and by its name where the content leaves a doubt (comma or tab). Compressed files
 * are judged by what is inside. Throws `import.unreadable` for an empty file and for what is not a format Continuo reads,
 * with what to do about it.
 */
export async function sniffFormat(path: string, name: string): Promise<ImportFormat> {
  const head = await headOf(path, HEAD_BYTES);
  if (head.length === 0) throw new Problem('import.unreadable', 'The file is empty: there is nothing to import.');
  const binary = binaryKind(head);
  if (binary === 'xlsx') return 'xlsx';
  if (binary !== null) throw new Problem('import.unreadable', binary);
  const text = headText(head, detectEncoding(head).encoding).trimStart();
  if (text === '') throw new Problem('import.unreadable', 'The file is empty: there is nothing to import.');
  if (text.startsWith('<')) return xmlFormat(text);
  if (text.startsWith('{') || text.startsWith('[')) return jsonFormat(text);
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  const hint = plain.endsWith('.tsv') || plain.endsWith('.tab') ? '\t' : null;
  return detectDialect(text, hint).delimiter === '\t' ? 'tsv' : 'csv';
}

/** `xlsx`, or a sentence about a binary file that cannot be read, or null for text. */
function binaryKind(head: Buffer): 'xlsx' | string | null {
  const start = head.subarray(0, 8).toString('latin1');
  if (start.startsWith('PK\x03\x04')) {
    if (head.includes('xl/') || head.includes('[Content_Types].xml')) return 'xlsx';
    return 'This is a zip archive. Unpack it and import the file inside (gzip, .gz, can stay as it is).';
  }
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    return 'This is an old Excel file (.xls). Save it as .xlsx or CSV and import that.';
  if (start.startsWith('PAR1')) return 'This is a Parquet file. Export it as CSV or JSON lines and import that.';
  if (start.startsWith('SQLite f'))
    return 'This is a SQLite database. Export the table as CSV, or the log as OCEL JSON.';
  if (start.startsWith('%PDF')) return 'This is a PDF. Import the data it was made from.';
  if (detectEncoding(head).encoding.startsWith('utf-16')) return null;
  const sample = head.subarray(0, 8192);
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros += 1;
  return zeros > sample.length / 50
    ? 'This is not a text file. Continuo reads CSV, TSV, Excel, JSON lines, XES and OCEL.'
    : null;
}

function xmlFormat(text: string): ImportFormat {
  const isOcel = /<ocel|<object-types|"object-types"/i.test(text) && !/<trace[\s>]/.test(text);
  if (isOcel) {
    throw new Problem('import.unreadable', 'This is OCEL as XML. Export it as OCEL JSON (.jsonocel) and import that.');
  }
  if (/<log[\s>]/.test(text) || /<!DOCTYPE/i.test(text)) return 'xes';
  throw new Problem('import.unreadable', 'This is XML, but not a XES log: there is no <log> in its beginning.');
}

function jsonFormat(text: string): ImportFormat {
  if (/^\{\s*"ocel:/.test(text)) return 'ocel';
  if (/^\{\s*"(objectTypes|eventTypes|objects|events)"\s*:/.test(text)) return 'ocel';
  return 'ndjson';
}
