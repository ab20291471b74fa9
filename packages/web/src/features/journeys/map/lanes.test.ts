import { describe, expect, test } from 'vitest';
import { type LaneChoice, movedLane, orderedRows, readLanes, shownRows, toggledLane, writeLanes } from './lanes.ts';

const ROWS = ['steps', 'customers', 'voices', 'time', 'lane:a|b'].map((id) => ({ id }));
const ids = (rows: readonly { readonly id: string }[]): string => rows.map(({ id }) => id).join(' ');

describe('lanes', () => {
  test('come back from an address, whatever their names', () => {
    const choices: readonly LaneChoice[] = [
      { row: 'voices', how: 'hidden' },
      { row: 'lane:a|b', how: { at: 0 } },
      { row: 'time', how: 'folded' },
    ];
    expect(readLanes(writeLanes(choices))).toEqual(choices);
    expect(readLanes('-|~|x@|@3|nonsense')).toEqual([]);
    expect(writeLanes([])).toBeUndefined();
  });

  test('are hidden, folded and moved; those that are gone are passed over', () => {
    const choices = readLanes('-voices|~time|time@0|gone@1|-gone');
    expect(shownRows(ROWS, choices).map(({ row, isFolded }) => `${row.id}${isFolded ? '~' : ''}`)).toEqual([
      'time~',
      'steps',
      'customers',
      'lane:a|b',
    ]);
  });

  test('moving there and back leaves the address as it was', () => {
    const up = movedLane(ROWS, [], 'time', -1);
    expect(ids(orderedRows(ROWS, up))).toBe('steps customers time voices lane:a|b');
    const further = movedLane(ROWS, up, 'time', -1);
    expect(further).toEqual([{ row: 'time', how: { at: 1 } }]);
    expect(movedLane(ROWS, up, 'time', 1)).toEqual([]);
    expect(movedLane(ROWS, [], 'steps', -1)).toEqual([]);
  });

  test('hiding twice shows again', () => {
    const hidden = toggledLane([], 'time', 'hidden');
    expect(toggledLane(hidden, 'time', 'hidden')).toEqual([]);
    expect(toggledLane(hidden, 'time', 'folded')).toHaveLength(2);
  });
});
