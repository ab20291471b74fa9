import { describe, expect, it } from 'vitest';
import { random } from './random.ts';

describe('random', () => {
  it('repeats itself for a seed', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, random(seed).unit);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('has the moments it says', () => {
    const r = random(42);
    const n = 100_000;
    const mean = (f: () => number) => Array.from({ length: n }, f).reduce((a, b) => a + b, 0) / n;
    expect(mean(r.unit)).toBeCloseTo(0.5, 2);
    expect(mean(r.normal)).toBeCloseTo(0, 1);
    expect(mean(() => r.normal() ** 2)).toBeCloseTo(1, 1);
    expect(mean(() => r.exponential(3))).toBeCloseTo(3, 1);
    expect(mean(() => Math.log(r.logNormal(7, 0.5)))).toBeCloseTo(Math.log(7), 1);
    expect(mean(() => r.int(1, 6))).toBeCloseTo(3.5, 1);
    expect(mean(() => Number(r.chance(0.2)))).toBeCloseTo(0.2, 1);
  });

  it('shuffles without losing anything and picks only from what is there', () => {
    const r = random(3);
    expect(r.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(() => r.pick([])).toThrow(RangeError);
  });
});
