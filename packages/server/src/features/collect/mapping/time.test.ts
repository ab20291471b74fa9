import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTime } from './read-time.ts';
import { Zone } from './zone.ts';

const utc = new Zone('UTC');

describe('reading times', () => {
  test.each([
    ['iso', '2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['iso', '2024-02-29 13:05', '2024-02-29T13:05:00.000Z'],
    ['iso', ' 2024-02-29T13:05:07 ', '2024-02-29T13:05:07.000Z'],
    ['iso', '2024/02/29 13:05:07', '2024-02-29T13:05:07.000Z'],
    ['iso', '2024-02-29T13:05:07.9996Z', '2024-02-29T13:05:07.999Z'],
    ['iso', '2019-11-01 17:59:13.273932', '2019-11-01T17:59:13.273Z'],
    ['iso', '2024-02-29T13:05:07.5+02:00', '2024-02-29T11:05:07.500Z'],
    ['iso', '2024-02-29T13:05:07-0330', '2024-02-29T16:35:07.000Z'],
    ['iso', '2024-02-29 13:05:07 UTC', '2024-02-29T13:05:07.000Z'],
    ['iso', '2024-02-29T13:05:07+01', '2024-02-29T12:05:07.000Z'],
    ['iso', '2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['epoch-s', '1709212507', '2024-02-29T13:15:07.000Z'],
    ['epoch-s', '1709212507.25', '2024-02-29T13:15:07.250Z'],
    ['epoch-ms', '1709212507123', '2024-02-29T13:15:07.123Z'],
    ['dd/MM/yyyy HH:mm[:ss]', '03/04/2024 05:06', '2024-04-03T05:06:00.000Z'],
    ['dd/MM/yyyy HH:mm[:ss]', '3/4/2024 5:06:07', '2024-04-03T05:06:07.000Z'],
    ['MM/dd/yyyy hh:mm:ss a', '03/04/2024 12:06:07 AM', '2024-03-04T00:06:07.000Z'],
    ['MM/dd/yyyy hh:mm a', '3/4/2024 12:06 PM', '2024-03-04T12:06:00.000Z'],
    ['MM/dd/yyyy hh:mm a', '3/4/2024 1:06 p.m.', '2024-03-04T13:06:00.000Z'],
    ['dd.MM.yyyy', '03.04.2024', '2024-04-03T00:00:00.000Z'],
    ['yyyy/MM/dd hh:mm:ss a', '2024/03/04 2:06:07 PM GMT+1', '2024-03-04T13:06:07.000Z'],
    ['MMM dd, yyyy', 'Mar 4, 2024', '2024-03-04T00:00:00.000Z'],
    ['dd-MMM-yyyy HH:mm', '4-March-2024 23:59', '2024-03-04T23:59:00.000Z'],
    ["yyyyMMdd'T'HHmmss", '20240304T050607', '2024-03-04T05:06:07.000Z'],
    ['dd/MM/yy', '03/04/69', '1969-04-03T00:00:00.000Z'],
  ])('%s reads %s', (format, text, expected) => {
    expect(new Date(compileTime(format, utc)(text)).toISOString()).toBe(expected);
  });

  test.each([
    ['iso', '2023-02-29'],
    ['iso', '2024-13-01'],
    ['iso', '2024-01-01T24:00:00'],
    ['iso', '2024-01-01T10:60'],
    ['iso', '2024-01-01Tnoon'],
    ['iso', '2024-01-01T10:00:00 or so'],
    ['iso', '01/02/2024'],
    ['iso', '20240101'],
    ['iso', 'never'],
    ['epoch-s', 'soon'],
    ['epoch-ms', ''],
    ['dd/MM/yyyy HH:mm[:ss]', '31/02/2024 10:00'],
    ['dd/MM/yyyy HH:mm[:ss]', '03/04/2024'],
    ['dd/MM/yyyy HH:mm[:ss]', '03/04/2024 10:00:'],
    ['MM/dd/yyyy hh:mm a', '3/4/2024 13:06 PM'],
  ])('%s does not read %s', (format, text) => {
    expect(compileTime(format, utc)(text)).toBeNaN();
  });

  test.each(['dd/MM', 'yyyy-QQ-dd', 'HH:mm'])('the pattern %s is refused', (pattern) => {
    expect(() => compileTime(pattern, utc)).toThrow(/cannot be used/);
  });

  test('any instant written as ISO in UTC is read back to the millisecond', () => {
    const read = compileTime('iso', utc);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) - 1 }), (ms) => {
        expect(read(new Date(ms).toISOString())).toBe(ms);
      }),
    );
  });
});

const ZONES = [
  ...[
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Africa/Casablanca',
  ],
  ...['Pacific/Apia', 'America/Sao_Paulo', 'Asia/Tehran', 'Europe/Dublin', 'Asia/Kolkata', 'UTC', 'Pacific/Kiritimati'],
] as const;

const FORMATS = new Map(
  ZONES.map((timeZone) => [
    timeZone as string,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
  ]),
);

/** Local time of an instant by another way than the code: the text that Intl writes. */
function localText(zone: string, ms: number): string {
  return FORMATS.get(zone)?.format(ms) ?? '';
}

describe('zones', () => {
  test('any local time of any zone becomes an instant that Intl shows as that time, the first of two', () => {
    const zones = new Map(ZONES.map((name) => [name, new Zone(name)]));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 86_400, max: 4_102_444_800 }), (name, second) => {
        const zone = zones.get(name) as Zone;
        const instant = compileTime('iso', zone)(localText(name, second * 1000));
        expect(localText(name, instant)).toBe(localText(name, second * 1000));
        expect(instant).toBeLessThanOrEqual(second * 1000);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['Europe/Berlin', '2024-03-31 02:30:00', '2024-03-31T01:30:00.000Z', 1, 0],
    ['Europe/Berlin', '2024-03-31 03:00:00', '2024-03-31T01:00:00.000Z', 0, 0],
    ['Europe/Berlin', '2024-10-27 02:30:00', '2024-10-27T00:30:00.000Z', 0, 1],
    ['Europe/Berlin', '2024-10-27 03:00:00', '2024-10-27T02:00:00.000Z', 0, 0],
    ['America/New_York', '2024-11-03 01:15:00', '2024-11-03T05:15:00.000Z', 0, 1],
    ['Australia/Lord_Howe', '2024-10-06 02:15:00', '2024-10-05T15:45:00.000Z', 1, 0],
    ['Pacific/Apia', '2011-12-30 12:00:00', '2011-12-30T22:00:00.000Z', 1, 0],
    ['America/Sao_Paulo', '2018-11-04 00:30:00', '2018-11-04T03:30:00.000Z', 1, 0],
  ])('%s %s is %s (moved %i, twice %i)', (name, local, expected, moved, ambiguous) => {
    const zone = new Zone(name);
    expect(new Date(compileTime('iso', zone)(local)).toISOString()).toBe(expected);
    expect([zone.moved, zone.ambiguous]).toEqual([moved, ambiguous]);
  });

  test('an offset in the value wins over the zone', () => {
    const zone = new Zone('Asia/Tokyo');
    expect(compileTime('iso', zone)('2024-03-31T02:30:00+01:00')).toBe(Date.UTC(2024, 2, 31, 1, 30));
    expect(compileTime('dd.MM.yyyy HH:mm', zone)('31.03.2024 02:30 Z')).toBe(Date.UTC(2024, 2, 31, 2, 30));
  });

  test('a name that is no zone is refused', () => {
    expect(() => new Zone('Mars/Olympus')).toThrow(/not a time zone/);
  });
});
