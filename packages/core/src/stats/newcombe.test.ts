import { expect, test } from 'vitest';
import { newcombe } from './newcombe.ts';

// Table II of the paper, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i against %i of %i', (a, m, b, n, lo, hi) => {
  const found = newcombe({ n: a, of: m }, { n: b, of: n });
  expect(found?.lo).toBeCloseTo(lo, 4);
  expect(found?.hi).toBeCloseTo(hi, 4);
});

test('nothing can be said without a group', () => {
  expect(newcombe({ n: 0, of: 0 }, { n: 1, of: 2 })).toBeNull();
});
