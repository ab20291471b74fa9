import type { Grid } from './delimited.ts';
import { foldLabel, meaningOf } from './label.ts';

/** Labels are looked for this far from the edge: exports put titles and empty rows first. */
const LABELS_WITHIN = 12;

/** A sheet turned so that every step is a column: one label and one cell a step for each row. */
export interface SheetRows {
  readonly title: string | null;
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  readonly columns: number;
  readonly isTransposed: boolean;
}

/** Finds out where the labels stand: in a column (steps run to the right) or in a row (steps run down). Null: no label is known. */
export function shapeOf(grid: Grid): SheetRows | null {
  const upright = labelPlace(grid);
  const turned = transposed(grid);
  const lying = labelPlace(turned);
  if (upright.known === 0 && lying.known === 0) return null;
  const isTransposed = lying.known > upright.known;
  return rowsOf(isTransposed ? turned : grid, isTransposed ? lying.column : upright.column, isTransposed);
}

/** The column with most labels that are known, and how many. Labels repeated count once: a column of equal stages is no label column. */
function labelPlace(grid: Grid): { readonly column: number; readonly known: number } {
  let best = { column: 0, known: 0 };
  for (let column = 0; column < LABELS_WITHIN; column++) {
    const labels = new Set(grid.map((row) => foldLabel(row[column] ?? '')));
    const known = [...labels].filter((label) => meaningOf(label) !== null).length;
    if (known > best.known) best = { column, known };
  }
  return best;
}

export function transposed(grid: Grid): Grid {
  const width = Math.max(0, ...grid.map((row) => row.length));
  return Array.from({ length: width }, (_, i) => grid.map((row) => row[i] ?? ''));
}

function rowsOf(grid: Grid, column: number, isTransposed: boolean): SheetRows {
  const rows: { label: string; cells: string[] }[] = [];
  let title: string | null = null;
  for (const row of grid) {
    const label = (row[column] ?? '').trim();
    const cells = row.slice(column + 1).map((cell) => cell.trim());
    const isEmpty = cells.every((cell) => cell === '');
    const meaning = meaningOf(label);
    if (meaning?.row === 'journey') title ??= cells.find((cell) => cell !== '') ?? null;
    else if (label !== '' && isEmpty && meaning === null && rows.length === 0) title ??= label;
    else if (label === '' && !isEmpty && rows.length > 0) {
      // A row without a label goes on with the one above it.
      const above = rows.at(-1);
      cells.forEach((cell, i) => {
        if (above !== undefined && cell !== '')
          above.cells[i] = [above.cells[i] ?? '', cell].filter((part) => part !== '').join('\n');
      });
    } else if (label !== '') rows.push({ label, cells });
  }
  return { title, rows, columns: Math.max(0, ...rows.map(({ cells }) => cells.length)), isTransposed };
}
