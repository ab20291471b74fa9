import { filterGraph, type PathGraph } from '@continuo/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AIRLINE, AIRLINE_STAGES } from '../test/airline.ts';
import { largeGraph } from '../test/large-graph.ts';
import { type Frame, pointsAlong, toScreen } from './frame.ts';
import { orderGraph } from './order.ts';
import { directionFor, type Placement, placeCards } from './place.ts';
import { rankLimit } from './ranks.ts';
import { routeEdges } from './route.ts';
import { shownGraph } from './view.ts';

const SIZE = { width: 1280, direction: 'auto' } as const;

function withSliders(graph: PathGraph, activityShare: number, pathShare: number): PathGraph {
  return { ...graph, view: { ...filterGraph(graph, { activityShare, pathShare }), explainedRuns: 0, runs: 0 } };
}

/** Pairs of cards in both views that changed sides: their ranks, or their order inside one rank. */
function flips(a: Placement, b: Placement): number {
  const both = [...a.boxes.values()].flatMap((before) => {
    const after = b.boxes.get(before.activity);
    return after === undefined ? [] : [{ before, after }];
  });
  let found = 0;
  both.forEach((one, index) => {
    for (const two of both.slice(index + 1)) {
      const [p, q, r, s] = [one.before, two.before, one.after, two.after];
      if (Math.sign(p.row - q.row) !== Math.sign(r.row - s.row)) found++;
      else if (p.row === q.row && Math.sign(p.v - q.v) !== Math.sign(r.v - s.v)) found++;
    }
  });
  return found;
}

describe('layout of the path graph', () => {
  test('nothing changes sides when a slider moves', () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), share, share, share, share, (seed, a1, p1, a2, p2) => {
        const graph = largeGraph(40, 140, seed);
        const order = orderGraph(graph);
        const [one, two] = [withSliders(graph, a1, p1), withSliders(graph, a2, p2)].map((view) => {
          const { nodes, edges } = shownGraph(view);
          return placeCards(nodes, edges, order, SIZE);
        });
        expect(flips(one as Placement, two as Placement)).toBe(0);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test.each([
    ['the airline', AIRLINE, 1280],
    ['the airline on a phone', AIRLINE, 390],
    ['60 steps', largeGraph(60, 220, 3), 1280],
    ['60 steps on a wide screen', largeGraph(60, 220, 4), 3000],
  ])('no line passes behind a card that is not its own, cards do not overlap: %s', (_, graph, width) => {
    const placement = placeCards(graph.nodes, graph.edges, orderGraph(graph), { width, direction: 'auto' });
    const frame: Frame = { placement, x: 0, y: 0 };
    const half = { x: placement.cardWidth / 2 - 1, y: placement.cardHeight / 2 - 1 };
    const cards = [...placement.boxes.values()].map((box) => ({ box, at: toScreen(frame, box) }));
    for (const { box, at } of cards) {
      for (const other of cards) {
        if (other.box === box) continue;
        const apart = Math.abs(at.x - other.at.x) > 2 * half.x || Math.abs(at.y - other.at.y) > 2 * half.y;
        expect(apart, `${box.activity} × ${other.box.activity}`).toBe(true);
      }
    }
    for (const route of routeEdges(graph.edges, placement)) {
      for (const point of pointsAlong(route).map((p) => toScreen(frame, p))) {
        const hit = cards.find(
          ({ box, at }) =>
            box.activity !== route.edge.from &&
            box.activity !== route.edge.to &&
            Math.abs(point.x - at.x) < half.x &&
            Math.abs(point.y - at.y) < half.y,
        );
        expect(hit?.box.activity, `${route.edge.from} → ${route.edge.to}`).toBeUndefined();
      }
    }
  });

  test('stages follow one another and keep their order', () => {
    const order = orderGraph(AIRLINE, AIRLINE_STAGES);
    expect([...new Set(order.stageOfRank)]).toEqual(AIRLINE_STAGES.map((stage) => stage.name));
    expect(order.stageOfRank).toHaveLength(new Set(order.rank.values()).size);
  });

  test('ranks read from the first step to the last', () => {
    const { rank } = orderGraph(AIRLINE);
    const of = (name: string) => rank.get(name) ?? -1;
    expect(of('Find and book')).toBe(0);
    expect(of('Choose seats')).toBe(of('Skip seats at the partner'));
    // They lead to one another: side by side.
    expect(of('Phone us')).toBe(of('Ask in chat'));
    expect(of('Fly home')).toBe(Math.max(...rank.values()));
  });

  test('dense logs get no more ranks than can be read', () => {
    const order = orderGraph(largeGraph(200, 1500));
    expect(new Set(order.rank.values()).size).toBeLessThanOrEqual(rankLimit(200));
    expect(rankLimit(200)).toBe(23);
  });

  test.each([
    [9, 1242, 'across'],
    [9, 1241, 'down'],
    [1, 138, 'across'],
    [0, 0, 'across'],
  ] as const)('%i columns in %i px run %s', (columns, width, direction) => {
    expect(directionFor(columns, width)).toBe(direction);
  });

  test('the same graph gives the same layout, whatever the order of its edges', () => {
    const graph = largeGraph(60, 220, 7);
    const again = { ...graph, edges: [...graph.edges] };
    expect(orderGraph(again)).toEqual(orderGraph(graph));
  });
});
