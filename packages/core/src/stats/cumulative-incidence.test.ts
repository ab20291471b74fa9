import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cumulativeIncidence, type TimedOutcome } from './cumulative-incidence.ts';

const outcome: fc.Arbitrary<TimedOutcome> = fc.record({
  time: fc.nat({ max: 20 }),
  kind: fc.constantFrom('event' as const, 'other' as const, 'open' as const),
  n: fc.integer({ min: 1, max: 3 }),
});

test('without open ones it is the plain share, and so is its variance', () => {
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 1, maxLength: 20 }), (outcomes) => {
      const ended = outcomes.map((one) => (one.kind === 'open' ? { ...one, kind: 'other' as const } : one));
      const sum = (kind: string): number => ended.reduce((all, one) => all + (one.kind === kind ? one.n : 0), 0);
      const of = sum('event') + sum('other');
      const p = sum('event') / of;
      const found = cumulativeIncidence(ended);
      expect(found?.estimate).toBeCloseTo(p, 10);
      if (p === 0 || p === 1) return;
      const spread = (1.959963984540054 * Math.sqrt((p * (1 - p)) / of)) / Math.abs(p * Math.log(p));
      expect(found?.lo).toBeCloseTo(p ** Math.exp(spread), 8);
      expect(found?.hi).toBeCloseTo(p ** Math.exp(-spread), 8);
    }),
    { numRuns: 200 },
  );
});

test('a small table by hand: three of five, one still open at 2', () => {
  // At risk 5, 4 (event), 3 (open), 2 (other), 1 (event): 1/5 + 4/5 · 1/4 + 3/5 · 1/2 · 1/1
  const found = cumulativeIncidence([
    { time: 1, kind: 'event', n: 1 },
    { time: 2, kind: 'event', n: 1 },
    { time: 2, kind: 'open', n: 1 },
    { time: 3, kind: 'other', n: 1 },
    { time: 4, kind: 'event', n: 1 },
  ]);
  expect(found?.estimate).toBeCloseTo(0.2 + 0.2 + 0.3, 12);
});

test('times between two open ones may be put together', () => {
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 1, maxLength: 20 }), (outcomes) => {
      const opens = outcomes.filter(({ kind }) => kind === 'open').map(({ time }) => time);
      const together = outcomes.map((one) => ({
        ...one,
        // An open time stays after the endings that it is at risk for.
        time: 2 * opens.filter((time) => time < one.time).length + (one.kind === 'open' ? 1 : 0),
      }));
      const [found, coarse] = [cumulativeIncidence(outcomes), cumulativeIncidence(together)];
      expect(coarse?.estimate).toBeCloseTo(found?.estimate as number, 10);
      expect(coarse?.lo).toBeCloseTo(found?.lo as number, 8);
      expect(coarse?.hi).toBeCloseTo(found?.hi as number, 8);
    }),
    { numRuns: 200 },
  );
});

test('nobody, nothing and everything', () => {
  expect(cumulativeIncidence([])).toBeNull();
  expect(cumulativeIncidence([{ time: 1, kind: 'open', n: 3 }])).toMatchObject({ estimate: 0, lo: 0 });
  expect(cumulativeIncidence([{ time: 1, kind: 'event', n: 3 }])).toMatchObject({ estimate: 1, hi: 1 });
});
