import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changePoint } from './change-point.ts';
import { randomOf } from './seeded-random.ts';
import { spreadFactor, unsteadySince } from './unsteady.ts';

const days = (...shares: readonly (readonly [days: number, n: number])[]) =>
  shares.flatMap(([count, n]) => Array.from({ length: count }, () => ({ n, of: 50 })));

/** Days whose people are drawn with a share each. */
function drawn(shares: readonly number[], people: number, seed: number) {
  const random = randomOf(seed);
  return shares.map((share) => {
    let n = 0;
    for (let i = 0; i < people; i += 1) if (random() < share) n += 1;
    return { n, of: people };
  });
}

describe('change point', () => {
  test('finds the day, and what it was before and since', () => {
    expect(changePoint(days([12, 2], [9, 8]))).toEqual({ at: 12, before: 0.04, since: 0.16 });
  });

  test('looks for more only when told so', () => {
    const falling = days([10, 10], [10, 1]);
    expect(changePoint(falling)?.at).toBe(10);
    expect(changePoint(falling, 'more')).toBeNull();
  });

  test('says nothing with fewer than 14 days or 30 events; days without anybody are no days', () => {
    expect(changePoint(days([6, 0], [7, 20]))).toBeNull();
    expect(changePoint([...days([7, 0]), ...days([7, 4])])).toBeNull();
    const nobody = Array.from({ length: 5 }, () => ({ n: 0, of: 0 }));
    expect(changePoint([...days([6, 0]), ...nobody, ...days([7, 20])])).toBeNull();
    expect(changePoint([...days([8, 0]), ...nobody, ...days([7, 20])])?.at).toBe(13);
  });

  test('the edge of a cohort is no date: 7 days and 10 people stand on either side', () => {
    expect(changePoint(days([6, 2], [20, 10]))?.at ?? 7).toBeGreaterThanOrEqual(7);
    expect(changePoint(days([20, 2], [6, 30]))?.at ?? 7).toBeLessThanOrEqual(19);
    const few = (n: number, of: number) => Array.from({ length: 8 }, () => ({ n, of }));
    expect(changePoint([...few(0, 1), ...days([20, 25])])).toBeNull();
    expect(changePoint([...few(0, 2), ...days([20, 25])])?.at).toBe(8);
  });

  test('calls what never changed changed at most about once in a hundred, also when days differ a lot', () => {
    let even = 0;
    let wild = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = randomOf(seed);
      if (changePoint(drawn(Array(40).fill(0.2), 60, seed))) even += 1;
      if (
        changePoint(
          drawn(
            Array.from({ length: 40 }, () => 0.05 + 0.4 * random()),
            60,
            seed,
          ),
        )
      )
        wild += 1;
    }
    expect(even).toBeLessThanOrEqual(12);
    expect(wild).toBeLessThanOrEqual(12);
  });

  test('finds a doubling within two days in nearly all worlds', () => {
    let near = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const found = changePoint(drawn([...Array(25).fill(0.1), ...Array(20).fill(0.2)], 150, seed), 'more');
      if (found && Math.abs(found.at - 25) <= 2) near += 1;
    }
    expect(near).toBeGreaterThan(85);
  });

  test('the same days give the same answer, and it is one of them', () => {
    const period = fc.nat({ max: 30 }).chain((of) => fc.record({ n: fc.nat({ max: of }), of: fc.constant(of) }));
    fc.assert(
      fc.property(fc.array(period, { maxLength: 30 }), (periods) => {
        const found = changePoint(periods);
        expect(changePoint(periods)).toEqual(found);
        if (found) expect(periods[found.at]?.of).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('steadiness', () => {
  // Orange juice cans, Montgomery; the factor as R's qcc package gives it.
  const cans = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
  ].map((n) => ({ n, of: 50 }));

  test('the factor of a known chart', () => {
    expect(spreadFactor(cans)).toBeCloseTo(1.660867, 6);
  });

  test('days that merely differ a lot are steady', () => {
    expect(unsteadySince(cans)).toBeNull();
  });

  test('a lasting shift is not', () => {
    expect(unsteadySince(days([15, 3], [10, 12]))?.at).toBe(15);
  });

  test('fewer than 20 days with 5 people cannot tell', () => {
    expect(unsteadySince(days([10, 3], [9, 12]))).toBeNull();
    expect(unsteadySince(days([10, 3], [9, 12]).concat(Array(5).fill({ n: 1, of: 4 })))).toBeNull();
  });
});
