import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterGraph } from './filter-graph.ts';
import type { GraphEdge, GraphNode, PathGraph } from './path-graph.ts';

type NodeSpec = readonly [activity: string, events: number, starts: number, ends: number];
type EdgeSpec = readonly [from: string, to: string, count: number];

function graphOf(nodes: readonly NodeSpec[], edges: readonly EdgeSpec[]): PathGraph {
  return {
    nodes: nodes.map(
      ([activity, events, starts, ends]): GraphNode => ({
        ...{ activity, events, starts, ends, runs: events, people: events, channel: '' },
        ...{ unhappy: 0, neutral: 0, happy: 0 },
      }),
    ),
    edges: edges.map(
      ([from, to, count]): GraphEdge => ({
        ...{ from, to, count, runs: count, people: count },
        ...{ meanMs: 1, medianMs: 1, p90Ms: 1, minMs: 1, maxMs: 1 },
      }),
    ),
    view: null,
  };
}

const show = (graph: PathGraph, activityShare: number | null, pathShare: number | null): string => {
  const view = filterGraph(graph, { activityShare, pathShare });
  return `${view.activities.join('')}: ${view.edges.map((e) => e.from + e.to).join(' ')}`;
};

/** The running example: 6 cases `abdeh adceg acdefbdeg adbeh acdefdcefcdeh acdeg`. */
const running = graphOf(
  [
    ['a', 6, 6, 0],
    ['b', 3, 0, 0],
    ['c', 6, 0, 0],
    ['d', 9, 0, 0],
    ['e', 9, 0, 0],
    ['f', 3, 0, 0],
    ['g', 3, 0, 3],
    ['h', 3, 0, 3],
  ],
  ('de6 cd4 eg3 ef3 eh3 ac3 dc2 ce2 bd2 ad2 db1 be1 ab1 fd1 fc1 fb1'.split(' ') as readonly string[]).map(
    (t) => [t[0] as string, t[1] as string, Number(t.slice(2))] as const,
  ),
);

