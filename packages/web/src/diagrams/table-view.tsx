import { type ColumnKind, formatCount, formatDateTime, formatDuration, type Table } from '@continuo/diagram';
import { useMemo, useState } from 'react';
import { type Column, DataGrid } from '../ui/data-grid.tsx';
import { TABLE_WORDS } from '../words/drawing.ts';

type Cells = Table['rows'][number];

/** The figures of a drawing in rows: same data, same filters. */
export function TableView({ table, timeZone }: { readonly table: Table; readonly timeZone: string }) {
  const [sort, setSort] = useState<{ readonly column: string; readonly isDown: boolean } | null>(null);
  const rows = useMemo(() => {
    const at = table.columns.findIndex((column) => column.id === sort?.column);
    if (!sort || at < 0) return table.rows;
    return [...table.rows].sort((a, b) => (sort.isDown ? -1 : 1) * compare(a[at], b[at]));
  }, [table, sort]);
  const columns = table.columns.map(
    (column, at): Column<Cells> => ({
      id: column.id,
      label: column.label,
      sortName: column.label,
      isNumber: column.kind !== 'text',
      cell: (cells) => written(cells[at] ?? null, column.kind, timeZone),
    }),
  );
  return (
    <DataGrid
      label={table.title}
      columns={columns}
      rows={rows}
      rowKey={(cells, at) => `${at}:${cells[0]}`}
      sorting={{
        column: sort?.column ?? '',
        isDown: sort?.isDown ?? false,
        onSort: (column) => setSort({ column, isDown: sort?.column === column ? !sort.isDown : true }),
      }}
    />
  );
}

function compare(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''));
}

function written(cell: string | number | null, kind: ColumnKind, timeZone: string): string {
  if (cell === null) return TABLE_WORDS.notMeasured;
  if (typeof cell === 'string') return cell;
  if (kind === 'ms') return formatDuration(cell);
  return kind === 'time' ? formatDateTime(cell, timeZone) : formatCount(cell);
}
