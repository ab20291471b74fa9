import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTimeZone, type Period, periodNumber, periodStart } from './calendar.ts';

describe('calendar periods', () => {
  test.each([
    ['day', 'UTC', '1970-01-01T00:00Z', 0],
    ['day', 'UTC', '2026-03-01T23:59:59.999Z', 20_513],
    ['day', 'Europe/Madrid', '2026-03-01T23:00Z', 20_514],
    ['week', 'UTC', '1970-01-04T23:59Z', 0],
    ['week', 'UTC', '1970-01-05T00:00Z', 1],
    ['month', 'UTC', '1970-02-01T00:00Z', 1],
    ['month', 'America/Toronto', '2026-04-01T03:59Z', 674],
  ] as const)('%s in %s of %s is number %i', (period, timeZone, instant, number) => {
    expect(periodNumber(Date.parse(instant), period, timeZone)).toBe(number);
  });

  // In São Paulo midnight of 4 November 2018 did not exist: the clock went from 23:59:59 to 01:00.
  test.each([
    ['day', 'America/Sao_Paulo', '2018-11-04T03:00Z'],
    ['day', 'Europe/Madrid', '2026-03-28T23:00Z'],
    ['week', 'Asia/Kathmandu', '2026-03-01T18:15Z'],
    ['month', 'America/Toronto', '2026-03-01T05:00Z'],
  ] as const)('a %s in %s starts at %s', (period, timeZone, instant) => {
    const startMs = Date.parse(instant);
    expect(periodStart(periodNumber(startMs, period, timeZone), period, timeZone)).toBe(startMs);
    expect(periodNumber(startMs - 1, period, timeZone)).toBe(periodNumber(startMs, period, timeZone) - 1);
  });

  test('every instant lies between the start of its period and that of the next', () => {
    const zones = [
      'UTC',
      'Europe/Madrid',
      'America/Toronto',
      'America/Sao_Paulo',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800_000 }),
        fc.constantFrom<Period>('day', 'week', 'month'),
        fc.constantFrom(...zones),
        (timeMs, period, timeZone) => {
          const number = periodNumber(timeMs, period, timeZone);
          expect(periodStart(number, period, timeZone)).toBeLessThanOrEqual(timeMs);
          expect(periodStart(number + 1, period, timeZone)).toBeGreaterThan(timeMs);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a zone that nobody knows is refused', () => {
    expect(isTimeZone('Europe/Ottawa')).toBe(false);
    expect(isTimeZone('Europe/Madrid')).toBe(true);
  });
});
