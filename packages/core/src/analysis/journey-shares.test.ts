import { describe, expect, test } from 'vitest';
import { compareGroups, plainShare, shareOver } from './journey-shares.ts';

describe('share of people for whom it happens in the end', () => {
  const ended = [
    { elapsedMs: 5, kind: 'event' as const, people: 6 },
    { elapsedMs: 3, kind: 'other' as const, people: 4 },
  ];

  test('without open ones the plain share', () => {
    expect(shareOver(ended)).toEqual(plainShare({ n: 6, of: 10 }));
    expect(shareOver(ended)?.method).toBe('Wilson 95 %');
  });

  test('open ones are neither lost nor left out', () => {
    const share = shareOver([...ended, { elapsedMs: 4, kind: 'open', people: 5 }]);
    // 4 of 15 lost at 3; of 11 at risk 5 are only known up to 4; all 6 others get it.
    expect(share).toMatchObject({ n: 6, of: 15, method: 'Aalen-Johansen, 95 %' });
    expect(share?.estimate).toBeCloseTo(11 / 15, 12);
  });

  test('nobody has no share', () => {
    expect(shareOver([])).toBeNull();
    expect(plainShare({ n: 0, of: 0 })).toBeNull();
  });
});

describe('what is said of two groups', () => {
  test.each([
    ['as-promised', [90, 100], [60, 100], 'better'],
    ['as-promised', [60, 100], [90, 100], 'hurts'],
    ['got-it', [61, 100], [60, 100], 'no-difference'],
    ['unhappy', [90, 100], [60, 100], 'hurts'],
    ['unhappy', [60, 100], [90, 100], 'better'],
    ['got-it', [9, 9], [0, 100], 'too-few'],
    ['got-it', [14, 14], [0, 15], 'too-few'],
    ['got-it', [15, 15], [0, 15], 'better'],
  ] as const)('%s, %j with and %j without: %s', (outcome, [a, m], [b, n], verdict) => {
    expect(compareGroups(outcome, { n: a, of: m }, { n: b, of: n })?.verdict).toBe(verdict);
  });

  test('nothing, when one is empty', () => {
    expect(compareGroups('got-it', { n: 0, of: 0 }, { n: 1, of: 50 })).toBeNull();
  });
});
