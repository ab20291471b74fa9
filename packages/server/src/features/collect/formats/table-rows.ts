import type { RawRow, RawValue } from './record.ts';

/** Turns records of a table with a header into rows: numbers them and judges how many fields they have. */
export class TableRows {
  rows: RawRow[] = [];
  #record = 0;
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  add(values: readonly RawValue[], line: number, fault: string | null): void {
    const record = this.#record;
    this.#record += 1;
    const width = this.#width;
    let why = fault;
    if (why === null && values.length !== width && !isBlankBeyond(values, width)) {
      why = `has ${values.length} fields where the header has ${width}`;
    }
    this.rows.push({ record, line, values, objectId: '', fault: why });
  }

  take(): RawRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }
}

function isBlankBeyond(values: readonly RawValue[], width: number): boolean {
  if (values.length < width) return false;
  for (let place = width; place < values.length; place += 1) {
    const value = values[place];
    if (value !== undefined && value !== '') return false;
  }
  return true;
}
