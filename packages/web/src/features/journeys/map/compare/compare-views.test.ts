import type { Figure, MapCell } from '@continuo/diagram';
import { describe, expect, test } from 'vitest';
import { comparedCell } from './compare-views.ts';

const figure = (n: number, of: number | null): Figure => ({
  ...{ text: String(n), n, of, sure: null, definition: 'had', behind: null },
});
const customers = (n: number, of: number, harmed: number | null): MapCell => ({
  ...{ kind: 'customers', label: '', had: figure(n, of), harmed: harmed === null ? null : figure(harmed, of) },
  ...{ lived: 0, harm: 0, anotherWay: 0, notYet: 0, planned: null, gap: null, isOffMap: harmed === null },
});
const tried = (n: number, of: number): MapCell => ({
  ...{ kind: 'count', label: '', figure: figure(n, of), of: '', tone: 'plain' },
});
const quiet = (words: string): MapCell => ({ kind: 'nothing', words, label: '', isOff: false });

describe('two cells beside each other', () => {
  test.each([
    [
      'more harmed',
      customers(443, 614, 171),
      customers(590, 600, 6),
      { kind: 'more', of100: 27, what: 'harmed', tone: 'harm' },
    ],
    ['fewer harmed', customers(590, 600, 6), customers(443, 614, 171), { kind: 'fewer', what: 'harmed', tone: 'good' }],
    [
      'more who did it, nobody harmed',
      customers(100, 200, 0),
      customers(50, 200, 0),
      { kind: 'more', of100: 25, what: 'value', tone: 'neutral' },
    ],
    [
      'off the map it is neither good nor bad',
      customers(158, 640, null),
      customers(10, 600, null),
      { kind: 'more', tone: 'neutral' },
    ],
    ['more had to try twice', tried(168, 614), tried(20, 600), { kind: 'more', what: 'value', tone: 'harm' }],
    ['nearly the same', tried(20, 600), tried(22, 600), { kind: 'no-difference' }],
    ['too few on one side', tried(9, 29), tried(1, 600), { kind: 'too-few' }],
    ['the same words', quiet('not measured'), quiet('not measured'), { kind: 'same' }],
    ['other words', quiet('a'), quiet('b'), { kind: 'words' }],
  ] as const)('%s', (_, left, right, expected) => {
    expect(comparedCell(left, right).difference).toMatchObject(expected);
  });

  test('what only one side has is not compared', () => {
    expect(comparedCell(customers(1, 2, 0), null).difference).toBeNull();
    expect(comparedCell(null, null)).toEqual({ left: null, right: null, difference: null });
  });
});
