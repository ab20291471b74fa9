/**
 * Laid out as a grid, a table loses its own meaning in browsers: every part says aloud what it is. As a table, one edit would
 * lay out and paint all of its 300 cells anew.
 */
export const ROLES = {
  grid: { role: 'grid' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
  gridcell: { role: 'gridcell' },
} as const;

/** Attributes of a cell that is several columns wide. */
export function wide(columns: number) {
  return { 'aria-colspan': columns, style: { gridColumn: `span ${columns}` } } as const;
}
