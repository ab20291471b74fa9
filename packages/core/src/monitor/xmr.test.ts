import { expect, test } from 'vitest';
import { randomOf } from '../stats/seeded-random.ts';
import { xmrLimits } from './xmr.ts';

test('the reference: twenty values, mean 300.5, limits 279.78 and 321.22', () => {
  const values = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304];
  const limits = xmrLimits(values);
  expect(limits?.mean).toBeCloseTo(300.5, 10);
  expect(limits?.movingRange).toBeCloseTo(7.789474, 6);
  expect(limits?.lo).toBeCloseTo(279.78, 2);
  expect(limits?.hi).toBeCloseTo(321.22, 2);
});

test('one value has no limits; equal values have none but themselves', () => {
  expect(xmrLimits([5])).toBeNull();
  expect(xmrLimits([5, 5, 5])).toEqual({ mean: 5, movingRange: 0, lo: 5, hi: 5 });
});

// The price of learning from few points, as the header of xmr.ts says it.
test.each([
  [20, 0.011],
  [30, 0.0076],
  [100, 0.0039],
])('learnt from %i quiet points, about %f of the next ones lie outside', (m, share) => {
  const random = randomOf(m);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let outside = 0;
  const WORLDS = 4000;
  const NEXT = 20;
  for (let world = 0; world < WORLDS; world += 1) {
    const limits = xmrLimits(Array.from({ length: m }, normal));
    for (let next = 0; next < NEXT; next += 1) {
      const value = normal();
      if (limits && (value < limits.lo || value > limits.hi)) outside += 1;
    }
  }
  const found = outside / (WORLDS * NEXT);
  expect(found).toBeGreaterThan(share * 0.8);
  expect(found).toBeLessThan(share * 1.2);
});
