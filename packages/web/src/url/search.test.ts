import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Filter, pack, readFilters, unpack, writeFilters } from './filters.ts';
import { METRICS, parseSearch, pathsSearch, stringifySearch } from './search.ts';
import { readSpan, writeSpan } from './span.ts';

const name = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const tricky = fc.oneof(name, fc.stringMatching(/^[~;:|a b]{1,8}$/));
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant('attribute' as const),
    attribute: tricky,
    values: fc.array(tricky, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('passes' as const), activity: tricky, is: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('starts' as const, 'ends' as const), activity: tricky }),
  fc.record({ kind: fc.constant('channel' as const), channel: tricky }),
);

describe('filters in an address', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(filter, { maxLength: 6 }), (filters) => {
        expect(readFilters(writeFilters(filters))).toEqual(filters);
      }),
    );
  });

  test('packed texts come back whatever they contain', () => {
    fc.assert(
      fc.property(fc.array(tricky, { minLength: 1 }), (parts) => {
        expect(unpack(pack(parts))).toEqual(parts);
      }),
    );
  });

  test.each(['nonsense', 'has', 'has:', 'attribute:brand', 'has:a:b', ';', 'begins:x;broken'])(
    '%j cannot be read',
    (text) => {
      expect(readFilters(text)).toBeNull();
    },
  );

  test('read like words', () => {
    expect(
      writeFilters([
        { kind: 'attribute', attribute: 'brand', values: ['Maple Sun', 'Other'] },
        { kind: 'passes', activity: 'Phone us', is: false },
      ]),
    ).toBe('attribute:brand:Maple Sun|Other;hasnt:Phone us');
  });
});

describe('a view in an address', () => {
  const view = fc.record(
    {
      from: fc.constantFrom('2026-09-28', '-28d'),
      unit: fc.constantFrom('person' as const, 'case' as const, 'gap' as const),
      gap: fc.integer({ min: 1, max: 5000 }).map((minutes) => writeSpan(minutes * 60_000)),
      f: fc.array(filter, { minLength: 1, maxLength: 3 }).map((filters) => writeFilters(filters)),
      act: fc.integer({ min: 1, max: 100 }),
      path: fc.integer({ min: 0, max: 100 }),
      metric: fc.constantFrom(...METRICS),
      sel: tricky,
      after: fc.integer({ min: 0, max: 10 }),
    },
    { requiredKeys: [] },
  );

  test('comes back, with its defaults left out', () => {
    fc.assert(
      fc.property(view, (state) => {
        const once = pathsSearch.read(parseSearch(stringifySearch(state)));
        expect(pathsSearch.read(state as Record<string, unknown>)).toEqual(once);
        expect(stringifySearch(once)).toBe(stringifySearch(state));
      }),
    );
  });

  test.each([
    ['?act=44&path=26', { act: 44, path: 26 }, []],
    ['?act=900&unit=case', { unit: 'case' }, ['act']],
    ['?metric=customers&utm_source=x', {}, []],
    ['?f=%00&from=tomorrow', {}, ['from', 'f']],
    ['?from=2026-13-45', {}, ['from']],
    ['?act=12&act=13', { act: 13 }, []],
    ['?act=x', { act: undefined }, ['act']],
  ])('%s is read without a crash', (query, expected, broken) => {
    expect(pathsSearch.read(parseSearch(query))).toEqual(expected);
    expect(pathsSearch.broken(parseSearch(query))).toEqual(broken);
  });

  test('any text at all is read without a crash', () => {
    fc.assert(fc.property(fc.string(), (query) => void pathsSearch.read(parseSearch(query))));
  });

  test('equal views have equal addresses', () => {
    expect(stringifySearch({ path: 26, act: 44, metric: 'customers', sel: '' })).toBe('?act=44&path=26');
  });
});

describe('a span', () => {
  test.each([
    [1_209_600_000, '2w'],
    [86_400_000, '1d'],
    [5_400_000, '90m'],
    [10, '1m'],
  ])('%d ms is written %s', (ms, text) => expect(writeSpan(ms)).toBe(text));
  test.each(['', '0d', 'd', '-3d', '3y', undefined])('%j is none', (text) => expect(readSpan(text)).toBeNull());
});
