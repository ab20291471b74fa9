import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomOf } from '../stats/seeded-random.ts';
import { learn, usualAt } from './baseline.ts';
import { inWeeks, type Point } from './point.ts';
import { replay } from './replay.ts';
import { advance, NEW_MEMORY, type WatchMemory, type WatchSide } from './watch.ts';

const counts = (...values: readonly number[]): Point[] => values.map((n, slot) => ({ slot, n, of: null }));
const QUIET = [10, 12, 9, 11, 10, 8, 12, 10, 11, 9, 10, 12, 8, 11, 10, 9, 11, 10, 12, 10, 9, 11, 10, 8, 12, 10, 11, 9];
const then = (...values: readonly number[]): Point[] => counts(...QUIET, ...values);
const watch = (points: readonly Point[], speaksOf: WatchSide = 'both', silent: readonly number[] = []) =>
  replay({ points, period: 'day', speaksOf, silent: new Set(silent) });
const states = (points: readonly Point[], speaksOf?: WatchSide, silent?: readonly number[]) =>
  watch(points, speaksOf, silent).verdicts.map(({ state, did }) => (did ? `${state}, ${did}` : state));

describe('one alert an episode', () => {
  test('a day beyond the limits opens it, three quiet days end it, and then the next may begin', () => {
    expect(states(then(10, 30, 31, 9, 10, 11, 30))).toEqual([
      'fine',
      'open, opened',
      'open',
      'open',
      'open',
      'fine, closed',
      'open, opened',
    ]);
  });

  test('inside the limits but never back on the good side it stays open', () => {
    expect(states(then(30, 12, 12, 13, 12, 11, 12)).slice(1)).toEqual(Array(6).fill('open'));
  });

  test('eight in a row on one side open it, since the first of them', () => {
    const { episodes } = watch(then(12, 11, 12, 11, 12, 11, 12, 11, 12));
    expect(episodes).toEqual([{ side: 'more', fromSlot: 28, spokenSlot: 35, closedSlot: null }]);
  });

  test('a watch for more says nothing of less', () => {
    expect(states(then(0, 0, 0), 'more')).toEqual(['fine', 'fine', 'fine']);
    expect(states(then(0, 0, 0), 'fewer')).toEqual(['open, opened', 'open', 'open']);
  });

  test('a silent day says nothing, changes nothing, and ends no episode', () => {
    expect(states(then(10, 0, 0, 10), 'both', [29, 30])).toEqual(['fine', 'no-data', 'no-data', 'fine']);
    expect(states(then(30, 0, 30), 'both', [29])).toEqual(['open, opened', 'no-data', 'open']);
  });

  test('a share of fewer than five tells nothing', () => {
    const shares = QUIET.map((n, slot): Point => ({ slot, n, of: 20 }));
    expect(states([...shares, { slot: 28, n: 4, of: 4 }, { slot: 29, n: 20, of: 20 }])).toEqual([
      'fine',
      'open, opened',
    ]);
  });
});

