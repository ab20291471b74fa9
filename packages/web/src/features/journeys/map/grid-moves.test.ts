import { describe, expect, test } from 'vitest';
import { cellColumn, type GridShape, nextPlace, type Place } from './grid-moves.ts';

/** Stages from 0, 1 and 4; a loop; four lanes in two groups; six columns. */
const SHAPE: GridShape = {
  columns: 6,
  rows: [
    { kind: 'stages', starts: [0, 1, 4] },
    { kind: 'whole' },
    ...[0, 0, 1, 1].map((group) => ({ kind: 'cells', group }) as const),
  ],
};
const at = (row: number, column: number): Place => ({ row, column });
const press = (from: Place, ...keys: readonly string[]): Place =>
  keys.reduce((place, key) => nextPlace(place, key.replace('^', ''), key.startsWith('^'), SHAPE) ?? place, from);

describe('the keys of the grid', () => {
  test.each([
    ['from cell to cell', at(2, 0), ['ArrowRight', 'ArrowRight', 'ArrowDown'], at(3, 2)],
    ['to the name of the row and back', at(2, 0), ['ArrowLeft', 'ArrowLeft', 'ArrowRight'], at(2, 0)],
    ['no further than the last', at(2, 5), ['ArrowRight'], at(2, 5)],
    ['from stage to stage', at(0, 2), ['ArrowRight'], at(0, 4)],
    ['back from the middle of a stage to the one before', at(0, 3), ['ArrowLeft'], at(0, 0)],
    [
      'up through wide cells and down again to the same column',
      at(2, 3),
      ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown'],
      at(2, 3),
    ],
    ['to the ends of the row', at(3, 2), ['End'], at(3, 5)],
    ['to the beginning of the map', at(3, 2), ['^Home'], at(0, 0)],
    ['to the end of the map', at(3, 2), ['^End'], at(5, 5)],
    ['by groups of lanes', at(2, 1), ['PageDown'], at(4, 1)],
    ['up by groups', at(5, 1), ['PageUp', 'PageUp'], at(2, 1)],
    ['down from the last group to the last row', at(4, 1), ['PageDown'], at(5, 1)],
  ])('%s', (_, from, keys, to) => expect(press(from, ...keys)).toEqual(to));

  test('other keys mean nothing', () => expect(nextPlace(at(0, 0), 'x', false, SHAPE)).toBeNull());
  test('a wide cell holds all its columns', () => {
    expect([0, 1, 2, 3, 4, 5].map((column) => cellColumn(at(0, column), SHAPE))).toEqual([0, 1, 1, 1, 4, 4]);
    expect(cellColumn(at(1, 5), SHAPE)).toBe(0);
    expect(cellColumn(at(3, -1), SHAPE)).toBe(-1);
  });
});
