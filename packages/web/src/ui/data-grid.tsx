import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { UI_WORDS } from '../words/ui.ts';
import { classes } from './classes.ts';
import styles from './data-grid.module.css';
import { SCROLLABLE } from './scrollable.ts';

export interface Column<Row> {
  readonly id: string;
  readonly label: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** Named when the column can be sorted. */
  readonly sortName?: string;
}

export interface Sorting {
  readonly column: string;
  readonly isDown: boolean;
  readonly onSort: (column: string) => void;
}

const ROW = 40;

/** A table of any length: only the rows in sight exist. The first column names its row. */
export function DataGrid<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowCount = rows.length,
  sorting,
  onEnd,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, at: number) => string;
  /** How many rows there are in all, also those not loaded. */
  readonly rowCount?: number;
  readonly sorting?: Sorting;
  /** Called when the last loaded rows come into sight. */
  readonly onEnd?: () => void;
}) {
  const region = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW,
    overscan: 12,
    onChange: (instance) => {
      const last = instance.getVirtualItems().at(-1);
      if (last && onEnd && rows.length < rowCount && last.index >= rows.length - 5) onEnd();
    },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section className={styles.region} ref={region} aria-label={label} {...SCROLLABLE}>
      <table className={styles.table} aria-rowcount={rowCount + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} span={columns.length} />}
          {items.map((item) => {
            const row = rows[item.index] as Row;
            return (
              <tr key={rowKey(row, item.index)} aria-rowindex={item.index + 2}>
                {columns.map((column, at) => {
                  const className = column.isNumber ? styles.number : undefined;
                  return at === 0 ? (
                    <th key={column.id} scope="row" className={className}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={className}>
                      {column.cell(row)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} span={columns.length} />}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.none}>{UI_WORDS.noRows}</p>}
    </section>
  );
}

function Head<Row>({ column, sorting }: { readonly column: Column<Row>; readonly sorting: Sorting | undefined }) {
  const isSorted = sorting?.column === column.id;
  const Arrow = sorting?.isDown ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={classes(column.isNumber && styles.number)}
      aria-sort={isSorted ? (sorting.isDown ? 'descending' : 'ascending') : undefined}
    >
      {sorting && column.sortName ? (
        <button
          type="button"
          className={styles.sort}
          title={UI_WORDS.sortBy(column.sortName)}
          onClick={() => sorting.onSort(column.id)}
        >
          {column.label}
          {isSorted && <Arrow size={12} aria-hidden="true" />}
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}

/** Room of the rows that are not in sight. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr>
      <td className={styles.gap} colSpan={span} style={{ height }} />
    </tr>
  );
}
