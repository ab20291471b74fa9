/** A value as the file holds it; `undefined` and `''` both mean that the file says nothing. */
export type RawValue = string | number | boolean | undefined;

/** One record of a file before it is understood. */
export interface RawRow {
  /** Place in the file, from 0. Several rows share it only in OCEL: one event, several objects. */
  readonly record: number;
  /** Line of the file on which it begins, from 1 (sheet row for xlsx). */
  readonly line: number;
  /** One value for each column of the reader's `Columns`; may be shorter when columns were found later. */
  readonly values: readonly RawValue[];
  /** OCEL: the object that makes this row a row; `''` in every other format. */
  readonly objectId: string;
  /** Why the reader cannot vouch for this row; null when it can. */
  readonly fault: string | null;
}

/** At most this many columns are kept; a file with generated key names must not eat the memory. */
export const MAX_COLUMNS = 5_000;

/** A record, a field or a JSON item longer than this many characters is refused instead of kept in memory. */
export const MAX_RECORD_CHARS = 4 * 1024 * 1024;

/** Column names with their places. Grows while reading formats without a header. */
export class Columns {
  readonly names: string[];
  /** Keys that were left out because there were too many. */
  dropped = 0;
  readonly #places = new Map<string, number>();

  constructor(names: readonly string[] = []) {
    this.names = [...names];
    for (const [place, name] of names.entries()) this.#places.set(name, place);
  }

  /** Place of a column, or -1. */
  find(name: string): number {
    return this.#places.get(name) ?? -1;
  }

  /** Place of a column, which is added when new; -1 when the file already has too many. */
  place(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    if (this.names.length >= MAX_COLUMNS) {
      this.dropped += 1;
      return -1;
    }
    this.#places.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}

/** A file opened for reading. Iterate `batches` once, to its end or until you have enough. */
export interface RecordReader {
  readonly columns: Columns;
  /** True when `columns` is complete before the first row (a header was read). */
  readonly hasHeader: boolean;
  /** Plain sentences about what was noticed; grows while reading. */
  readonly warnings: string[];
  /** Recognised export by its header, or null. */
  readonly recognised: string | null;
  /** OCEL: the object types of the log; empty otherwise. */
  readonly objectTypes: readonly string[];
  /** OCEL: the object type that was flattened on; null otherwise. */
  readonly objectType: string | null;
  /** IANA zone that the file itself names, or null. */
  readonly timeZone: string | null;
  /** Bytes of the file (as it lies on disk) read so far. */
  position(): number;
  readonly batches: AsyncIterable<readonly RawRow[]>;
}