describe('what is usual', () => {
  test('under twenty points it is still learning, and says how many it has', () => {
    const { baseline, learnt, memory, verdicts } = watch(counts(...QUIET.slice(0, 19)));
    expect([baseline, learnt, memory.state, verdicts]).toEqual([null, { have: 19, need: 28 }, 'learning', []]);
  });

  test('it is frozen: what comes later does not move it', () => {
    const [quiet, wild] = [watch(then(10)).baseline, watch(then(99, 0, 99)).baseline];
    expect(wild).toEqual(quiet);
    expect(quiet).toMatchObject({ points: 28, fromSlot: 0, toSlot: 27, weekdays: null });
  });

  test('rare things are not unusual by themselves: nothing in 28 days, then one', () => {
    const baseline = learn(counts(...Array(28).fill(0)), 'day');
    expect(baseline && usualAt(baseline, { slot: 28, of: null })).toEqual({ centre: 0, lo: 0, hi: 1 });
    expect(baseline?.runs).toEqual({ more: 8, fewer: 8 });
  });

  test('a small day has a wider range than a large one; both stay between 0 and 1', () => {
    const baseline = learn(
      QUIET.map((n, slot): Point => ({ slot, n: n * 10 + 100, of: 400 })),
      'day',
    );
    const [small, large] = [6, 500].map((of) => baseline && usualAt(baseline, { slot: 30, of }));
    expect(small?.hi).toBe(1);
    expect(small?.lo).toBe(0);
    expect(large?.hi).toBeLessThan(0.7);
    expect(large?.lo).toBeGreaterThan(0.3);
  });

  test('where weekends differ much, a quiet Sunday is no alarm and a quiet Wednesday is one', () => {
    const random = randomOf(3);
    const days = Array.from({ length: 63 }, (_, slot): Point => {
      const isWeekend = (slot + 3) % 7 >= 5;
      return { slot, n: Math.round((isWeekend ? 20 : 100) + 8 * (random() - 0.5)), of: null };
    });
    expect(watch(days).baseline?.weekdays).not.toBeNull();
    expect(watch(days).episodes).toEqual([]);
    // Day 48 is a Wednesday.
    const broken = days.map((day) => (day.slot === 48 ? { ...day, n: 20 } : day));
    expect(watch(broken).episodes.map(({ spokenSlot }) => spokenSlot)).toEqual([48]);
  });

  test('weeks are whole weeks from Monday', () => {
    // Day 4 is Monday 5 January 1970.
    const days = Array.from({ length: 20 }, (_, slot): Point => ({ slot, n: 1, of: 2 }));
    expect(inWeeks(days)).toEqual([
      { slot: 1, n: 7, of: 14 },
      { slot: 2, n: 7, of: 14 },
    ]);
  });
});

const world = fc.record({
  values: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 0, maxLength: 70 }),
  speaksOf: fc.constantFrom<WatchSide>('more', 'fewer', 'both'),
  silent: fc.array(fc.nat(69), { maxLength: 8 }),
  of: fc.constantFrom(null, 30),
});

test('day by day a living watch says what the preview says, and an episode has one alert', () => {
  fc.assert(
    fc.property(world, ({ values, speaksOf, silent, of }) => {
      const points = values.map((n, slot): Point => ({ slot, n, of }));
      const asked = { period: 'day', speaksOf, silent: new Set(silent) } as const;
      const whole = replay({ points, ...asked });
      if (whole.baseline === null) return;
      let memory: WatchMemory = NEW_MEMORY;
      let isOpen = false;
      for (const point of points.slice(whole.baseline.toSlot + 1)) {
        const step = advance(whole.baseline, speaksOf, JSON.parse(JSON.stringify(memory)), {
          point,
          isSilent: asked.silent.has(point.slot),
        });
        memory = step.memory;
        expect(step.verdict).toEqual(whole.verdicts[point.slot - whole.baseline.toSlot - 1]);
        if (step.verdict.did === 'opened') expect(isOpen).toBe(false);
        if (step.verdict.did === 'closed') expect(isOpen).toBe(true);
        if (step.verdict.did) isOpen = step.verdict.did === 'opened';
        expect(memory.open !== null).toBe(isOpen);
      }
      expect(memory).toEqual(whole.memory);
      // Hearing the past up to any day is the beginning of hearing all of it.
      const half = replay({ points: points.slice(0, 50), ...asked, baseline: whole.baseline });
      expect(whole.verdicts.slice(0, half.verdicts.length)).toEqual(half.verdicts);
    }),
    { numRuns: 150 },
  );
});

test('quiet counts of any size rarely make a watch speak', () => {
  const random = randomOf(11);
  const poisson = (mean: number): number => {
    let [k, p] = [0, Math.exp(-mean)];
    let sum = p;
    const u = random();
    while (u > sum && k < 200) {
      k += 1;
      p *= mean / k;
      sum += p;
    }
    return k;
  };
  const spoken = (mean: number, speaksOf: WatchSide): number => {
    let alerts = 0;
    for (let one = 0; one < 50; one += 1) {
      const points = counts(...Array.from({ length: 84 }, () => poisson(mean)));
      alerts += watch(points, speaksOf).episodes.length;
    }
    return alerts / 50;
  };
  // In the 56 days after the baseline, a watch: what docs/measures.md says.
  for (const mean of [0.2, 1, 5, 30]) {
    expect([mean, spoken(mean, 'more')]).toSatisfy(([, n]) => n < 0.45);
    expect([mean, spoken(mean, 'both')]).toSatisfy(([, n]) => n < 0.75);
  }
});
