import { describe, expect, test } from 'vitest';
import { mineTree } from './inductive-miner.ts';
import { coveredRoutes } from './seen-routes.ts';
import { blockStability, dealtOut, routesTaken, STEADY_FROM } from './stability.ts';

const route = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0) - 96);
const people = (...counts: [string, number][]) =>
  dealtOut(counts.map(([letters, n]) => ({ sequence: route(letters), runs: n, people: n })));

describe('coveredRoutes', () => {
  const seen = [
    { sequence: [1, 2], runs: 3 },
    { sequence: [1], runs: 3 },
    { sequence: [2], runs: 1 },
    { sequence: [2], runs: 2 },
    { sequence: [3], runs: 0 },
    { sequence: [4], runs: 1 },
  ];

  test.each([
    [0, [], 0],
    [0.3, [[1]], 3],
    [0.31, [[1], [2]], 6],
    [0.9, [[1], [2], [1, 2]], 9],
    [1, [[1], [2], [1, 2], [4]], 10],
  ])('a share of %s keeps %j', (share, routes, runs) => {
    const covered = coveredRoutes(seen, share);
    expect(covered.routes.map(({ sequence }) => sequence)).toEqual(routes);
    expect(covered).toMatchObject({ runs, ofRuns: 10 });
    expect(coveredRoutes(seen.toReversed(), share)).toEqual(covered);
  });
});

describe('blockStability', () => {
  test('a block that everybody lives is always found, one that one person of 200 lives hardly', () => {
    const lived = people(['abd', 150], ['acd', 49], ['ad', 1]);
    const tree = mineTree(routesTaken(lived));
    const stability = blockStability(tree, lived, { share: 1 });
    expect(stability.get('sequence 1,2,3,4')).toBe(1);
    expect(stability.get('choice 2,3')).toBe(1);
    // Drawn at least once: 1 − (1 − 1/200)^200 = 0.633; 100 rounds, 3 standard errors of 0.048.
    const optional = stability.get('optional 2,3') as number;
    expect(Math.abs(optional - 0.633)).toBeLessThan(0.145);
    expect(optional).toBeLessThan(STEADY_FROM);
  });

  test('draws people with all their runs', () => {
    // One person with 100 runs: in 1 of e rounds none of them is drawn.
    const lived = { routes: [route('ab'), route('ba')], people: [...Array(50).fill([0]), Array(100).fill(1)] };
    const stability = blockStability(mineTree(routesTaken(lived)), lived, { share: 1 });
    expect(Math.abs((stability.get('any-order 1,2') as number) - (1 - 1 / Math.E))).toBeLessThan(0.15);
  });

  test('says the same for the same seed, and something else for another', () => {
    const lived = people(['abc', 20], ['acb', 2], ['ac', 2]);
    const tree = mineTree(routesTaken(lived));
    const once = blockStability(tree, lived, { share: 1, seed: 7 });
    expect(blockStability(tree, lived, { share: 1, seed: 7 })).toEqual(once);
    expect(blockStability(tree, lived, { share: 1, seed: 8 })).not.toEqual(once);
  });

  test('knows nothing without people', () => {
    const stability = blockStability(mineTree([{ sequence: [1], runs: 1 }]), { routes: [], people: [] }, { share: 1 });
    expect([...stability]).toEqual([['step 1', 0]]);
  });

  test('deals runs out evenly', () => {
    const { people: dealt } = dealtOut([{ sequence: [1], runs: 5, people: 3 }]);
    expect(dealt).toEqual([[0], [0, 0], [0, 0]]);
  });
});

test('very long routes are told apart', () => {
  const long = new Array<number>(5000).fill(1);
  const { routes } = coveredRoutes(
    [long, [...long, 2], [...long], [1]].map((sequence) => ({ sequence, runs: 1 })),
    1,
  );
  expect(routes.map(({ sequence, runs }) => [sequence.length, runs])).toEqual([
    [5000, 2],
    [1, 1],
    [5001, 1],
  ]);
});
