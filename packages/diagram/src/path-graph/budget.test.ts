/// <reference types="node" />
import { expect, test } from 'vitest';
import { toSvg } from '../scene/svg.ts';
import { largeGraph } from '../test/large-graph.ts';
import { drawPathGraph } from './draw.ts';
import { orderGraph } from './order.ts';
import { placeCards } from './place.ts';
import { routeEdges } from './route.ts';

/** Processor time of the best of five, ms: the machine may be shared. */
function best(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

test('200 steps and 1,500 moves keep near the budget of 50 ms for the layout', () => {
  const graph = largeGraph(200, 1500);
  const order = orderGraph(graph);
  const size = { width: 1280, direction: 'auto' } as const;
  const ordering = best(() => {
    orderGraph(graph);
  });
  const moving = best(() => {
    routeEdges(graph.edges, placeCards(graph.nodes, graph.edges, order, size));
  });
  const drawing = best(() => {
    toSvg(drawPathGraph(graph, { width: 1280, metric: 'customers', order }), { theme: 'page' });
  });
  const words = [ordering, moving, drawing].map((ms) => ms.toFixed(1));
  console.info(
    `200 steps, 1,500 moves: order ${words[0]} ms, place and route ${words[1]} ms, whole drawing ${words[2]} ms`,
  );
  // Four times the budget on a busy machine still means that nobody waits.
  expect(ordering + moving).toBeLessThan(200);
}, 60_000);

test('more than 3,000 moves are thinned, with a note, instead of hanging', () => {
  const scene = drawPathGraph(largeGraph(300, 3200), { width: 1280, metric: 'customers' });
  expect(scene.notes).toHaveLength(1);
  expect(scene.notes[0]).toMatch(/^Too much to draw: the \d+ most frequent of 3,200 moves between 1\d\d of 300 steps/);
  expect(scene.stops.length).toBeLessThan(800);
});
