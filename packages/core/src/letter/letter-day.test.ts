import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodNumber } from '../time/calendar.ts';
import { wallClock } from '../time/wall-clock.ts';
import { letterMs, letterWeek, mondayOf, nextLetterMs } from './letter-day.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
const at = (text: string): number => Date.parse(text);

describe('Mondays at eight', () => {
  test.each([
    ['a Wednesday', '2026-10-21T12:00Z', 'Europe/Madrid', '2026-10-26T07:00:00.000Z'],
    ['one ms before', '2026-10-26T06:59:59.999Z', 'Europe/Madrid', '2026-10-26T07:00:00.000Z'],
    ['at it: the next one', '2026-10-26T07:00Z', 'Europe/Madrid', '2026-11-02T07:00:00.000Z'],
    ['summer time ended the day before', '2026-10-19T06:00Z', 'Europe/Madrid', '2026-10-26T07:00:00.000Z'],
    ['summer time began the day before', '2027-03-22T07:00Z', 'Europe/Madrid', '2027-03-29T06:00:00.000Z'],
    ['over the year', '2026-12-31T12:00Z', 'Asia/Tokyo', '2027-01-03T23:00:00.000Z'],
    ['far west', '2026-10-26T14:00Z', 'Pacific/Honolulu', '2026-10-26T18:00:00.000Z'],
  ])('%s', (_, now, zone, expected) => expect(iso(nextLetterMs(at(now), zone))).toBe(expected));

  test.each([
    ['2026-10-26T06:59Z', '2026-10-19'],
    ['2026-10-26T07:00Z', '2026-10-26'],
    ['2026-11-01T23:00Z', '2026-10-26'],
    ['2027-01-01T12:00Z', '2026-12-28'],
    ['2024-03-01T12:00Z', '2024-02-26'],
    ['1970-01-01T12:00Z', '1969-12-29'],
  ])('the newest letter at %s is of %s', (now, monday) => {
    expect(mondayOf(letterWeek(at(now), 'Europe/Madrid'))).toBe(monday);
  });

  test('the next letter is later, at most eight days away, and on a Monday at eight', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Madrid', 'America/Toronto', 'Asia/Kathmandu', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at('2100-01-01T00:00Z') }), zones, (now, zone) => {
        const next = nextLetterMs(now, zone);
        const week = periodNumber(next, 'week', zone);
        expect(next).toBeGreaterThan(now);
        expect(next - now).toBeLessThanOrEqual(8 * 86_400_000);
        expect(iso(wallClock(next, zone)).slice(0, 16)).toBe(`${mondayOf(week)}T08:00`);
        expect(letterMs(week, zone)).toBe(next);
      }),
      { numRuns: 100 },
    );
  });
});
