import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialAtMost, poissonAtMost } from './tails.ts';

// Reference values: the sums of their definitions with 40 digits, binomial ones from exact fractions.
test.each([
  [0, 40, 4.248354255291589e-18],
  [3, 7, 0.08176541624472163],
  [30, 40, 0.06169415311246963],
  [1, 0.25, 0.9735009788392561],
  [20, 8, 0.9999060320963082],
  [1_000_000, 1_000_000, 0.5002659614862837],
  [997_000, 1_000_000, 0.001346203718241104],
])('at most %i where %f are usual', (k, mean, expected) => {
  expect(poissonAtMost(k, mean) / expected).toBeCloseTo(1, 12);
});

test.each([
  [10, 20, 0.84, 0.00042674530885820715],
  [2, 10, 0.5, 0.0546875],
  [5, 5, 0.3, 1],
  [0, 30, 0.1, 0.0423911582752162],
  [40, 50, 0.9, 0.024537935704591455],
  [299_000, 1_000_000, 0.3, 0.01456821921993679],
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

test('a million a day is no work: limits of a year of such days are found at once', () => {
  let sum = 0;
  for (let i = 0; i < 4000; i += 1) sum += poissonAtMost(1e6 - i, 1e6) + binomialAtMost(5e5 - i, 1e6, 0.5);
  expect(sum).toBeGreaterThan(0);
});
