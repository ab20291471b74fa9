import type { GridModel } from './grid-model.ts';

/** A thing on the grid that can have the focus. */
export type Spot =
  | { readonly kind: 'stage'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'step'; readonly id: string }
  /** A stage or group without a step. */
  | { readonly kind: 'empty'; readonly id: string }
  | { readonly kind: 'lane'; readonly id: string }
  /** `card` null: the cell as a whole. */
  | { readonly kind: 'cell'; readonly step: string; readonly lane: string; readonly card: string | null };

/** Ids hold no `|`. */
export function keyOf(spot: Spot): string {
  return spot.kind === 'cell'
    ? ['cell', spot.step, spot.lane, ...(spot.card === null ? [] : [spot.card])].join('|')
    : `${spot.kind}|${spot.id}`;
}

/** The spot of a key; null: it is none. */
export function spotOf(key: string): Spot | null {
  const [kind, first, second, third] = key.split('|');
  if (first === undefined) return null;
  if (kind === 'cell') return second === undefined ? null : { kind, step: first, lane: second, card: third ?? null };
  if (kind === 'stage' || kind === 'group' || kind === 'step' || kind === 'empty' || kind === 'lane')
    return { kind, id: first };
  return null;
}

export type Way =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'
  | 'page-up'
  | 'page-down';

const PAGE = 5;

/** Where a key leads from here; the same spot when there is nothing further. */
export function nextSpot(model: GridModel, spot: Spot, way: Way): Spot {
  const grid = rowsOf(model);
  const at = placeIn(model, grid, spot);
  if (at === null) return spot;
  const width = model.columns.length;
  const go = (row: number, column: number): Spot => {
    const rows = Math.max(0, Math.min(grid.length - 1, row));
    return spotAt(model, grid, rows, Math.max(-1, Math.min(width - 1, column))) ?? spot;
  };
  const inCell = spot.kind === 'cell' ? besideInCell(model, spot, way) : null;
  if (inCell) return inCell;
  const [from, to] = widthOf(model, spot, at.column);
  switch (way) {
    case 'left':
      return go(at.row, from - 1);
    case 'right':
      return go(at.row, to + 1);
    case 'up':
      return go(at.row - 1, at.column);
    case 'down':
      return go(at.row + 1, at.column);
    case 'row-start':
      return go(at.row, 0);
    case 'row-end':
      return go(at.row, width - 1);
    case 'first':
      return go(0, 0);
    case 'last':
      return go(grid.length - 1, width - 1);
    case 'page-up':
      return go(at.row - PAGE, at.column);
    case 'page-down':
      return go(at.row + PAGE, at.column);
  }
}

type RowName = 'stages' | 'steps' | `group:${number}` | `lane:${string}`;

function rowsOf({ groups, lanes }: GridModel): readonly RowName[] {
  return [
    'stages',
    ...groups.map((_, depth): RowName => `group:${depth}`),
    'steps',
    ...lanes.map(({ id }): RowName => `lane:${id}`),
  ];
}

function placeIn(
  model: GridModel,
  grid: readonly RowName[],
  spot: Spot,
): { readonly row: number; readonly column: number } | null {
  const column = columnOf(model, spot);
  if (column === null) return null;
  const depth = model.groups.findIndex((row) => row.some(({ thing }) => spot.kind === 'group' && thing.id === spot.id));
  const name: RowName =
    spot.kind === 'stage'
      ? 'stages'
      : spot.kind === 'group'
        ? `group:${depth}`
        : spot.kind === 'cell'
          ? `lane:${spot.lane}`
          : spot.kind === 'lane'
            ? `lane:${spot.id}`
            : 'steps';
  const row = grid.indexOf(name);
  return row < 0 ? null : { row, column };
}

/** Index of the first column of a spot; −1: the head of a row. */
export function columnOf(model: GridModel, spot: Spot): number | null {
  if (spot.kind === 'lane') return -1;
  const found =
    spot.kind === 'stage'
      ? model.stages.find(({ thing }) => thing.id === spot.id)?.from
      : spot.kind === 'group'
        ? model.groups.flat().find(({ thing }) => thing.id === spot.id)?.from
        : model.columns.findIndex((column) =>
            column.kind === 'empty'
              ? spot.kind === 'empty' && column.into === spot.id
              : column.step.id === (spot.kind === 'cell' ? spot.step : spot.kind === 'step' ? spot.id : ''),
          );
  return found === undefined || found < 0 ? null : found;
}

function widthOf(model: GridModel, spot: Spot, column: number): readonly [number, number] {
  const span =
    spot.kind === 'stage'
      ? model.stages.find(({ thing }) => thing.id === spot.id)
      : spot.kind === 'group'
        ? model.groups.flat().find(({ thing }) => thing.id === spot.id)
        : undefined;
  return span ? [span.from, span.from + span.columns - 1] : [column, column];
}

function spotAt(model: GridModel, grid: readonly RowName[], row: number, column: number): Spot | null {
  const name = grid[row];
  const covers = ({ from, columns }: { readonly from: number; readonly columns: number }) =>
    column >= from && column < from + columns;
  if (name === undefined) return null;
  if (name === 'stages') {
    const stage = model.stages.find(covers)?.thing;
    return stage ? { kind: 'stage', id: stage.id } : null;
  }
  const here = model.columns[column];
  if (name.startsWith('group:')) {
    const group = model.groups[Number(name.slice(6))]?.find(covers)?.thing;
    if (group) return { kind: 'group', id: group.id };
  }
  if (name === 'steps' || name.startsWith('group:')) {
    if (here === undefined) return null;
    return here.kind === 'step' ? { kind: 'step', id: here.step.id } : { kind: 'empty', id: here.into };
  }
  const lane = name.slice(5);
  if (column < 0) return { kind: 'lane', id: lane };
  if (here === undefined) return null;
  if (here.kind === 'empty') return { kind: 'empty', id: here.into };
  return { kind: 'cell', step: here.step.id, lane, card: here.step.cells[lane]?.[0]?.id ?? null };
}

function besideInCell(model: GridModel, spot: Extract<Spot, { kind: 'cell' }>, way: Way): Spot | null {
  if (way !== 'up' && way !== 'down') return null;
  const column = model.columns.find((one) => one.kind === 'step' && one.step.id === spot.step);
  const cards = column?.kind === 'step' ? (column.step.cells[spot.lane] ?? []) : [];
  const at = cards.findIndex(({ id }) => id === spot.card);
  const next = at < 0 ? undefined : cards[way === 'down' ? at + 1 : at - 1];
  return next ? { ...spot, card: next.id } : null;
}
