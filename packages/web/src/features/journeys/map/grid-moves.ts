/** A row of the grid as the keys see it. */
export type RowShape =
  /** First columns of the stages. */
  | { readonly kind: 'stages'; readonly starts: readonly number[] }
  /** One cell across all columns. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'cells'; readonly group: number };

export interface GridShape {
  readonly rows: readonly RowShape[];
  readonly columns: number;
}

/** Column −1 is the name of the row. The column is kept while passing rows whose cells are wider. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The column whose cell holds this place in its row. */
export function cellColumn({ row, column }: Place, { rows }: GridShape): number {
  const shape = rows[row];
  if (column < 0 || shape === undefined) return -1;
  if (shape.kind === 'whole') return 0;
  if (shape.kind === 'cells') return column;
  return Math.max(0, ...shape.starts.filter((start) => start <= column));
}

/** Where a key leads; null: the key means nothing here. At an edge it stays. */
export function nextPlace(from: Place, key: string, isWhole: boolean, shape: GridShape): Place | null {
  const { rows, columns } = shape;
  const last = { row: rows.length - 1, column: columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { ...from, row: Math.max(0, from.row - 1) };
    case 'ArrowDown':
      return { ...from, row: Math.min(last.row, from.row + 1) };
    case 'ArrowLeft':
      return { ...from, column: before(from, shape) };
    case 'ArrowRight':
      return { ...from, column: after(from, shape) };
    case 'Home':
      return { row: isWhole ? 0 : from.row, column: 0 };
    case 'End':
      return { row: isWhole ? last.row : from.row, column: last.column };
    case 'PageUp':
      return { ...from, row: groupStart(from.row, -1, rows) };
    case 'PageDown':
      return { ...from, row: groupStart(from.row, 1, rows) };
    default:
      return null;
  }
}

function before(from: Place, shape: GridShape): number {
  const at = cellColumn(from, shape);
  if (at <= 0) return -1;
  const row = shape.rows[from.row];
  return row?.kind === 'stages' ? Math.max(0, ...row.starts.filter((start) => start < at)) : at - 1;
}

function after(from: Place, shape: GridShape): number {
  const row = shape.rows[from.row];
  const at = cellColumn(from, shape);
  if (at < 0) return 0;
  if (row?.kind === 'whole') return from.column;
  if (row?.kind === 'stages') return row.starts.find((start) => start > at) ?? from.column;
  return Math.min(shape.columns - 1, at + 1);
}

/** First row of the next group of lanes, or of this one or the one before. */
function groupStart(row: number, by: -1 | 1, rows: readonly RowShape[]): number {
  const groupOf = (at: number): number => {
    const shape = rows[at];
    return shape?.kind === 'cells' ? shape.group : -1;
  };
  const starts = rows.flatMap((_, at) => (at === 0 || groupOf(at) !== groupOf(at - 1) ? [at] : []));
  return by > 0 ? (starts.find((at) => at > row) ?? rows.length - 1) : Math.max(0, ...starts.filter((at) => at < row));
}
