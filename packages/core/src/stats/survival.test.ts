/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ending, incidencesBy } from './aalen-johansen.ts';
import { dropOffs } from './hazard.ts';
import { kaplanMeier, type Lasting, shareAt, timeQuantile } from './kaplan-meier.ts';

const SHARED = process.env.CONTINUO_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');

/** Weeks in remission of the maintained group; Miller, Survival Analysis (1981). */
const AML: readonly Lasting[] = (
  [
    [9, true],
    [13, true],
    [13, false],
    [18, true],
    [23, true],
    [28, false],
    [31, true],
    [34, true],
    [45, false],
    [48, true],
    [161, false],
  ] as const
).map(([time, happened]) => ({ time, happened, n: 1 }));

describe('Kaplan-Meier', () => {
  test('acute myelogenous leukaemia, maintained', () => {
    const points = kaplanMeier(AML);
    expect(points.map(({ time, share, lo }) => [time, share.toFixed(4), lo.toFixed(6)])).toEqual([
      [9, '0.9091', '0.508080'],
      [13, '0.8182', '0.447429'],
      [18, '0.7159', '0.350190'],
      [23, '0.6136', '0.265752'],
      [31, '0.4909', '0.167331'],
      [34, '0.3682', '0.092830'],
      [48, '0.1841', '0.011738'],
    ]);
    expect(timeQuantile(points, 0.5).time).toBe(31);
    expect(timeQuantile(points, 0.95)).toEqual({ time: null, lo: 48, hi: null });
  });

  test('nobody, and all at once', () => {
    expect(kaplanMeier([])).toEqual([]);
    expect(kaplanMeier([{ time: 3, happened: true, n: 2 }])).toEqual([
      { time: 3, atRisk: 2, events: 2, share: 0, lo: 0, hi: 0 },
    ]);
    expect(timeQuantile([], 0.5)).toEqual({ time: null, lo: null, hi: null });
  });

  test('a level kept exactly: its middle', () => {
    const points = kaplanMeier([
      { time: 1, happened: true, n: 1 },
      { time: 5, happened: true, n: 1 },
    ]);
    expect(timeQuantile(points, 0.5).time).toBe(3);
  });
});

interface Strata {
  readonly table: readonly { readonly median: number; readonly '0.95LCL': number; readonly '0.95UCL': number }[];
  readonly at: readonly {
    readonly strata: string;
    readonly time: number;
    readonly surv: number;
    readonly lower: number;
    readonly upper: number;
  }[];
}

describe.skipIf(!existsSync(SHARED))('survival as R gives it', () => {
  const reference = () => JSON.parse(readFileSync(resolve(SHARED, 'reference/R/survival.json'), 'utf8'));
  const rows = (file: string): Record<string, string>[] => {
    const [head, ...lines] = readFileSync(resolve(SHARED, 'data/sequences/survival', file), 'utf8')
      .trim()
      .split(/\r?\n/);
    const names = (head as string).split(',');
    return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i] as string, value])));
  };

  test.each([
    ['lung.csv', 'lung_by_sex', 'time', 'status', 'sex', ['1', '2']],
    ['waltons_dataset.csv', 'waltons_by_group', 'T', 'E', 'group', ['control', 'miR-137']],
  ] as const)('%s', (file, name, time, happened, group, groups) => {
    const expected = reference()[name] as Strata;
    for (const [index, value] of groups.entries()) {
      const points = kaplanMeier(
        rows(file)
          .filter((row) => row[group] === value)
          .map((row) => ({ time: Number(row[time]), happened: Number(row[happened]) === 1, n: 1 })),
        'log',
      );
      const { median, '0.95LCL': lo, '0.95UCL': hi } = expected.table[index] as Strata['table'][number];
      expect(timeQuantile(points, 0.5)).toEqual({ time: median, lo, hi });
      for (const at of expected.at.filter(({ strata }) => strata === `${group}=${value}`)) {
        const point = points.findLast((one) => one.time <= at.time);
        expect(point?.share).toBeCloseTo(at.surv, 10);
        expect(point?.lo).toBeCloseTo(at.lower, 9);
        expect(point?.hi).toBeCloseTo(at.upper, 9);
      }
    }
  });
});

const ending: fc.Arbitrary<Ending<'goal' | 'left'>> = fc.record({
  time: fc.integer({ min: 1, max: 12 }),
  end: fc.constantFrom('goal' as const, 'left' as const, null),
  n: fc.integer({ min: 1, max: 3 }),
});

describe('competing ends', () => {
  test('they and being under way add up to 1', () => {
    fc.assert(
      fc.property(fc.array(ending, { minLength: 1, maxLength: 15 }), fc.integer({ min: 1, max: 13 }), (endings, by) => {
        const found = incidencesBy(endings, by);
        const anyEnd = kaplanMeier(endings.map(({ time, end, n }) => ({ time, happened: end !== null, n })));
        const sum = [...found.values()].reduce((all, { estimate }) => all + estimate, 0);
        expect(sum + shareAt(anyEnd, by)).toBeCloseTo(1, 10);
        for (const { estimate, lo, hi } of found.values()) {
          expect(lo).toBeLessThanOrEqual(estimate + 1e-12);
          expect(hi).toBeGreaterThanOrEqual(estimate - 1e-12);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('with one kind of end it is 1 − Kaplan-Meier', () => {
    const found = incidencesBy(
      AML.map(({ time, happened, n }) => ({ time, end: happened ? 'end' : null, n })),
      23,
    );
    expect(found.get('end')?.estimate).toBeCloseTo(1 - 0.613636, 6);
  });

  test('nobody', () => {
    expect(incidencesBy([], 5).size).toBe(0);
  });
});

describe('drop-off', () => {
  test('hazards of those who came, and who is still there', () => {
    const found = dropOffs([
      { atRisk: 50, left: 15 },
      { atRisk: 0, left: 0 },
      { atRisk: 10, left: 0 },
    ]);
    expect(found[0]?.hazard?.lo).toBeCloseTo(0.191036, 6);
    expect(found[0]?.hazard?.hi).toBeCloseTo(0.437504, 6);
    expect(found.map(({ stillThere }) => stillThere)).toEqual([0.7, 0.7, 0.7]);
    expect(found[1]?.hazard).toBeNull();
    expect(() => dropOffs([{ atRisk: 1, left: 2 }])).toThrow(RangeError);
  });
});
