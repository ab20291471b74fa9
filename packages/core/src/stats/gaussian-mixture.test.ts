import { describe, expect, test } from 'vitest';
import { type Component, equalPosterior, fitTwo, hasValley, type Weighed } from './gaussian-mixture.ts';

const short: Component = { weight: 0.7, mean: 1.2, deviation: 0.6 };
const long: Component = { weight: 0.3, mean: 4.8, deviation: 0.5 };

/** What a mixture would look like with this many values: no chance involved. */
function histogram(components: readonly Component[], total: number): Weighed[] {
  return Array.from({ length: 900 }, (_, i) => {
    const value = -1 + i / 100;
    const share = components.reduce((sum, { weight, mean, deviation }) => {
      const z = (value - mean) / deviation;
      return sum + (weight * Math.exp(-0.5 * z * z)) / (deviation * Math.sqrt(2 * Math.PI));
    }, 0);
    return { value, times: Math.round((share * total) / 100) };
  }).filter(({ times }) => times > 0);
}

describe('two rhythms in silences', () => {
  test('the point of equal posterior is the published one: 10^3.2192083 s = 27.61 min', () => {
    expect(equalPosterior([short, long])).toBeCloseTo(3.2192083, 6);
    expect(10 ** (equalPosterior([short, long]) as number)).toBeCloseTo(1656.56, 1);
  });

  test('the fit finds the components it was drawn from', () => {
    const fit = fitTwo(histogram([short, long], 100_000));
    expect(fit?.gain).toBeGreaterThan(10);
    expect(fit?.components[0].mean).toBeCloseTo(1.2, 2);
    expect(fit?.components[1].mean).toBeCloseTo(4.8, 2);
    expect(fit?.components[0].weight).toBeCloseTo(0.7, 2);
    expect(equalPosterior(fit?.components as readonly [Component, Component])).toBeCloseTo(3.219, 2);
    expect(hasValley(histogram([short, long], 100_000), [short, long], 3.219)).toBe(true);
  });

  test('one rhythm is not called two', () => {
    const fit = fitTwo(histogram([{ weight: 1, mean: 3, deviation: 0.7 }], 2000));
    expect(fit?.gain).toBeLessThan(10);
    const block = Array.from({ length: 100 }, (_, i) => ({ value: i / 100, times: 1000 }));
    const cut = fitTwo(block);
    expect(cut?.gain).toBeGreaterThan(10);
    expect(hasValley(block, cut?.components as readonly [Component, Component], 0.495)).toBe(false);
  });

  test('fewer than two different values have no fit; spikes do not break it', () => {
    expect(fitTwo([])).toBeNull();
    expect(fitTwo([{ value: 2, times: 1000 }])).toBeNull();
    const fit = fitTwo([
      { value: 2, times: 500 },
      { value: 5, times: 500 },
    ]);
    expect(fit?.components.map(({ mean }) => mean)).toEqual([2, 5]);
    expect(equalPosterior(fit?.components as readonly [Component, Component])).toBeCloseTo(3.5, 6);
  });
});
