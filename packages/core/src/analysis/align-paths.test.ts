import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignPaths } from './align-paths.ts';

const show = (a: string, b: string): string =>
  alignPaths([...a], [...b])
    .steps.map((step) => `${step.a ?? '-'}${step.b ?? '-'}`)
    .join(' ');

/** Textbook recurrence on prefixes, independent of the one under test (suffixes, two costs in one number). */
function levenshtein(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  row.unshift(0);
  a.forEach((x, i) => {
    const next = [i + 1];
    b.forEach((y, j) => {
      next.push(Math.min((row[j] as number) + (x === y ? 0 : 1), (row[j + 1] as number) + 1, (next[j] as number) + 1));
    });
    row = next;
  });
  return row[b.length] as number;
}

describe('alignPaths', () => {
  test('gives the Levenshtein distances of the running example', () => {
    const traces = ['abdeh', 'adceg', 'acdefbdeg', 'adbeh', 'acdefdcefcdeh', 'acdeg'];
    const matrix = traces.map((a) => traces.map((b) => alignPaths([...a], [...b]).distance));
    expect(matrix).toEqual([
      [0, 3, 5, 2, 9, 2],
      [3, 0, 5, 2, 9, 2],
      [5, 5, 0, 5, 6, 4],
      [2, 2, 5, 0, 9, 3],
      [9, 9, 6, 9, 0, 9],
      [2, 2, 4, 3, 9, 0],
    ]);
  });

  test.each([
    ['', '', ''],
    ['', 'ab', '-a -b'],
    ['ab', '', 'a- b-'],
    ['abc', 'abc', 'aa bb cc'],
    ['abc', 'ac', 'aa b- cc'],
    ['ac', 'abc', 'aa -b cc'],
    ['abc', 'axc', 'aa bx cc'],
    // Two equally short ways: the earliest equal step wins.
    ['aa', 'a', 'aa a-'],
    // Distance 2 either by two exchanges or by moving b: the way with an equal step wins, a alone first.
    ['ab', 'ba', 'a- bb -a'],
    // An exchange before a step left out.
    ['ab', 'c', 'ac b-'],
  ])('lays %j beside %j as %j', (a, b, steps) => {
    expect(show(a, b)).toBe(steps);
  });

  test('normalises by the longer route', () => {
    expect(alignPaths(['a', 'b', 'c', 'd'], ['a']).normalised).toBe(0.75);
    expect(alignPaths([], []).normalised).toBe(0);
  });

  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });

  test('both routes can be read back, in order, and the distance is Levenshtein', () => {
    fc.assert(
      fc.property(path, path, (a, b) => {
        const { steps, distance } = alignPaths(a, b);
        expect(steps.flatMap((step) => step.a ?? [])).toEqual(a);
        expect(steps.flatMap((step) => step.b ?? [])).toEqual(b);
        expect(distance).toBe(levenshtein(a, b));
        for (const step of steps) if (step.kind === 'same') expect(step.a).toBe(step.b);
      }),
    );
  });

  test('the distance is symmetric and obeys the triangle', () => {
    fc.assert(
      fc.property(path, path, path, (a, b, c) => {
        const d = (x: readonly string[], y: readonly string[]) => alignPaths(x, y).distance;
        expect(d(a, b)).toBe(d(b, a));
        expect(d(a, c)).toBeLessThanOrEqual(d(a, b) + d(b, c));
      }),
    );
  });
});
