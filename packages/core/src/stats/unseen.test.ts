import { describe, expect, test } from 'vitest';
import { chao1, coverageOf, unseenShare } from './unseen.ts';

// Municipality receipts, 1,434 cases, 116 routes (pm4py 2.7.11.4): 86 taken once, 11 twice.
describe('how complete the picture is', () => {
  test('the unseen share and its interval agree with the receipt log', () => {
    const unseen = unseenShare({ once: 86, twice: 11, n: 1434 });
    expect(1 - (unseen?.estimate ?? 0)).toBeCloseTo(0.940028, 6);
    expect(1 - (unseen?.hi ?? 0)).toBeCloseTo(0.926167, 6);
    expect(1 - (unseen?.lo ?? 0)).toBeCloseTo(0.953889, 6);
  });

  test('Chao1 agrees with the receipt log', () => {
    expect(chao1({ kinds: 116, once: 86, twice: 11 })).toBeCloseTo(420.58, 2);
  });

  test.each([
    { once: 0, twice: 0, n: 0, unseen: null },
    { once: 0, twice: 0, n: 5, unseen: { estimate: 0, lo: 0, hi: 0 } },
    { once: 3, twice: 0, n: 3, unseen: { estimate: 1, lo: 1, hi: 1 } },
  ])('$once of $n once: $unseen', ({ unseen, ...counts }) => {
    expect(unseenShare(counts)).toEqual(unseen);
  });

  test('coverage takes the most frequent kinds first', () => {
    const sizes = [
      { size: 1, kinds: 10 },
      { size: 5, kinds: 2 },
      { size: 30, kinds: 1 },
    ];
    expect(coverageOf(sizes, 50, [0.5, 0.6, 0.7, 0.8, 0.81, 1])).toEqual([
      { share: 0.5, variants: 1 },
      { share: 0.6, variants: 1 },
      { share: 0.7, variants: 2 },
      { share: 0.8, variants: 3 },
      { share: 0.81, variants: 4 },
      { share: 1, variants: 13 },
    ]);
    expect(coverageOf([], 0, [0.5])).toEqual([{ share: 0.5, variants: 0 }]);
  });
});
