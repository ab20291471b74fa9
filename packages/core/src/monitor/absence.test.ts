import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomOf } from '../stats/seeded-random.ts';
import {
  type AbsenceMemory,
  advanceAbsence,
  hourOfWeek,
  isBack,
  learnHours,
  missingAt,
  NOTHING_MISSING,
} from './absence.ts';

const WEEK = 168;

function poisson(random: () => number, mean: number): number {
  let [k, p] = [0, Math.exp(-mean)];
  let sum = p;
  const u = random();
  while (u > sum && k < 300) {
    k += 1;
    p *= mean / k;
    sum += p;
  }
  return k;
}

/** Hours of the day from 8 to 20 have ten times what the night has. */
const rate = (hour: number, perHour: number): number => (hour % 24 >= 8 && hour % 24 < 20 ? perHour : perHour / 10);
function world(seed: number, perHour: number, hours: number): number[] {
  const random = randomOf(seed);
  return Array.from({ length: hours }, (_, hour) => poisson(random, rate(hour, perHour)));
}
const looking = (counts: readonly number[]) => (hour: number) => counts[hour] ?? 0;

// As the header of absence.ts says it.
test.each([
  ['forty an hour: missed after one hour', 40, 1],
  ['two an hour by day: missed within thirty hours', 2, 30],
  ['one in six hours, so two a day: within two weeks', 1 / 6, 14 * 24],
])('%s', (_, perHour, within) => {
  const counts = world(7, perHour, 10 * WEEK);
  const profile = learnHours(looking(counts), 0, 4 * WEEK);
  // From noon of the first day of week 6 nothing comes.
  const begin = 6 * WEEK + 12;
  const cut = counts.map((count, hour) => (hour >= begin ? 0 : count));
  const first = Array.from({ length: 4 * WEEK }, (_, i) => begin + i).find(
    (hour) => profile && missingAt(profile, looking(cut), hour),
  );
  expect((first ?? Number.POSITIVE_INFINITY) - begin + 1).toBeLessThanOrEqual(within);
});

test('night is quiet and no alarm; half a year of quiet hours has none either', () => {
  for (const [seed, perHour] of [
    [1, 40],
    [2, 3],
    [3, 0.3],
  ] as const) {
    const counts = world(seed, perHour, 26 * WEEK);
    const profile = learnHours(looking(counts), 0, 4 * WEEK);
    let memory: AbsenceMemory = NOTHING_MISSING;
    let alarms = 0;
    for (let hour = 4 * WEEK; profile && hour < counts.length; hour += 1) {
      const step = advanceAbsence(profile, memory, { hour, counts: looking(counts), isSilent: false });
      memory = step.memory;
      if (step.verdict.did === 'opened') alarms += 1;
    }
    expect([perHour, alarms]).toEqual([perHour, 0]);
  }
});

test('one alert an episode: missing, back, missing again', () => {
  const counts = world(5, 20, 8 * WEEK);
  const gap = (from: number, hours: number) => (hour: number) => hour >= from && hour < from + hours;
  const [one, two] = [gap(5 * WEEK + 12, 30), gap(6 * WEEK + 12, 30)];
  const cut = counts.map((count, hour) => (one(hour) || two(hour) ? 0 : count));
  const profile = learnHours(looking(cut), 0, 4 * WEEK);
  let memory: AbsenceMemory = NOTHING_MISSING;
  const did: string[] = [];
  for (let hour = 4 * WEEK; profile && hour < cut.length; hour += 1) {
    const step = advanceAbsence(profile, memory, { hour, counts: looking(cut), isSilent: false });
    memory = step.memory;
    if (step.verdict.did) did.push(`${step.verdict.did} ${hour - 4 * WEEK}`);
  }
  expect(did.map((each) => each.split(' ')[0])).toEqual(['opened', 'closed', 'opened', 'closed']);
});

test('while its source is silent it holds its tongue', () => {
  const counts = world(9, 30, 6 * WEEK).map((count, hour) => (hour >= 5 * WEEK ? 0 : count));
  const profile = learnHours(looking(counts), 0, 4 * WEEK);
  const step =
    profile &&
    advanceAbsence(profile, NOTHING_MISSING, { hour: 5 * WEEK + 20, counts: looking(counts), isSilent: true });
  expect(step?.verdict).toMatchObject({ state: 'no-data', did: null });
});

test('fewer than four weeks, or nothing at all, teach nothing', () => {
  expect(learnHours(() => 5, 0, 4 * WEEK - 1)).toBeNull();
  expect(learnHours(() => 0, 0, 4 * WEEK)).toBeNull();
});

test('what is usual adds up, whatever the week looks like', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 4 * WEEK, maxLength: 4 * WEEK }), (counts) => {
      const profile = learnHours(looking(counts), 0, counts.length);
      if (!profile) return;
      const sum = counts.reduce((all, count) => all + count, 0) / 4;
      expect(profile.usual.reduce((all, one) => all + one, 0)).toBeCloseTo(sum, 6);
      expect(profile.spread).toBeGreaterThanOrEqual(1);
      expect(isBack(profile, () => 1000, 9)).toBe(true);
    }),
    { numRuns: 20 },
  );
  expect(hourOfWeek(4 * 24)).toBe(0);
});
