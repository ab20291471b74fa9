import { type Count, newcombe } from '@continuo/core';
import type { Figure, MapCell, MapColumn, MapRow, MapView } from '@continuo/diagram';

/** Fewer on either side, and no difference is claimed. */
export const ENOUGH = 30;

/** What one side says in a cell. */
export interface SideValue {
  readonly text: string;
  /** Of a share; null: a time or words. */
  readonly count: Count | null;
  readonly figure: Figure | null;
  /** Of customers at a step of the map: how many of them were harmed. */
  readonly harmed: Count | null;
}

/** How two values differ: claimed only where the numbers allow it. */
export type Difference =
  | {
      readonly kind: 'more' | 'fewer';
      readonly of100: number;
      /** What is counted: those harmed, or those of whom the cell tells. */
      readonly what: 'harmed' | 'value';
      /** Worse or better for customers; how many did something is neither. */
      readonly tone: 'harm' | 'good' | 'neutral';
    }
  | { readonly kind: 'no-difference' | 'too-few' | 'same' | 'words' };

export interface ComparedCell {
  readonly left: SideValue | null;
  readonly right: SideValue | null;
  /** Null: one side has nothing to compare. */
  readonly difference: Difference | null;
}

/** Two maps in one grid: columns of both, in the order of the left with those of the right where they come. */
export interface ComparedView {
  /** The left map with the columns of both; its cells are those of the left, or of the right where the left has none. */
  readonly view: MapView;
  /** By row id, one a column. */
  readonly cells: ReadonlyMap<string, readonly ComparedCell[]>;
  readonly onlyOn: readonly ('left' | 'right' | null)[];
}

/** Holds two maps against each other cell by cell. Columns are the same when their ids are. */
export function compareViews(left: MapView, right: MapView): ComparedView {
  const columns = mergedColumns(left, right);
  const place = (view: MapView) => new Map(view.columns.map(({ id }, at) => [id, at]));
  const [inLeft, inRight] = [place(left), place(right)];
  const rightRows = new Map(right.rows.map((row) => [row.id, row]));
  const leftIds = new Set(left.rows.map(({ id }) => id));
  const rows = [...left.rows, ...right.rows.filter(({ id }) => !leftIds.has(id))].filter(({ id }) => id !== 'know');
  const cellsOf = (row: MapRow | undefined, at: ReadonlyMap<string, number>, id: string): MapCell | null =>
    row?.cells[at.get(id) ?? -1] ?? null;
  const merged = rows.map((row) => {
    const [a, b] = [leftIds.has(row.id) ? row : undefined, rightRows.get(row.id)];
    const pairs = columns.map(({ id }) => [cellsOf(a, inLeft, id), cellsOf(b, inRight, id)] as const);
    return { row, pairs };
  });
  const stages = mergedStages(columns, left, right);
  return {
    view: {
      ...left,
      columns: columns.map((column) => ({
        ...column,
        stage: stages.findIndex(({ from, columns: n }) => {
          const at = columns.indexOf(column);
          return at >= from && at < from + n;
        }),
      })),
      stages,
      loop: null,
      rows: merged.map(({ row, pairs }) => ({
        ...row,
        cells: pairs.map(([a, b]) => a ?? b ?? { kind: 'nothing', words: '', label: '', isOff: false }),
      })),
    },
    cells: new Map(merged.map(({ row, pairs }) => [row.id, pairs.map(([a, b]) => comparedCell(a, b))])),
    onlyOn: columns.map(({ id }) => (!inRight.has(id) ? 'left' : !inLeft.has(id) ? 'right' : null)),
  };
}

function mergedColumns(left: MapView, right: MapView): readonly MapColumn[] {
  const columns = [...left.columns];
  right.columns.forEach((column, at) => {
    if (columns.some(({ id }) => id === column.id)) return;
    const before = right.columns.slice(0, at).findLast(({ id }) => columns.some((one) => one.id === id));
    columns.splice(columns.findIndex(({ id }) => id === before?.id) + 1, 0, column);
  });
  return columns;
}