describe('filterGraph', () => {
  test.each<[string, number | null, number | null, string]>([
    ['no sliders keep everything', null, null, 'deacbfgh: de cd ac ef eg eh ad bd ce dc ab be db fb fc fd'],
    ['everything at 100 %', 1, 1, 'deacbfgh: de cd ac ef eg eh ad bd ce dc ab be db fb fc fd'],
    // Widest ways in: a by start, c by ac 3, d by cd 3, e by de 3, f g h by e 3; b by db 1 (4 hops), ab 1 (1 hop) wins.
    ['only what reachability needs', 1, 0, 'deacbfgh: de cd ac ef eg eh bd ab fd'],
    // d and e alone: neither starts nor ends: the widest ways to them take in a, c and g.
    ['connectors are kept', 0.25, 0, 'deacg: de cd ac eg'],
    ['a share above zero keeps at least one', 0.001, 0, 'deacg: de cd ac eg'],
    ['half of the rest, rounded up', 1, 0.5, 'deacbfgh: de cd ac ef eg eh ad bd ce dc ab be fd'],
  ])('%s', (_, activityShare, pathShare, expected) => {
    expect(show(running, activityShare, pathShare)).toBe(expected);
  });

  test.each<[string, PathGraph, string]>([
    ['an empty graph', graphOf([], []), ': '],
    ['one activity', graphOf([['a', 1, 1, 1]], [['a', 'a', 4]]), 'a: '],
    [
      'the thick way round is kept, not the thin short one',
      graphOf(
        [
          ['a', 9, 9, 0],
          ['b', 8, 0, 0],
          ['c', 9, 0, 9],
        ],
        [
          ['a', 'b', 8],
          ['b', 'c', 8],
          ['a', 'c', 1],
        ],
      ),
      'acb: ab bc',
    ],
    [
      'without starts and ends nothing is needed (the range cut every run)',
      graphOf(
        [
          ['a', 2, 0, 0],
          ['b', 1, 0, 0],
        ],
        [['a', 'b', 1]],
      ),
      'ab: ',
    ],
    ['an edge to a node that is not listed is left out', graphOf([['a', 1, 1, 1]], [['a', 'x', 3]]), 'a: '],
  ])('%s', (_, graph, expected) => {
    expect(show(graph, 1, 0)).toBe(expected);
  });

  const arbitraryGraph = fc.integer({ min: 1, max: 9 }).chain((size) => {
    const name = (index: number) => `n${index}`;
    const node = fc.tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
    );
    const edge = fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 20 }));
    return fc
      .tuple(
        fc.array(node, { minLength: size, maxLength: size }),
        fc.uniqueArray(edge, { maxLength: 24, selector: ([a, b]) => a * 100 + b }),
      )
      .map(([nodes, edges]) =>
        graphOf(
          nodes.map(([events, starts, ends], index) => [
            name(index),
            events,
            Math.max(0, starts - 1),
            Math.max(0, ends - 1),
          ]),
          edges.map(([a, b, count]) => [name(a), name(b), count]),
        ),
      );
  });
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });

  function reached(from: readonly string[], edges: readonly { from: string; to: string }[]): Set<string> {
    const seen = new Set(from);
    for (let grew = true; grew; ) {
      grew = false;
      for (const edge of edges) {
        if (!seen.has(edge.from) || seen.has(edge.to)) continue;
        seen.add(edge.to);
        grew = true;
      }
    }
    return seen;
  }
  const turned = (edges: readonly { from: string; to: string }[]) => edges.map((e) => ({ from: e.to, to: e.from }));

  test('what is reachable in the whole graph is reachable in the view, from a start and to an end', () => {
    fc.assert(
      fc.property(arbitraryGraph, share, share, (graph, activityShare, pathShare) => {
        const view = filterGraph(graph, { activityShare, pathShare });
        const kept = new Set(view.activities);
        const starts = graph.nodes.filter((n) => n.starts > 0).map((n) => n.activity);
        const ends = graph.nodes.filter((n) => n.ends > 0).map((n) => n.activity);
        const whole = [reached(starts, graph.edges), reached(ends, turned(graph.edges))] as const;
        const inside = [
          reached(
            starts.filter((a) => kept.has(a)),
            view.edges,
          ),
          reached(
            ends.filter((a) => kept.has(a)),
            turned(view.edges),
          ),
        ] as const;
        for (const activity of view.activities) {
          expect(inside[0].has(activity)).toBe(whole[0].has(activity));
          expect(inside[1].has(activity)).toBe(whole[1].has(activity));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('keeps the most frequent activities, only edges between kept ones, and no edge twice', () => {
    fc.assert(
      fc.property(arbitraryGraph, share, share, (graph, activityShare, pathShare) => {
        const view = filterGraph(graph, { activityShare, pathShare });
        const ranked = [...graph.nodes].sort((a, b) => b.events - a.events || (a.activity < b.activity ? -1 : 1));
        const top = ranked.slice(0, Math.ceil(activityShare * ranked.length - 1e-9)).map((n) => n.activity);
        expect(view.activities).toEqual(expect.arrayContaining(top));
        for (const edge of view.edges) {
          expect(view.activities).toContain(edge.from);
          expect(view.activities).toContain(edge.to);
        }
        expect(new Set(view.edges.map((e) => `${e.from} ${e.to}`)).size).toBe(view.edges.length);
      }),
    );
  });

  test('more paths never take one away, and the order of the input does not matter', () => {
    fc.assert(
      fc.property(arbitraryGraph, share, share, share, (graph, activityShare, p, q) => {
        const less = filterGraph(graph, { activityShare, pathShare: Math.min(p, q) });
        const more = filterGraph(graph, { activityShare, pathShare: Math.max(p, q) });
        expect(more.edges).toEqual(expect.arrayContaining([...less.edges]));
        const shuffled = { ...graph, nodes: [...graph.nodes].reverse(), edges: [...graph.edges].reverse() };
        expect(filterGraph(shuffled, { activityShare, pathShare: p })).toEqual(
          filterGraph(graph, { activityShare, pathShare: p }),
        );
      }),
    );
  });
});
