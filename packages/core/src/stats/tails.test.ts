import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialAtMost, poissonAtMost } from './tails.ts';

// Reference values: the sums of their definitions, binomial ones from exact fractions.
test.each([
  [0, 40, 4.248354255291589e-18],
  [3, 7, 0.08176541624472163],
  [30, 40, 0.06169415311246963],
  [1, 0.25, 0.9735009788392561],
  [20, 8, 0.9999060320963082],
])('at most %i where %f are usual', (k, mean, expected) => {
  expect(poissonAtMost(k, mean) / expected).toBeCloseTo(1, 12);
});

test.each([
  [10, 20, 0.84, 0.00042674530885820715],
  [2, 10, 0.5, 0.0546875],
  [5, 5, 0.3, 1],
  [0, 30, 0.1, 0.0423911582752162],
  [40, 50, 0.9, 0.024537935704591455],
])('at most %i of %i with a chance of %f', (k, of, p, expected) => {
  expect(binomialAtMost(k, of, p)).toBeCloseTo(expected, 14);
});

test('nothing is surer than 1, nothing rarer than 0, and more is likelier', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.double({ min: 0, max: 250, noNaN: true }), (k, mean) => {
      const [here, next] = [poissonAtMost(k, mean), poissonAtMost(k + 1, mean)];
      expect(here).toBeGreaterThanOrEqual(0);
      expect(next).toBeGreaterThanOrEqual(here - 1e-12);
      expect(next).toBeLessThanOrEqual(1);
      const p = mean / 250;
      expect(binomialAtMost(k + 1, 300, p)).toBeGreaterThanOrEqual(binomialAtMost(k, 300, p) - 1e-12);
    }),
    { numRuns: 200 },
  );
});
