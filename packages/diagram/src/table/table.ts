export type ColumnKind = 'text' | 'count' | 'ms' | 'time';

export interface Column {
  readonly id: string;
  readonly label: string;
  /** `ms` is an elapsed time, `time` an instant, both milliseconds. */
  readonly kind: ColumnKind;
}

/** The numbers of a drawing as rows. null: not measured; never written as 0. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const text = (id: string, label: string): Column => ({ id, label, kind: 'text' });
export const count = (id: string, label: string): Column => ({ id, label, kind: 'count' });
export const elapsed = (id: string, label: string): Column => ({ id, label, kind: 'ms' });

/** Cells that a spreadsheet would run as a formula; numbers with a sign are left alone. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function cell(value: string | number | null, kind: ColumnKind): string {
  if (value === null) return '';
  return csvCell(kind === 'time' && typeof value === 'number' ? new Date(value).toISOString() : String(value));
}

/** One cell of CSV: quoted when needed; text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as CSV after RFC 4180: CRLF, header line of column ids, elapsed times in ms, instants as ISO 8601 in UTC,
 * not measured empty. Text that a spreadsheet would take for a formula gets a leading apostrophe.
 */
export function tableToCsv(table: Table): string {
  const head = table.columns.map((column) => cell(column.id, 'text')).join(',');
  const rows = table.rows.map((row) =>
    table.columns.map((column, index) => cell(row[index] ?? null, column.kind)).join(','),
  );
  return `${[head, ...rows].join('\r\n')}\r\n`;
}
