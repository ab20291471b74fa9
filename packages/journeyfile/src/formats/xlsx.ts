import type ExcelJS from 'exceljs';
import { type ReadResult, unreadable } from '../file/problem.ts';
import type { Grid } from './delimited.ts';

/** Bytes of a workbook; maps are small, and what unpacks to much more than it weighs is refused by the limits on cells. */
const LARGEST = 20_000_000;
const MOST_CELLS = 200_000;

/** The first sheet with rows of an Excel workbook, as texts. A merged cell stands in the first of its cells only. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadResult<Grid>> {
  if (bytes.byteLength > LARGEST) return unreadable('The workbook is too large.', 'At most 20 MB.');
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) return unreadable('This is not an Excel workbook (.xlsx).', 'Save it as .xlsx, or as CSV.');
  if (unpacked > 10 * LARGEST)
    return unreadable('The workbook unpacks to more than 200 MB.', 'Take out what is not the map.');
  // Loading it takes half a second, and hardly any map comes as a workbook.
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch {
    return unreadable('The workbook is damaged.', 'Save it anew as .xlsx, or as CSV.');
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (sheet === undefined) return unreadable('The workbook has no rows.', 'Put the map on the first sheet.');
  if (sheet.actualRowCount * sheet.actualColumnCount > MOST_CELLS)
    return unreadable('The sheet is too large for a map.', `At most ${MOST_CELLS} cells are read.`);
  const grid: string[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) =>
      cells.push(cell.isMerged && cell.master !== cell ? '' : cellText(cell)),
    );
    grid.push(cells);
  });
  const notes = workbook.worksheets.length > 1 ? [`Only the sheet “${sheet.name}” is read.`] : [];
  return { ok: true, value: grid, notes };
}

/** Sum of the unpacked sizes that the zip's central directory tells; null when there is none. */
function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
    sum += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}

function cellText({ value, text }: ExcelJS.Cell): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('result' in value) return typeof value.result === 'object' ? '' : String(value.result ?? '');
  return typeof text === 'string' ? text : '';
}

/** A workbook with one sheet: labels bold and fixed at the left, texts wrapped. */
export async function writeXlsx(grid: Grid, name: string): Promise<Uint8Array> {
  // Loading it takes half a second, and hardly any map comes as a workbook.
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  // Excel forbids these letters in the name of a sheet, and more than 31 of them.
  const sheet = workbook.addWorksheet(
    name
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, 31) || 'Journey',
    {
      views: [{ state: 'frozen', xSplit: 1, ySplit: 3 }],
    },
  );
  for (const row of grid) {
    const added = sheet.addRow([...row]);
    added.alignment = { wrapText: true, vertical: 'top' };
    added.getCell(1).font = { bold: true };
  }
  for (let column = 1; column <= Math.max(1, ...grid.map((row) => row.length)); column++)
    sheet.getColumn(column).width = 28;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
