import { expect, test } from 'vitest';
import { quantileOf, spreadOf } from './quantile.ts';

test.each([
  { values: [], share: 0.5, quantile: Number.NaN },
  { values: [7], share: 0.9, quantile: 7 },
  { values: [1, 2], share: 0.5, quantile: 1.5 },
  { values: [0, 10, 20, 30], share: 0.9, quantile: 27 },
])('the $share quantile of $values is $quantile', ({ values, share, quantile }) => {
  expect(quantileOf(values, share)).toEqual(quantile);
});

// Case durations of the running example in seconds; the percentiles are those of pandas.
test('a spread is that of pandas', () => {
  expect(spreadOf([1_576_440, 520_920, 703_320, 779_580, 852_300, 1_368_780])).toEqual({
    n: 6,
    mean: 966_890,
    median: 815_940,
    p90: 1_472_610,
    min: 520_920,
    max: 1_576_440,
  });
  expect(spreadOf([])).toBeNull();
});