function mergedStages(columns: readonly MapColumn[], left: MapView, right: MapView): MapView['stages'] {
  const stageOf = (column: MapColumn) =>
    (left.columns.includes(column) ? left : right).stages[column.stage] ?? left.stages[0];
  const stages: MapView['stages'][number][] = [];
  columns.forEach((column, at) => {
    const stage = stageOf(column);
    const last = stages.at(-1);
    if (stage === undefined) return;
    if (last?.id === stage.id) stages[stages.length - 1] = { ...last, columns: last.columns + 1 };
    else stages.push({ ...stage, from: at, columns: 1 });
  });
  return stages;
}

/** Both values of one place and how they differ. */
export function comparedCell(a: MapCell | null, b: MapCell | null): ComparedCell {
  const [left, right] = [sideValue(a), sideValue(b)];
  return { left, right, difference: left && right ? differenceOf(a, left, right) : null };
}

function sideValue(cell: MapCell | null): SideValue | null {
  switch (cell?.kind) {
    case 'customers':
      return { ...share(cell.had), harmed: cell.harmed === null ? null : countOf(cell.harmed) };
    case 'voices':
      return share(cell.voices.unhappy);
    case 'count':
      return share(cell.figure);
    case 'time':
      return cell.half === null
        ? words(cell.promised)
        : { text: cell.half.text, count: null, figure: cell.half, harmed: null };
    case 'channels':
      return words(
        cell.parts.map(({ name, figure }) => (figure === null ? name : `${name} ${figure.text}`)).join(', '),
      );
    case 'cards':
      return words(cell.cards.map(({ text }) => text).join('; '));
    case 'lines':
      return words([cell.first, cell.second].filter((one) => one !== '').join('; '));
    case 'emotion':
      return words(cell.words);
    case 'step':
      return words(cell.foot);
    case 'nothing':
      return words(cell.words);
    default:
      return null;
  }
}

function countOf({ n, of }: Figure): Count | null {
  return of === null ? null : { n, of };
}

function share(figure: Figure): SideValue {
  return { text: figure.text, count: countOf(figure), figure, harmed: null };
}

function words(text: string): SideValue | null {
  return text === '' ? null : { text, count: null, figure: null, harmed: null };
}

/** More of it is worse for customers. */
const HARMS: ReadonlySet<MapCell['kind']> = new Set(['voices', 'count']);

function differenceOf(cell: MapCell | null, left: SideValue, right: SideValue): Difference {
  if (left.harmed && right.harmed) {
    const harmed = sharesDiffer(left.harmed, right.harmed);
    if (typeof harmed === 'number')
      return { ...moreOrFewer(harmed), what: 'harmed', tone: harmed > 0 ? 'harm' : 'good' };
  }
  if (left.count && right.count) {
    const found = sharesDiffer(left.count, right.count);
    if (typeof found === 'string') return { kind: found };
    const tone = HARMS.has(cell?.kind ?? 'nothing') ? (found > 0 ? 'harm' : 'good') : 'neutral';
    return { ...moreOrFewer(found), what: 'value', tone };
  }
  // Times stand without their spread here: both are shown, and nothing is claimed.
  return { kind: left.text === right.text ? 'same' : 'words' };
}

function moreOrFewer(difference: number) {
  const of100 = Math.max(1, Math.round(100 * Math.abs(difference)));
  return { kind: difference > 0 ? 'more' : 'fewer', of100 } as const;
}

/** Left minus right where its 95 % range leaves 0 out; else why nothing is claimed. */
function sharesDiffer(left: Count, right: Count): number | 'too-few' | 'no-difference' {
  const found = left.of < ENOUGH || right.of < ENOUGH ? null : newcombe(left, right);
  if (found === null) return 'too-few';
  return found.lo <= 0 && found.hi >= 0 ? 'no-difference' : found.difference;
}
