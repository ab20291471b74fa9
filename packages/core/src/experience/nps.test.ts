import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { npsOf, npsOfVoices } from './nps.ts';

interface Pinned {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly nps: number;
  readonly 'nps.var': number;
  readonly 'nps.se': number;
}

const shared = process.env.CONTINUO_SHARED ?? join(import.meta.dirname, '../../../../../shared');
const file = join(shared, 'reference/R/nps.json');

/** As many digits as the reference prints. */
function digitsOf(value: number): number {
  return String(Math.abs(value))
    .replace(/^0\.0*/, '')
    .replace('.', '').length;
}

describe('as R’s package NPS 1.1', () => {
  if (!existsSync(file)) {
    test.skip(`no ${file} here`, () => {});
    return;
  }
  const { overall, by_stage } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly overall: Pinned;
    readonly by_stage: Readonly<Record<string, Pinned>>;
  };
  test.each(Object.entries({ overall, ...by_stage }))('%s to all digits', (_, pinned) => {
    const found = npsOf(pinned.promoters, pinned.passives, pinned.detractors);
    expect(found?.n).toBe(pinned.n);
    for (const [own, theirs] of [
      [found?.nps, pinned.nps],
      [found?.variance, pinned['nps.var']],
      [found?.se, pinned['nps.se']],
    ] as const)
      expect(Number(own?.toPrecision(digitsOf(theirs)))).toBe(theirs);
  });
});

test('half of those who answer love it, one in five would warn', () => {
  expect(npsOf(50, 30, 20)).toMatchObject({ n: 100, nps: 0.3 });
  expect(npsOf(50, 30, 20)?.se).toBeCloseTo(0.0781025, 7);
  expect(npsOf(16, 12, 8)?.nps).toBeCloseTo(0.222222, 6);
});

test('of nobody there is none', () => {
  expect(npsOf(0, 0, 0)).toBeNull();
  expect(npsOfVoices({ unhappy: 2, neutral: 1, happy: 0 })).toMatchObject({ detractors: 2, passives: 1, promoters: 0 });
});

test('the variance is that of one answer as −1, 0, 1', () => {
  const count = fc.nat({ max: 60 });
  fc.assert(
    fc.property(count, count, count, (promoters, passives, detractors) => {
      const found = npsOf(promoters, passives, detractors);
      if (found === null) return;
      const answers = [...Array(promoters).fill(1), ...Array(passives).fill(0), ...Array(detractors).fill(-1)];
      const squares = answers.map((answer) => (answer - found.nps) ** 2).reduce((a, b) => a + b, 0);
      expect(found.variance).toBeCloseTo(squares / answers.length, 10);
    }),
    { numRuns: 100 },
  );
});
