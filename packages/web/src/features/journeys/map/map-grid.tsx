import type { MapRow, MapView } from '@continuo/diagram';
import { type CSSProperties, memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { classes } from '../../../ui/classes.ts';
import { SCROLLABLE } from '../../../ui/scrollable.ts';
import { MAP_WORDS } from '../../../words/map.ts';
import { Emotion } from './cells/emotion.tsx';
import { CellBody } from './cells/map-cell.tsx';
import { FigureButton } from './figures.tsx';
import type { GridShape } from './grid-moves.ts';
import type { Placed } from './lanes.ts';
import styles from './map-grid.module.css';
import { StatusChip } from './status-chip.tsx';
import { useGridKeys } from './use-grid-keys.ts';

const WORDS = MAP_WORDS.grid;
/** Page Up and Down go by these: what happened, what is known of it, and who does it. */
const GROUPS: Readonly<Record<string, number>> = { steps: 0, customers: 1, channels: 1, voices: 1, time: 1, tried: 1 };

/**
 * Laid out as a grid, a table loses its own meaning in browsers: every part says aloud what it is. The steps are heads of their
 * columns, so that whoever cannot see the map hears at every cell whose it is.
 */
const ROLES = {
  grid: { role: 'grid' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
  gridcell: { role: 'gridcell' },
} as const;

export interface MapGridProps {
  readonly view: MapView;
  readonly rows: readonly Placed<MapRow>[];
  /** Id of the column that the panel beside the map is about. */
  readonly chosen: string | null;
  readonly onOpen: (column: string) => void;
  readonly onFold: (row: string) => void;
  /** What stands in a cell in place of its own words, when two maps are compared. */
  readonly bodyOf?: (row: MapRow, column: number) => ReactNode;
}

/** The map as a grid: stages on top, lanes below, one column a step; also those that are not on our map. */
export function MapGrid(props: MapGridProps) {
  const { view, rows, chosen, onOpen, onFold } = props;
  const region = useRef<HTMLElement>(null);
  const count = view.columns.length;
  const hasLoop = view.loop !== null;
  const shape = useMemo(
    (): GridShape => ({
      columns: count,
      rows: [
        { kind: 'stages', starts: view.stages.map(({ from }) => from) },
        ...(hasLoop ? [{ kind: 'whole' } as const] : []),
        ...rows.map(({ row }) => ({ kind: 'cells', group: GROUPS[row.id] ?? 2 }) as const),
      ],
    }),
    [view.stages, count, hasLoop, rows],
  );
  const firstLane = hasLoop ? 2 : 1;
  const keys = useGridKeys(region, shape, {
    onEnter: ({ row, column: at }) => {
      const lane = rows[row - firstLane]?.row;
      const id = view.columns[at]?.id;
      if (at < 0 && lane) onFold(lane.id);
      else if (id !== undefined) onOpen(id);
    },
  });
  const at = view.columns.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    // Beside a panel the column that it is about must be seen; where somebody walked it is seen already.
    const cell = at < 0 ? null : region.current?.querySelector(`[data-row="${firstLane}"][data-column="${at}"]`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at, firstLane]);
  return (
    <section className={styles.region} ref={region} aria-label={WORDS.region} {...SCROLLABLE}>
      <div className={styles.sheet} style={{ '--count': Math.max(1, count) } as CSSProperties}>
        <table
          {...ROLES.grid}
          className={styles.grid}
          aria-label={WORDS.label(view.title)}
          aria-rowcount={shape.rows.length}
          aria-colcount={count + 1}
          {...keys}
        >
          <thead className={styles.top}>
            <StageRow view={view} />
          </thead>
          <tbody className={styles.body}>
            {view.loop && <LoopRow loop={view.loop} count={count} />}
            {rows.map((placed, index) => (
              <Lane
                key={placed.row.id}
                view={view}
                row={placed.row}
                isFolded={placed.isFolded}
                at={index + firstLane}
                onFold={onFold}
                bodyOf={props.bodyOf}
              />
            ))}
          </tbody>
        </table>
        {at >= 0 && (
          <div
            className={classes(styles.chosen, hasLoop && styles.belowLoop)}
            style={{ '--at': at } as CSSProperties}
            aria-hidden="true"
          />
        )}
      </div>
    </section>
  );
}

const StageRow = memo(function StageRow({ view }: { readonly view: MapView }) {
  return (
    <tr {...ROLES.row} className={styles.row} aria-rowindex={1}>
      <th
        {...ROLES.rowheader}
        className={classes(styles.head, styles.corner)}
        data-row={0}
        data-column={-1}
        tabIndex={-1}
      >
        {WORDS.stage}
      </th>
      {view.stages.map((stage) => (
        <th
          key={`${stage.id}:${stage.from}`}
          {...ROLES.columnheader}
          className={styles.stage}
          style={{ gridColumn: `span ${stage.columns}` }}
          aria-colindex={stage.from + 2}
          aria-colspan={stage.columns}
          data-row={0}
          data-column={stage.from}
          tabIndex={stage.from === 0 ? 0 : -1}
        >
          <span className={styles.stageIn}>
            <span className={styles.stageName}>{stage.title}</span>
            {stage.status && <StatusChip status={stage.status} words={stage.words} />}
          </span>
        </th>
      ))}
    </tr>
  );
});

function LoopRow({ loop, count }: { readonly loop: NonNullable<MapView['loop']>; readonly count: number }) {
  const { from, to, text, figure } = loop;
  return (
    <tr {...ROLES.row} className={styles.row} aria-rowindex={2}>
      <th
        {...ROLES.rowheader}
        className={classes(styles.head, styles.loopHead)}
        data-row={1}
        data-column={-1}
        tabIndex={-1}
      >
        {WORDS.loop}
      </th>
      <td
        {...ROLES.gridcell}
        className={styles.loop}
        style={{ gridColumn: `span ${count}` }}
        aria-colspan={count}
        data-row={1}
        data-column={0}
        tabIndex={-1}
      >
        {to !== null && (
          <span className={styles.rail} style={{ '--to': to, '--from': from } as CSSProperties} aria-hidden="true" />
        )}
        <span className={styles.loopText}>
          ∞ <FigureButton figure={{ text, behind: figure.behind }} what={text} isInGrid />
        </span>
      </td>
    </tr>
  );
}

const Lane = memo(function Lane({
  view,
  row,
  isFolded,
  at,
  onFold,
  bodyOf,
}: {
  readonly view: MapView;
  readonly row: MapRow;
  readonly isFolded: boolean;
  readonly at: number;
  readonly onFold: (row: string) => void;
  readonly bodyOf: MapGridProps['bodyOf'];
}) {
  const most = mostVoices(row);
  const isFeeling = row.cells.some(({ kind }) => kind === 'emotion');
  const kind = row.lane === null ? row.id : isFeeling ? 'feeling' : 'lane';
  return (
    <tr
      {...ROLES.row}
      className={classes(styles.row, isFolded && styles.folded)}
      aria-rowindex={at + 1}
      data-lane={kind}
    >
      <th
        {...ROLES.rowheader}
        className={styles.head}
        aria-expanded={!isFolded}
        data-row={at}
        data-column={-1}
        tabIndex={-1}
      >
        <button
          type="button"
          className={styles.fold}
          tabIndex={-1}
          aria-label={MAP_WORDS.lanes[isFolded ? 'unfold' : 'fold'](row.title)}
          onClick={() => onFold(row.id)}
        />
        <span className={styles.headName}>{row.title}</span>
        {row.note !== '' && !isFolded && <span className={styles.note}>{row.note}</span>}
      </th>
      {row.cells.map((cell, column) => {
        const of = view.columns[column];
        return (
          <td
            key={of?.id ?? column}
            {...(row.id === 'steps' ? ROLES.columnheader : ROLES.gridcell)}
            className={classes(
              styles.cell,
              of?.kind === 'off-map' && styles.offMap,
              cell.kind === 'nothing' && cell.isOff && styles.off,
            )}
            aria-colindex={column + 2}
            data-row={at}
            data-column={column}
            tabIndex={-1}
            aria-label={isFolded ? WORDS.folded : undefined}
          >
            {isFolded ? null : bodyOf ? (
              bodyOf(row, column)
            ) : isFeeling ? (
              <Emotion cells={row.cells} at={column} />
            ) : cell.kind === 'nothing' && cell.isOff && row.id !== 'customers' ? null : (
              <CellBody cell={cell} voicesMost={most} />
            )}
          </td>
        );
      })}
    </tr>
  );
});

function mostVoices({ cells }: MapRow): number {
  const counts = cells.flatMap((cell) =>
    cell.kind === 'voices' ? [cell.voices.unhappy.n, cell.voices.neutral.n, cell.voices.happy.n] : [],
  );
  return Math.max(1, ...counts);
}
