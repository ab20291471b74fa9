import { describe, expect, test } from 'vitest';
import { drawFlow } from './flow/draw.ts';
import { drawFunnel } from './funnel/draw.ts';
import { drawCohorts } from './loop/cohorts.ts';
import { drawLoop } from './loop/draw.ts';
import { mapView } from './map/build.ts';
import { drawMap, type MapDrawing } from './map/draw-map.ts';
import type { MapInput } from './map/map-input.ts';
import { drawPresent } from './map/present.ts';
import { drawPathGraph } from './path-graph/draw.ts';
import { drawRouteDiff } from './routes/diff.ts';
import { drawRoutes } from './routes/draw.ts';
import type { Scene, SceneNode } from './scene/scene.ts';
import { toSvg } from './scene/svg.ts';
import { AIRLINE, AIRLINE_MARKS, AIRLINE_STAGES } from './test/airline.ts';
import * as answers from './test/airline-answers.ts';
import { AIRLINE_MAP } from './test/airline-map.ts';
import { EMPTY_MAP, NOBODY_MAP, UNCONNECTED_MAP, WORDY_MAP } from './test/poor-maps.ts';
import { drawTimeline } from './timeline/draw.ts';
import { drawWatchChart, type WatchChartData, type WatchPoint } from './watch-chart/draw.ts';

const {
  FLOW,
  FLOW_INPUT,
  FUNNEL,
  FUNNEL_BY_BRAND,
  FUNNEL_INPUT,
  RETENTION,
  RETENTION_INPUT,
  TIMELINE,
  VARIANTS,
  ZONE,
} = answers;
const GRAPH = { width: 1280, marks: AIRLINE_MARKS, stages: AIRLINE_STAGES } as const;
const EMPTY = { nodes: [], edges: [], view: null };
const NO_ROUTES = { ...VARIANTS, variants: [], total: 0, leftOut: 0, once: 0, twice: 0, unseen: null, coverage: [] };
const LAP = { width: 900, lapGapMs: RETENTION_INPUT.lapGapMs };

const DAY = 86_400_000;
const bagDay = (n: number, i: number): WatchPoint => {
  const fromMs = Date.UTC(2026, 7, 31) + i * DAY;
  if (i < 14) return { fromMs, n, of: 23, usual: null, saw: 'learnt' };
  const saw = i === 20 ? 'silent' : n > 3 ? 'beyond' : 'usual';
  return { fromMs, n, of: 23, usual: { centre: 0.01, lo: 0, hi: 3 / 23 }, saw };
};
const BAGS: WatchChartData = {
  period: 'day',
  isShare: true,
  points: [0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 5, 7, 6, 8, 6].map(bagDay),
  learnt: { fromMs: Date.UTC(2026, 7, 31), toMs: Date.UTC(2026, 8, 14) },
};
const WATCH = { width: 560, timeZone: 'UTC', title: 'Bags that did not come', spoken: [Date.UTC(2026, 8, 22)] };

/** The first page of a map; every map has one. */
const map = (input: MapInput, options: MapDrawing = {}, page = 0): Scene =>
  drawMap(mapView(input), options)[page] as Scene;

const SCENES: readonly (readonly [name: string, scene: Scene])[] = [
  ['path-graph', drawPathGraph(AIRLINE, { ...GRAPH, height: 640, metric: 'customers', selected: 'Phone us' })],
  ['path-graph-felt-down', drawPathGraph(AIRLINE, { width: 720, metric: 'felt' })],
  ['path-graph-time', drawPathGraph(AIRLINE, { width: 1400, metric: 'time' })],
  ['flow', drawFlow(FLOW, { input: FLOW_INPUT, width: 1000 })],
  ['routes', drawRoutes(VARIANTS, { width: 1000, runs: 640, selected: 1 })],
  [
    'route-diff',
    drawRouteDiff(answers.route('bsdfmo').path, answers.route('bpdfmnthy').path, {
      width: 900,
      names: ['Most', 'This one'],
    }),
  ],
  ['funnel', drawFunnel(FUNNEL, { input: FUNNEL_INPUT, width: 900 })],
  ['funnel-by-brand', drawFunnel(FUNNEL_BY_BRAND, { input: { ...FUNNEL_INPUT, breakdown: 'brand' }, width: 900 })],
  ['timeline', drawTimeline(TIMELINE, { width: 1200, timeZone: ZONE, selected: 5 })],
  ['loop', drawLoop(RETENTION.loop, LAP)],
  ['cohorts', drawCohorts(RETENTION, { input: RETENTION_INPUT, width: 800 })],
  ['map', map(AIRLINE_MAP)],
  ['map-planned', map({ ...AIRLINE_MAP, layer: 'planned' })],
  ['map-lived', map({ ...AIRLINE_MAP, layer: 'lived' })],
  ['map-a4-second-page', map(AIRLINE_MAP, { page: 'a4' }, 1)],
  ['map-wordy', map(WORDY_MAP, { page: 'a3' })],
  ['present', drawPresent(mapView(AIRLINE_MAP), 5)],
  ['watch-chart', drawWatchChart(BAGS, WATCH)],
];

