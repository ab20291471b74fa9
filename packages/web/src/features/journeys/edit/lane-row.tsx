import type { Lane } from '@continuo/core';
import { memo } from 'react';
import { classes } from '../../../ui/classes.ts';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { LaneCell, MenuButton, thingProps, typedProps, Who } from './edit-cells.tsx';
import styles from './edit-grid.module.css';
import type { EditColumn } from './grid-model.ts';
import { ROLES } from './grid-roles.ts';
import { TypeBox } from './type-box.tsx';

export interface LaneRowProps {
  readonly lane: Lane;
  readonly columns: readonly EditColumn[];
  /** Rows above it. */
  readonly at: number;
  /** Key of what is selected, when it lies in this lane; else null. */
  readonly selected: string | null;
  /** Key of what is typed into, when it lies in this lane; else null. */
  readonly typing: string | null;
  /** Names of others by where they are, on the whole map. */
  readonly who: ReadonlyMap<string, string>;
}

/** A lane with its cells; drawn anew only when something in it changed, so that an edit costs one row and not fourteen. */
export const LaneRow = memo(function LaneRow({ lane, columns, at, selected, typing, who }: LaneRowProps) {
  const key = `lane|${lane.id}`;
  const isTyped = typing === key;
  const others = [...who];
  return (
    <tr {...ROLES.row} aria-rowindex={at + 1}>
      <th {...ROLES.rowheader} className={styles.rowHead} aria-colindex={1}>
        <div
          {...(isTyped ? typedProps(key) : thingProps(key, selected === key))}
          className={classes(styles.laneName, who.has(key) && styles.theirs)}
        >
          {isTyped ? <TypeBox initial={lane.title} label={WORDS.lanePanel.title} /> : lane.title}
          <Who who={who.get(key)} />
        </div>
        <MenuButton of={key} name={lane.title} />
      </th>
      {columns.map((column, index) => {
        if (column.kind !== 'step')
          return (
            <td key={`empty-${column.into}`} {...ROLES.gridcell} aria-colindex={index + 2} className={styles.off} />
          );
        const { step } = column;
        const cell = `cell|${step.id}|${lane.id}`;
        return (
          <LaneCell
            key={step.id}
            step={step.id}
            stepTitle={step.title}
            lane={lane}
            cards={step.cells[lane.id]}
            column={index}
            selected={inCell(selected, cell)}
            typing={inCell(typing, cell)}
            who={others.findLast(([place]) => inCell(place, cell) !== null)?.[1]}
          />
        );
      })}
    </tr>
  );
}, isSameRow);

/** Of the columns only what this lane shows counts: an edit makes new columns, but leaves most lanes as they were. */
export function isSameRow(a: LaneRowProps, b: LaneRowProps): boolean {
  return (
    a.lane === b.lane &&
    a.at === b.at &&
    a.selected === b.selected &&
    a.typing === b.typing &&
    a.who === b.who &&
    (a.columns === b.columns ||
      (a.columns.length === b.columns.length &&
        a.columns.every((column, index) => {
          const other = b.columns[index];
          if (column.kind === 'step')
            return (
              other?.kind === 'step' &&
              column.step.id === other.step.id &&
              column.step.title === other.step.title &&
              column.step.cells[a.lane.id] === other.step.cells[a.lane.id]
            );
          return other?.kind === 'empty' && column.into === other.into;
        })))
  );
}

/** The key, when it is the cell's own or that of something in it; else null. */
export function inCell(key: string | null, cell: string): string | null {
  return key !== null && (key === cell || key.startsWith(`${cell}|`)) ? key : null;
}

/** The key, when it is the lane's own or that of a cell or card in it; else null. */
export function inLane(key: string | null, lane: string): string | null {
  const [kind, first, second] = key?.split('|') ?? [];
  return (kind === 'lane' && first === lane) || (kind === 'cell' && second === lane) ? key : null;
}
