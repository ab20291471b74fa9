import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Columns, RawRow, RawValue } from '../formats/record.ts';

/** A value in the reject file is cut after this many characters. */
const MAX_CHARS = 32_000;

/**
 * CSV of the rows that were set aside: line, reason, and the row as it was: its own columns when the file has a header (so
 * that it can be mended and imported again), else one column of JSON. The file is made with the first reject.
 */
export class RejectFile {
  count = 0;
  readonly #path: string | null;
  readonly #columns: Columns;
  readonly #hasHeader: boolean;
  #stream: WriteStream | null = null;

  constructor(path: string | null, columns: Columns, hasHeader: boolean) {
    this.#path = path;
    this.#columns = columns;
    this.#hasHeader = hasHeader;
  }

  add(row: RawRow, reason: string): void {
    this.count += 1;
    if (this.#path === null) return;
    if (this.#stream === null) {
      this.#stream = createWriteStream(this.#path);
      const names = this.#hasHeader ? this.#columns.names : ['row'];
      this.#stream.write(csvLine(['line', 'reason', ...names]));
    }
    const own = this.#hasHeader ? row.values : [this.#json(row.values)];
    this.#stream.write(csvLine([row.line, reason, ...own]));
  }

  /** Resolves when the file has taken what was added: call it between batches. */
  async drain(): Promise<void> {
    if (this.#stream?.writableNeedDrain === true) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    if (this.#stream === null) return;
    this.#stream.end();
    await finished(this.#stream);
  }

  #json(values: readonly RawValue[]): string {
    const row: Record<string, RawValue> = {};
    for (const [place, value] of values.entries()) {
      if (value !== undefined) row[this.#columns.names[place] ?? `column ${place + 1}`] = value;
    }
    return JSON.stringify(row);
  }
}

function csvLine(values: readonly RawValue[]): string {
  return `${values.map(csvField).join(',')}\n`;
}

function csvField(value: RawValue): string {
  const text = value === undefined ? '' : String(value).slice(0, MAX_CHARS);
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
