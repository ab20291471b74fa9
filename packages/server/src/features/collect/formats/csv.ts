import { Problem } from '@continuo/core';
import { headOf, openBytes } from './byte-source.ts';
import { detectDialect, firstRecords } from './csv-dialect.ts';
import { readHeader } from './csv-header.ts';
import { CsvParser } from './csv-parser.ts';
import { Columns, type RawRow, type RecordReader } from './record.ts';
import { TableRows } from './table-rows.ts';
import { decodeChunks, detectEncoding, type Encoding } from './text-encoding.ts';

const HEAD_BYTES = 256 * 1024;

export interface CsvOptions {
  /** What a look at the whole file found; left out, the first 256 KB decide. */
  readonly encoding?: Encoding | undefined;
  /** Delimiter to prefer when the content does not decide (tab for `.tsv`). */
  readonly hint?: string | null;
}

/** Text of the first bytes in an encoding, without a byte order mark and without a cut last character. */
export function headText(head: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/**
 * Opens CSV or TSV: encoding, delimiter and header rows are found in the content.
 * Throws `import.unreadable` for an empty file, a header without names, a quote never closed, damaged gzip.
 */
export async function openCsv(path: string, options: CsvOptions = {}): Promise<RecordReader> {
  const head = await headOf(path, HEAD_BYTES);
  const encoding = options.encoding ?? detectEncoding(head).encoding;
  const text = headText(head, encoding);
  if (text.trim() === '') throw new Problem('import.unreadable', 'The file is empty: there is nothing to import.');
  const dialect = detectDialect(text, options.hint ?? null);
  const body = dialect.hasSepLine ? text.slice(text.indexOf('\n') + 1) : text;
  const header = readHeader(firstRecords(body, dialect.delimiter, 3));
  if (header.names.length === 0) {
    throw new Problem(
      'import.unreadable',
      'No column names were found: the first line is longer than 256 KB or its quotation marks do not match. Nothing was kept.',
    );
  }
  const source = await openBytes(path);
  const warnings = [...header.warnings];
  if (encoding === 'windows-1252') {
    warnings.push('The text is not UTF-8; it was read as windows-1252. Check that letters such as é and ü look right.');
  }
  return {
    columns: new Columns(header.names),
    hasHeader: true,
    warnings,
    recognised: header.recognised,
    objectTypes: [],
    objectType: null,
    timeZone: header.timeZone,
    position: source.position,
    batches: rowsOf(decodeChunks(source.chunks, encoding), {
      delimiter: dialect.delimiter,
      skip: header.records + (dialect.hasSepLine ? 1 : 0),
      width: header.names.length,
    }),
  };
}

interface Layout {
  readonly delimiter: string;
  /** Records before the data. */
  readonly skip: number;
  readonly width: number;
}

async function* rowsOf(texts: AsyncIterable<string>, layout: Layout): AsyncGenerator<RawRow[]> {
  const table = new TableRows(layout.width);
  let toSkip = layout.skip;
  let hasNul = false;
  const parser = new CsvParser(layout.delimiter, (fields, line, fault) => {
    if (toSkip > 0) {
      toSkip -= 1;
      return;
    }
    const nul = hasNul && fault === null && fields.some((field) => field.includes('\0'));
    table.add(fields, line, nul ? 'holds a NUL byte' : fault);
  });
  for await (const text of texts) {
    // Once seen, looked for in every record: the file is damaged somewhere and speed no longer matters.
    hasNul ||= text.includes('\0');
    parser.push(text);
    yield table.take();
  }
  parser.end();
  yield table.take();
}
