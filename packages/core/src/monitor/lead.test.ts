import { expect, test } from 'vitest';
import { hasMoved, leadsOf, type Moved } from './lead.ts';

const share = (n: number, of: number, after: number, afterOf: number): Moved => ({
  before: { n, of, days: 28 },
  after: { n: after, of: afterOf, days: 4 },
});
const count = (n: number, after: number): Moved => ({
  before: { n, of: null, days: 28 },
  after: { n: after, of: null, days: 4 },
});
const named = (parts: Readonly<Record<string, Moved>>) =>
  Object.entries(parts).map(([name, moved]) => ({ name, moved }));

test.each<[string, Moved, Moved[], string]>([
  ['all of it in one of two', share(8, 400, 20, 60), [share(4, 200, 19, 30), share(4, 200, 1, 30)], 'part 0'],
  ['in both alike', share(8, 400, 20, 60), [share(4, 200, 10, 30), share(4, 200, 10, 30)], ''],
  ['one is large and no worse', share(8, 400, 20, 60), [share(7, 360, 18, 54), share(1, 40, 2, 6)], ''],
  ['too few to tell', share(8, 400, 6, 60), [share(4, 200, 3, 4), share(4, 200, 3, 56)], ''],
  ['counts', count(56, 40), [count(28, 36), count(28, 4)], 'part 0'],
  ['nothing unusual', count(56, 8), [count(28, 4), count(28, 4)], ''],
  ['nothing before to go by', share(0, 0, 20, 60), [share(0, 0, 20, 60)], ''],
])('%s', (_, whole, parts, expected) => {
  const all = named(Object.fromEntries(parts.map((part, i) => [`part ${i}`, part])));
  expect(
    leadsOf(whole, all, 'more')
      .map(({ name }) => name)
      .join(),
  ).toBe(expected);
});

test('what became rarer is found too', () => {
  const parts = named({ web: count(280, 0), phone: count(280, 41) });
  expect(leadsOf(count(560, 41), parts, 'fewer').map(({ name }) => name)).toEqual(['web']);
  expect(leadsOf(count(560, 41), parts, 'more')).toEqual([]);
});

test.each<[Moved, boolean]>([
  [share(1, 100, 9, 30), true],
  [share(1, 100, 1, 30), false],
  [share(0, 100, 2, 30), false],
  [share(0, 100, 4, 4), false],
  [count(0, 4), false],
  [count(0, 7), true],
])('%o has moved: %s', (moved, expected) => {
  expect(hasMoved(moved, 'more')).toBe(expected);
});
