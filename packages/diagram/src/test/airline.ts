import type { GraphEdge, GraphNode, PathGraph } from '@continuo/core';
import type { NodeMark } from '../path-graph/card.ts';
import type { Stage } from '../path-graph/order.ts';

const HOUR = 3_600_000;

type NodeRow = readonly [
  activity: string,
  people: number,
  channel: string,
  felt: readonly [number, number, number],
  starts?: number,
  ends?: number,
];

const NODES: readonly NodeRow[] = [
  ['Find and book', 640, 'web', [1, 2, 6], 640],
  ['Fly to Madrid', 636, 'aboard', [1, 1, 9], 0, 5],
  ['Change planes in Madrid', 631, 'aboard', [11, 2, 1]],
  ['Check in, drop bag', 544, 'desk', [1, 2, 4], 0, 4],
  ['Choose seats', 521, 'app', [2, 2, 4]],
  ['Bag on the belt', 443, 'desk', [0, 0, 0], 0, 384],
  ['No bag on the belt', 171, 'desk', [14, 2, 1]],
  ['Bag brought to the hotel', 160, 'desk', [0, 0, 0], 0, 134],
  ['Phone us', 158, 'phone', [8, 1, 1], 0, 11],
  ['Skip seats at the partner', 119, 'partner', [5, 1, 0], 0, 12],
  ['Drop bag the evening before', 96, 'desk', [0, 1, 7]],
  ['Ask in chat', 64, 'chat', [2, 0, 0]],
  ['Fly home', 55, 'aboard', [0, 1, 4], 0, 55],
  ['Miss the plane', 43, 'desk', [0, 0, 0], 0, 24],
];

const EDGES: readonly (readonly [from: string, to: string, people: number, hours: number])[] = [
  ['Fly to Madrid', 'Change planes in Madrid', 631, 2.2],
  ['Check in, drop bag', 'Fly to Madrid', 540, 3.3],
  ['Find and book', 'Choose seats', 521, 1270],
  ['Choose seats', 'Check in, drop bag', 437, 250],
  ['Change planes in Madrid', 'Bag on the belt', 436, 3],
  ['Change planes in Madrid', 'No bag on the belt', 152, 3.2],
  ['Phone us', 'Phone us', 139, 9],
  ['No bag on the belt', 'Phone us', 121, 2.4],
  ['Find and book', 'Skip seats at the partner', 119, 700],
  ['Skip seats at the partner', 'Check in, drop bag', 107, 500],
  ['Phone us', 'Bag brought to the hotel', 98, 21],
  ['Drop bag the evening before', 'Fly to Madrid', 96, 14],
  ['Choose seats', 'Drop bag the evening before', 84, 240],
  ['Ask in chat', 'Bag brought to the hotel', 44, 30],
  ['Change planes in Madrid', 'Miss the plane', 43, 1.1],
  ['Bag on the belt', 'Fly home', 40, 660],
  ['No bag on the belt', 'Ask in chat', 32, 1.8],
  ['Phone us', 'Ask in chat', 32, 5],
  ['Bag on the belt', 'Phone us', 19, 40],
  ['Miss the plane', 'No bag on the belt', 19, 8],
  ['Ask in chat', 'Phone us', 18, 12],
  ['No bag on the belt', 'Bag brought to the hotel', 18, 46],
  ['Bag brought to the hotel', 'Fly home', 15, 640],
];

/** A month of travellers from Ottawa to Fuengirola; made up. */
export const AIRLINE: PathGraph = {
  nodes: NODES.map(
    ([activity, people, channel, [unhappy, neutral, happy], starts = 0, ends = 0]): GraphNode => ({
      ...{ activity, people, channel, unhappy, neutral, happy, starts, ends },
      ...{ events: activity === 'Phone us' ? 297 : people, runs: people },
    }),
  ),
  edges: EDGES.map(
    ([from, to, people, hours]): GraphEdge => ({
      ...{ from, to, people, count: people, runs: people, medianMs: hours * HOUR, meanMs: 1.2 * hours * HOUR },
      ...{ p90Ms: 2 * hours * HOUR, minMs: 0.2 * hours * HOUR, maxMs: 5 * hours * HOUR },
    }),
  ),
  view: null,
};

export const AIRLINE_STAGES: readonly Stage[] = [
  { name: 'Book and prepare', activities: ['Find and book', 'Choose seats', 'Skip seats at the partner'] },
  { name: 'At the airport', activities: ['Drop bag the evening before', 'Check in, drop bag'] },
  { name: 'Fly and connect', activities: ['Fly to Madrid', 'Change planes in Madrid', 'Miss the plane'] },
  {
    name: 'Arrive',
    activities: ['Bag on the belt', 'No bag on the belt', 'Phone us', 'Ask in chat', 'Bag brought to the hotel'],
  },
  { name: 'Come home', activities: ['Fly home'] },
];

export const AIRLINE_MARKS: Readonly<Record<string, NodeMark>> = {
  'Skip seats at the partner': { notOnMap: true, glyph: 'alert', words: 'this hurts' },
  'Drop bag the evening before': { notOnMap: true, glyph: 'good', words: 'their way is better' },
  'Change planes in Madrid': { glyph: 'alert', words: 'this hurts' },
  'Miss the plane': { notOnMap: true, harm: true, glyph: 'alert' },
  'No bag on the belt': { notOnMap: true, harm: true, glyph: 'alert' },
  'Phone us': { notOnMap: true, glyph: 'none', words: 'no difference seen' },
  'Ask in chat': { notOnMap: true, glyph: 'none', words: 'no difference seen' },
  'Bag brought to the hotel': { notOnMap: true },
};
