import type { PathGraph } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { shownOf, usualShares } from './shares.ts';

const node = (activity: string, events: number) => ({
  activity,
  events,
  runs: events,
  people: events,
  starts: 0,
  ends: 0,
  channel: '',
  unhappy: 0,
  neutral: 0,
  happy: 0,
});
const edge = (from: string, to: string, count: number) => ({
  from,
  to,
  count,
  runs: count,
  people: count,
  meanMs: 0,
  medianMs: 0,
  p90Ms: 0,
  minMs: 0,
  maxMs: 0,
});
const SMALL: PathGraph = {
  nodes: [node('a', 6), node('b', 3), node('c', 1)],
  edges: [edge('a', 'b', 3), edge('b', 'c', 1)],
  view: null,
};

describe('what the graph shows', () => {
  test('a small graph is shown whole', () => {
    expect(usualShares(SMALL)).toEqual({ act: 100, path: 100 });
    expect(shownOf(SMALL)).toMatchObject({ steps: 3, events: 10, moves: 2, moved: 4, allMoved: 4 });
  });

  test('nothing is a graph too', () => {
    const none: PathGraph = { nodes: [], edges: [], view: null };
    expect(usualShares(none)).toEqual({ act: 100, path: 100 });
    expect(shownOf(none)).toMatchObject({ steps: 0, allEvents: 0 });
  });

  test('a large graph begins with what is readable', () => {
    const names = Array.from({ length: 56 }, (_, at) => `step ${at}`);
    const large: PathGraph = {
      nodes: names.map((name) => node(name, 5)),
      edges: names.flatMap((from) => names.slice(0, 6).map((to) => edge(from, to, 1))),
      view: null,
    };
    expect(usualShares(large)).toEqual({ act: 25, path: 30 });
  });

  test('a view counts what it holds', () => {
    const view = { activities: ['a', 'b'], edges: [{ from: 'a', to: 'b' }], explainedRuns: 2, runs: 4 };
    expect(shownOf({ ...SMALL, view })).toMatchObject({ steps: 2, allSteps: 3, events: 9, moves: 1, moved: 3 });
  });
});
