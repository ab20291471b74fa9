import type { Preview } from '@continuo/contract';
import { Problem } from '@continuo/core';
import { counted } from '@continuo/diagram';
import { openRecords } from '../formats/open-records.ts';
import type { RawRow, RecordReader } from '../formats/record.ts';
import { columnFacts } from '../guess/column-facts.ts';
import { guessMapping } from '../guess/guess-mapping.ts';
import { guessTime } from '../guess/guess-time.ts';
import { recognise } from '../recognise/recognise.ts';
import { sniffFormat } from '../sniff.ts';

const ROWS_LOOKED_AT = 2_000;
const SAMPLES = 5;
const SAMPLE_CHARS = 200;
const COLUMNS_SHOWN = 500;

/**
 * Looks at the first 2,000 rows of a file: format, columns, and a mapping that is as good as can be guessed.
 * Throws `import.unreadable` when the file cannot be read, is empty, has a header and no rows, or none of them is one.
 */
export async function previewFile(path: string, name: string): Promise<Preview> {
  const format = await sniffFormat(path, name);
  const reader = await openRecords(path, format, { objectType: null });
  const rows = await firstRows(reader, ROWS_LOOKED_AT);
  if (rows.length === 0) throw noRows(reader);
  const faults = rows.filter((row) => row.fault !== null).length;
  if (faults === rows.length) throw noneReadable(format, rows);
  const facts = columnFacts(reader.columns.names.slice(0, COLUMNS_SHOWN), rows);
  const guess = guessMapping(facts);
  const known = recognise(facts, reader.recognised);
  const mapping = { ...guess.mapping, ...known?.mapping };
  if (known?.mapping.time !== undefined && known.mapping.timeFormat === undefined) {
    const texts = facts.find((column) => column.name === mapping.time)?.texts ?? [];
    mapping.timeFormat = guessTime(texts)?.format ?? 'iso';
  }
  if (format === 'ocel') mapping.objectType = reader.objectType;
  if (reader.timeZone !== null) mapping.timeZone = reader.timeZone;
  return {
    format,
    recognised: known?.name ?? null,
    columns: facts.map((column) => ({
      name: column.name,
      samples: [...new Set(column.texts)].slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_CHARS)),
    })),
    objectTypes: [...reader.objectTypes],
    mapping,
    guesses: known === null ? [...guess.guesses] : knownGuesses(mapping, known.name, guess.guesses),
    warnings: [...reader.warnings, ...warningsOf(mapping, rows.length, faults, facts.length, reader)],
  };
}

/** The first rows of a reader, which is then closed. */
export async function firstRows(reader: RecordReader, limit: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of reader.batches) {
    for (const row of batch) {
      rows.push(row);
      if (rows.length >= limit) return rows;
    }
  }
  return rows;
}

/** The problem of a file without a single row. */
export function noRows(reader: RecordReader): Problem {
  return new Problem(
    'import.unreadable',
    reader.hasHeader
      ? 'The file has column names but no rows: there is nothing to import.'
      : 'The file holds no events: there is nothing to import.',
  );
}

/** The problem of a file whose first rows are no rows of its format: it is something else under that name. */
function noneReadable(format: Preview['format'], rows: readonly RawRow[]): Problem {
  const [first] = rows;
  const why = first?.fault ? `: the first ${first.fault}` : '';
  return new Problem(
    'import.unreadable',
    `It was read as ${format.toUpperCase()}, and none of its first ${counted(rows.length, 'row')} is one${why}. Nothing was kept. Check that it is the right file.`,
  );
}

function knownGuesses(
  mapping: Preview['mapping'],
  name: string,
  before: readonly Preview['guesses'][number][],
): Preview['guesses'] {
  const fields = ['time', 'person', 'caseKey', 'activity', 'channel', 'score', 'text', 'messageId'] as const;
  return fields.map((field) => {
    const column = mapping[field] === '' ? null : mapping[field];
    const guessed = before.find((guess) => guess.field === field && guess.column === column && column !== null);
    return guessed ?? { field, column, confidence: column === null ? 0 : 1, reason: `known from ${name}` };
  });
}

function warningsOf(
  mapping: Preview['mapping'],
  rows: number,
  faults: number,
  columns: number,
  reader: RecordReader,
): string[] {
  const warnings: string[] = [];
  if (faults > 0) warnings.push(`${faults} of the first ${rows} rows cannot be read; they would be set aside.`);
  if (mapping.time === '')
    warnings.push('No column holds times. Without a time an event cannot be placed; choose one.');
  if (mapping.person === null && mapping.caseKey === null) {
    warnings.push('No column says to whom it happened: every row would be a customer of its own.');
  }
  if (reader.columns.names.length > columns) warnings.push(`Only the first ${columns} columns are shown.`);
  return warnings;
}
