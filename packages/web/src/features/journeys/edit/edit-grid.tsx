import { type CSSProperties, memo, useCallback, useRef } from 'react';
import { classes } from '../../../ui/classes.ts';
import { SCROLLABLE } from '../../../ui/scrollable.ts';
import { EDITOR_WORDS as WORDS } from '../../../words/map-editor.ts';
import { DropLine } from './drop-line.tsx';
import { MenuButton, StepCell, thingProps, typedProps, Who } from './edit-cells.tsx';
import styles from './edit-grid.module.css';
import { gridKey } from './grid-keys.ts';
import { ROLES, wide } from './grid-roles.ts';
import { inCell, inLane, LaneRow } from './lane-row.tsx';
import { TypeBox } from './type-box.tsx';
import { TypedContext } from './typed-context.ts';
import type { Editor } from './use-editor.ts';
import { usePointerMoves } from './use-pointer-moves.ts';

/**
 * The map as a grid that is typed into. Handlers stand once, on the table; rows and cells are drawn anew only when they change,
 * and the grid itself only with the draft, the selection or the typing: saving, presence and the details pass it by.
 */
export const EditGrid = memo(function EditGrid({
  editor,
  who,
  steady,
  isReadOnly,
  onMenu,
}: {
  readonly editor: Editor;
  /** Names of others by where they are. */
  readonly who: ReadonlyMap<string, string>;
  /** What the draft from data says of a step or group, by id. */
  readonly steady: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly onMenu: (key: string, at: HTMLElement) => void;
}) {
  const { model, contract, selected, typing, moving } = editor;
  const table = useRef<HTMLTableElement>(null);
  const live = useRef(editor);
  live.current = editor;
  const typed = useCallback<Editor['typed']>((text, go) => live.current.typed(text, go), []);
  const pointer = usePointerMoves(live);
  const first = model.stages[0]?.thing.id;
  const now = selected ?? (first === undefined ? null : `stage|${first}`);
  const depth = model.groups.length;
  const place = moving?.place ?? pointer.place;

  const onClick = (event: React.MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const menu = target.closest<HTMLElement>('[data-menu]');
    if (menu) return onMenu(menu.dataset.menu ?? '', menu);
    const add = target.closest<HTMLElement>('[data-add]');
    if (add && !isReadOnly) editor.type(add.dataset.add ?? '', true);
  };
  return (
    <TypedContext.Provider value={typed}>
      <section className={styles.region} aria-label={WORDS.grid(contract.title)} {...SCROLLABLE}>
        <p id="grid-help" className="sr">
          {WORDS.gridHelp}
        </p>
        <table
          ref={table}
          {...ROLES.grid}
          className={classes(styles.table, moving && styles.moving)}
          style={{ '--count': model.columns.length } as CSSProperties}
          aria-label={WORDS.grid(contract.title)}
          aria-describedby="grid-help"
          aria-rowcount={2 + depth + model.lanes.length}
          aria-colcount={model.columns.length + 1}
          onKeyDown={(event) => gridKey(event, live.current, isReadOnly, onMenu)}
          onFocus={(event) => {
            const key = (event.target as HTMLElement).closest<HTMLElement>('[data-spot]')?.dataset.spot;
            if (key && key !== live.current.selected) editor.select(key);
          }}
          onClick={onClick}
          onDoubleClick={(event) => {
            if (live.current.typing !== null) return;
            const key = (event.target as HTMLElement).closest<HTMLElement>('[data-spot]')?.dataset.spot;
            if (key && !isReadOnly && !key.startsWith('group') && !key.startsWith('empty')) editor.type(key);
          }}
          {...(isReadOnly ? {} : pointer.handlers)}
        >
          <thead>
            <tr {...ROLES.row} aria-rowindex={1}>
              <th {...ROLES.columnheader} className={styles.rowHead} aria-colindex={1}>
                {WORDS.rows.stage}
              </th>
              {model.stages.map(({ thing: stage, from, columns }) => {
                const key = `stage|${stage.id}`;
                const isTyped = typing?.key === key;
                return (
                  <th
                    key={stage.id}
                    {...ROLES.columnheader}
                    {...wide(columns)}
                    aria-colindex={from + 2}
                    className={styles.stage}
                  >
                    <div
                      {...(isTyped ? typedProps(key) : thingProps(key, now === key))}
                      className={classes(styles.stageName, who.has(key) && styles.theirs)}
                    >
                      {isTyped ? <TypeBox initial={stage.title} label={WORDS.stagePanel.title} /> : stage.title}
                      <Who who={who.get(key)} />
                    </div>
                    <MenuButton of={key} name={stage.title} />
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {model.groups.map((row, at) => (
              <tr {...ROLES.row} key={`depth-${row[0]?.thing.id}`} aria-rowindex={2 + at}>
                <th {...ROLES.rowheader} className={styles.rowHead} aria-colindex={1}>
                  {at === 0 ? WORDS.rows.groups : ''}
                </th>
                {groupCells(row, model.columns.length).map((cell) =>
                  cell.group === null ? (
                    <td
                      key={`gap-${cell.from}`}
                      {...ROLES.gridcell}
                      {...wide(cell.columns)}
                      aria-colindex={cell.from + 2}
                      className={styles.noGroup}
                    />
                  ) : (
                    <td
                      key={cell.group.id}
                      {...ROLES.gridcell}
                      {...wide(cell.columns)}
                      aria-colindex={cell.from + 2}
                      className={styles.groupCell}
                    >
                      <div
                        {...thingProps(`group|${cell.group.id}`, now === `group|${cell.group.id}`)}
                        className={styles.group}
                      >
                        {groupWords(cell.group, steady.get(cell.group.id))}
                      </div>
                      <MenuButton of={`group|${cell.group.id}`} name={WORDS.group[cell.group.kind]} />
                    </td>
                  ),
                )}
              </tr>
            ))}
            <tr {...ROLES.row} aria-rowindex={2 + depth}>
              <th {...ROLES.rowheader} className={styles.rowHead} aria-colindex={1}>
                {WORDS.rows.steps}
                <span className={styles.note}>{WORDS.rows.stepsNote}</span>
              </th>
              {model.columns.map((column, at) =>
                column.kind === 'step' ? (
                  <StepCell
                    key={column.step.id}
                    step={column.step}
                    column={at}
                    selected={inCell(now, `step|${column.step.id}`)}
                    typing={inCell(typing?.key ?? null, `step|${column.step.id}`)}
                    who={who.get(`step|${column.step.id}`)}
                    steady={steady.get(column.step.id)}
                  />
                ) : (
                  <td
                    key={`empty-${column.into}`}
                    {...ROLES.gridcell}
                    aria-colindex={at + 2}
                    className={styles.stepCell}
                  >
                    <div
                      {...thingProps(`empty|${column.into}`, now === `empty|${column.into}`)}
                      draggable={false}
                      className={classes(styles.step, styles.dashed, styles.none)}
                    >
                      {WORDS.emptyStage}
                    </div>
                    <MenuButton of={`empty|${column.into}`} name={column.stage.title} />
                  </td>
                ),
              )}
            </tr>
            {model.lanes.map((lane, row) => (
              <LaneRow
                key={lane.id}
                lane={lane}
                columns={model.columns}
                at={2 + depth + row}
                selected={inLane(now, lane.id)}
                typing={inLane(typing?.key ?? null, lane.id)}
                who={who}
              />
            ))}
          </tbody>
        </table>
        {place && <DropLine place={place} table={table} />}
      </section>
    </TypedContext.Provider>
  );
});

type GroupSpan = Editor['model']['groups'][number][number];

function groupWords(group: GroupSpan['thing'], steady: string | undefined): string {
  return [WORDS.group[group.kind], group.isOptional ? WORDS.foot.optional : '', steady ?? '']
    .filter(Boolean)
    .join(' · ');
}

/** Groups of one depth with the gaps between them. */
function groupCells(row: readonly GroupSpan[], width: number) {
  const cells: { readonly group: GroupSpan['thing'] | null; readonly from: number; readonly columns: number }[] = [];
  let at = 0;
  for (const { thing, from, columns } of row) {
    if (from > at) cells.push({ group: null, from: at, columns: from - at });
    cells.push({ group: thing, from, columns });
    at = from + columns;
  }
  if (at < width) cells.push({ group: null, from: at, columns: width - at });
  return cells;
}
