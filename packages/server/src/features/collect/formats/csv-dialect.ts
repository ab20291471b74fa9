import { CsvParser } from './csv-parser.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How a delimited file is written. */
export interface CsvDialect {
  readonly delimiter: string;
  /** The first line is Excel's `sep=;` and no data. */
  readonly hasSepLine: boolean;
}

/**
 * Delimiter of a text by its first 100 records: the one that gives the same number of fields (more than one) in the most
 * records; ties go to the one with more fields. `,` when nothing divides the lines, that is one column.
 */
export function detectDialect(head: string, hint: string | null = null): CsvDialect {
  const sep = /^sep=(.)\r?\n/i.exec(head);
  if (sep?.[1] !== undefined) return { delimiter: sep[1], hasSepLine: true };
  let best = { delimiter: hint ?? ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = steadiness(head, delimiter) + (delimiter === hint ? 0.05 : 0);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, hasSepLine: false };
}

/** Share of records with the usual number of fields, plus a little for each field; 0 when there is one column. */
function steadiness(head: string, delimiter: string): number {
  const counts = new Map<number, number>();
  for (const fields of firstRecords(head, delimiter, 100)) {
    counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  }
  let usual = 0;
  let most = 0;
  let total = 0;
  for (const [fields, count] of counts) {
    total += count;
    if (count > most || (count === most && fields > usual)) {
      most = count;
      usual = fields;
    }
  }
  return usual < 2 ? 0 : most / total + Math.min(usual, 100) / 1000;
}

/** The first whole records of a text; the last, perhaps cut, is left out when the text has more than one. */
export function firstRecords(head: string, delimiter: string, limit: number): string[][] {
  const records: string[][] = [];
  const parser = new CsvParser(delimiter, (fields) => records.push(fields));
  parser.push(head);
  if (records.length === 0) {
    try {
      parser.end();
    } catch {
      // The head ends inside a quoted field: what was whole is all that counts here.
    }
  }
  return records.slice(0, limit);
}
