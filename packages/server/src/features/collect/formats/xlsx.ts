import { Problem } from '@continuo/core';
import { readHeader } from './csv-header.ts';
import { Columns, type RawRow, type RawValue, type RecordReader } from './record.ts';
import { TableRows } from './table-rows.ts';
import { checkZip } from './zip-check.ts';

const HEADER_ROWS = 3;
const ROWS_PER_BATCH = 2_000;

/**
 * Opens the first table of an Excel workbook (.xlsx): the first sheet with two rows or more and two columns or more, else the first
 * with rows. Dates become ISO text without offset: sheets know no zone.
 * Throws `import.unreadable` for a damaged workbook, one that unpacks beyond reason, or one without rows.
 */
export async function openXlsx(path: string): Promise<RecordReader> {
  const size = await checkZip(path);
  const sheets = sheetRows(path);
  const first: SheetRow[] = [];
  while (first.length < HEADER_ROWS) {
    const next = await sheets.next();
    if (next.done) break;
    first.push(next.value);
  }
  if (first.length === 0) {
    throw new Problem('import.unreadable', 'The workbook has no rows: there is nothing to import.');
  }
  const width = Math.max(...first.map((row) => row.values.length));
  const texts = first.map((row) => Array.from({ length: width }, (_, place) => String(row.values[place] ?? '')));
  const header = readHeader(texts);
  const state = { share: 0 };
  return {
    columns: new Columns(header.names),
    hasHeader: true,
    warnings: [...header.warnings, 'Only the first sheet with a table is read.'],
    recognised: header.recognised,
    objectTypes: [],
    objectType: null,
    timeZone: header.timeZone,
    // The sheet is read through a zip library that does not tell where it is.
    position: () => Math.round(size * state.share),
    batches: rowsOf(first.slice(header.records), sheets, header.names.length, state),
  };
}

interface SheetRow {
  readonly number: number;
  readonly values: RawValue[];
}

async function* rowsOf(
  first: readonly SheetRow[],
  rest: AsyncIterable<SheetRow>,
  width: number,
  state: { share: number },
): AsyncGenerator<RawRow[]> {
  const table = new TableRows(width);
  const add = ({ number, values }: SheetRow) => {
    if (values.every((value) => value === undefined || value === '')) return;
    const nul = values.some((value) => typeof value === 'string' && value.includes('\0'));
    // Sheets leave out empty cells at the end of a row: only surplus cells are a fault.
    while (values.length < width) values.push(undefined);
    table.add(values, number, nul ? 'holds a NUL byte' : null);
  };
  for (const row of first) add(row);
  for await (const row of rest) {
    add(row);
    if (table.rows.length >= ROWS_PER_BATCH) yield table.take();
  }
  state.share = 1;
  yield table.take();
}

async function* sheetRows(path: string): AsyncGenerator<SheetRow> {
  // The workbook library takes half a second to load: only those who need it pay.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    let notes: SheetRow[] = [];
    for await (const sheet of workbook) {
      // Rows wait until the sheet shows that it is a table: a title page has one column or one row.
      let waiting: SheetRow[] | null = [];
      for await (const row of sheet) {
        const cells = Array.isArray(row.values) ? row.values.slice(1) : [];
        const next = { number: row.number, values: Array.from(cells, cellValue) };
        if (waiting === null) {
          yield next;
          continue;
        }
        waiting.push(next);
        if (waiting.length < 2 || waiting.every(({ values }) => values.length < 2)) continue;
        yield* waiting;
        waiting = null;
      }
      if (waiting === null) return;
      if (notes.length === 0) notes = waiting;
    }
    yield* notes;
  } catch (cause) {
    throw new Problem(
      'import.unreadable',
      'The workbook is damaged or is not .xlsx. Nothing was kept. Save it again as .xlsx, or export it as CSV.',
      { cause },
    );
  }
}

function cellValue(cell: unknown): RawValue {
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 23);
  if (typeof cell !== 'object') return undefined;
  if ('richText' in cell && Array.isArray(cell.richText)) {
    return cell.richText.map((part: { readonly text?: string }) => part.text ?? '').join('');
  }
  if ('result' in cell) return cellValue(cell.result);
  if ('text' in cell) return cellValue(cell.text);
  return undefined;
}
