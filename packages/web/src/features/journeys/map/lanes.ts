import { pack, unpack } from '../../../url/filters.ts';

/** What somebody did with lanes, in the order in which they did it. */
export interface LaneChoice {
  readonly row: string;
  readonly how: 'hidden' | 'folded' | { readonly at: number };
}

/** A row with whether only its name is shown. */
export interface Placed<Row> {
  readonly row: Row;
  readonly isFolded: boolean;
}

/** As it stands in an address: `-voices|~time|owner@2`. No choices give undefined. */
export function writeLanes(choices: readonly LaneChoice[]): string | undefined {
  if (choices.length === 0) return undefined;
  const parts = choices.map(({ row, how }) =>
    how === 'hidden' ? `-${row}` : how === 'folded' ? `~${row}` : `${row}@${how.at}`,
  );
  return pack(parts, '|');
}

/** Reads what `writeLanes` wrote; what cannot be read is passed over, as are lanes that no longer exist. */
export function readLanes(text: string | undefined): readonly LaneChoice[] {
  if (text === undefined) return [];
  return unpack(text, '|').flatMap((part): LaneChoice[] => {
    if (part.startsWith('-') && part.length > 1) return [{ row: part.slice(1), how: 'hidden' }];
    if (part.startsWith('~') && part.length > 1) return [{ row: part.slice(1), how: 'folded' }];
    const moved = /^(.+)@(\d{1,3})$/.exec(part);
    return moved?.[1] === undefined ? [] : [{ row: moved[1], how: { at: Number(moved[2]) } }];
  });
}

/** All rows in their chosen order, also the hidden ones. */
export function orderedRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  choices: readonly LaneChoice[],
): readonly Row[] {
  const order = [...rows];
  for (const { row, how } of choices) {
    const from = order.findIndex(({ id }) => id === row);
    if (typeof how === 'string' || from < 0) continue;
    const [moved] = order.splice(from, 1);
    if (moved) order.splice(how.at, 0, moved);
  }
  return order;
}

/** The rows to show. */
export function shownRows<Row extends { readonly id: string }>(
  rows: readonly Row[],
  choices: readonly LaneChoice[],
): readonly Placed<Row>[] {
  const is = (id: string, how: LaneChoice['how']): boolean =>
    choices.some((choice) => choice.row === id && choice.how === how);
  return orderedRows(rows, choices)
    .filter(({ id }) => !is(id, 'hidden'))
    .map((row) => ({ row, isFolded: is(row.id, 'folded') }));
}

/** The choices with a lane hidden or shown, folded or opened. */
export function toggledLane(
  choices: readonly LaneChoice[],
  row: string,
  how: 'hidden' | 'folded',
): readonly LaneChoice[] {
  const rest = choices.filter((choice) => choice.row !== row || choice.how !== how);
  return rest.length < choices.length ? rest : [...choices, { row, how }];
}

/** The choices with a lane moved up (−1) or down (+1) among all rows; at the edge nothing changes. */
export function movedLane<Row extends { readonly id: string }>(
  rows: readonly Row[],
  choices: readonly LaneChoice[],
  row: string,
  by: -1 | 1,
): readonly LaneChoice[] {
  const at = orderedRows(rows, choices).findIndex(({ id }) => id === row) + by;
  if (at < 0 || at >= rows.length) return choices;
  const rest = choices.at(-1)?.row === row && typeof choices.at(-1)?.how !== 'string' ? choices.slice(0, -1) : choices;
  const plain = orderedRows(rows, rest)[at]?.id === row;
  return plain ? rest : [...rest, { row, how: { at } }];
}