/** Poor and empty data is the normal state: every drawing has to survive it. */
const POOR: readonly (readonly [name: string, scene: Scene])[] = [
  ['a graph without steps', drawPathGraph(EMPTY, { width: 320, metric: 'customers' })],
  ['a flow without its anchor', drawFlow({ nodes: [], links: [], anchored: 0 }, { input: FLOW_INPUT, width: 320 })],
  ['no routes', drawRoutes(NO_ROUTES, { width: 320, runs: 0 })],
  ['two empty routes', drawRouteDiff([], [], { width: 320, names: ['a', 'b'] })],
  ['a funnel nobody entered', drawFunnel({ groups: [] }, { input: FUNNEL_INPUT, width: 320 })],
  ['nobody known', drawTimeline({ ...TIMELINE, moments: [] }, { width: 320, timeZone: ZONE })],
  [
    'nobody at all',
    drawLoop({ laps: [], reentry: [], betweenMs: null, cameBack: 0, people: 0 }, { ...LAP, width: 320 }),
  ],
  ['a map of which nothing lived is known', map({ ...AIRLINE_MAP, lived: null, gaps: null, days: null, before: null })],
  ['a map that is not connected', map(UNCONNECTED_MAP)],
  ['a map without customers', map(NOBODY_MAP)],
  ['an empty map', map(EMPTY_MAP)],
  ['an empty map on paper', map(EMPTY_MAP, { page: 'a4' })],
  ['a lived map that is not connected', map({ ...UNCONNECTED_MAP, layer: 'lived' })],
  ['a watch that knows nothing', drawWatchChart({ ...BAGS, points: [], learnt: null }, { ...WATCH, width: 320 })],
  ['a watch of one day', drawWatchChart({ ...BAGS, points: BAGS.points.slice(0, 1), learnt: null }, WATCH)],
  ['no cohorts', drawCohorts({ ...RETENTION, cohorts: [] }, { input: RETENTION_INPUT, width: 320 })],
];

/** Whole numbers, one element a line: a change shows as the lines it touches. */
function normalised(svg: string): string {
  return `${svg
    .replace(/-?\d+\.\d+/g, (digits) => String(Math.round(Number(digits))))
    .replaceAll('\u00a0', ' ')
    .replaceAll('><', '>\n<')}\n`;
}

function flat(nodes: readonly SceneNode[]): readonly SceneNode[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? [node, ...flat(node.children)] : [node]));
}

describe('drawings', () => {
  test.each(SCENES)('%s looks as it did', async (name, scene) => {
    await expect(normalised(toSvg(scene, { theme: 'light' }))).toMatchFileSnapshot(`./test/golden/${name}.golden`);
  });

  test.each([...SCENES, ...POOR])('%s: what is drawn is well formed, readable and reachable', (_, scene) => {
    const svg = toSvg(scene, { theme: 'page', interactive: true });
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(svg).not.toMatch(/#[0-9a-f]{6}\b/);
    const parts = flat(scene.nodes);
    const bodies = new Set(
      parts.flatMap((part) => (part.kind === 'group' && part.stop !== undefined ? [part.stop] : [])),
    );
    const ids = scene.stops.map((stop) => stop.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const stop of scene.stops) {
      expect(bodies, stop.id).toContain(stop.id);
      for (const next of Object.values(stop.next)) expect(ids).toContain(next);
      expect(stop.label.length).toBeGreaterThan(3);
    }
    for (const part of parts) if (part.kind === 'text') expect(part.size).toBeGreaterThanOrEqual(12);
    expect(scene.title).not.toBe('');
    expect(scene.description).not.toBe('');
  });

  // The words that pages must not say, and crimson words that belong to staff views.
  const FORBIDDEN =
    /\b(contracts?|runs?|laps?|bind(s|ing)?|bound|fitness|conformance|alignments?|aligned|variants?|censored|hazards?|medians?|p90|intervals?|control limits?|out of control|hold-?outs?|explain(s|ed)?|prove[ds]?|proven|scars?|paradox(es)?|harm budgets?|EPP|grades?)\b/i;

  test.each([...SCENES, ...POOR])('%s speaks plainly', (_, scene) => {
    const said = flat(scene.nodes).flatMap((part) => [part.title ?? '', part.kind === 'text' ? part.text : '']);
    const all = [scene.title, scene.description, ...scene.notes, ...scene.stops.map((stop) => stop.label), ...said];
    for (const words of all) expect(words).not.toMatch(FORBIDDEN);
  });

  test('the dark file differs from the light one in colours only', () => {
    const scene = drawPathGraph(AIRLINE, { ...GRAPH, metric: 'times' });
    const bare = (svg: string): string => svg.replace(/#[0-9a-f]{6}/g, '#');
    expect(bare(toSvg(scene, { theme: 'dark' }))).toBe(bare(toSvg(scene, { theme: 'light' })));
  });

  test('nothing measured is never a nought', () => {
    const scene = drawCohorts(RETENTION, { input: RETENTION_INPUT, width: 800 });
    const hatched = flat(scene.nodes).filter((part) => part.kind === 'rect' && part.hatch !== undefined);
    const open = RETENTION.cohorts.flatMap(({ back }) => back.filter((value) => value === null)).length;
    expect(hatched).toHaveLength(open - RETENTION.cohorts.length);
    const told = flat(scene.nodes).filter((part) => part.title?.endsWith('not measured yet'));
    expect(told).toHaveLength(hatched.length);
  });
});
