/* Hand-made answers for looking at pages before there is a server. Shapes as in core; figures as in the sketches. */
import type {
  Activities,
  Answer,
  PathGraph,
  People,
  Population,
  Scope,
  Summary,
  Timeline,
  Variants,
} from '@continuo/core';

const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 9, 26, 14, 48);

type Row = readonly [name: string, n: number, channel: string, unhappy: number, neutral: number, happy: number];
const TOUCHPOINTS: readonly Row[] = [
  ['Find and book', 640, 'web', 1, 2, 6],
  ['Choose seats', 521, 'app', 2, 2, 4],
  ['Skip seats at the partner', 119, 'partner', 5, 1, 0],
  ['Drop bag the evening before', 96, 'desk', 0, 1, 7],
  ['Check in, drop bag', 544, 'desk', 1, 2, 4],
  ['Fly to Madrid', 636, 'aboard', 1, 1, 9],
  ['Change planes in Madrid', 631, 'aboard', 11, 2, 1],
  ['Miss the plane', 43, 'desk', 5, 0, 0],
  ['Bag on the belt', 443, 'desk', 0, 1, 3],
  ['No bag on the belt', 171, 'desk', 14, 2, 1],
  ['Phone us', 158, 'phone', 8, 1, 1],
  ['Ask in chat', 64, 'chat', 3, 1, 0],
  ['Bag brought to the hotel', 160, 'desk', 0, 0, 0],
  ['Fly home', 55, 'aboard', 0, 1, 4],
];

const EDGES: readonly (readonly [string, string, number])[] = [
  ['Find and book', 'Choose seats', 521],
  ['Find and book', 'Skip seats at the partner', 119],
  ['Choose seats', 'Drop bag the evening before', 84],
  ['Choose seats', 'Check in, drop bag', 437],
  ['Skip seats at the partner', 'Check in, drop bag', 107],
  ['Drop bag the evening before', 'Fly to Madrid', 96],
  ['Check in, drop bag', 'Fly to Madrid', 540],
  ['Fly to Madrid', 'Change planes in Madrid', 631],
  ['Change planes in Madrid', 'Bag on the belt', 436],
  ['Change planes in Madrid', 'No bag on the belt', 152],
  ['Change planes in Madrid', 'Miss the plane', 43],
  ['Miss the plane', 'No bag on the belt', 19],
  ['No bag on the belt', 'Phone us', 121],
  ['No bag on the belt', 'Ask in chat', 32],
  ['Phone us', 'Phone us', 139],
  ['Phone us', 'Ask in chat', 32],
  ['Ask in chat', 'Phone us', 18],
  ['Bag on the belt', 'Phone us', 19],
  ['Phone us', 'Bag brought to the hotel', 98],
  ['Ask in chat', 'Bag brought to the hotel', 44],
  ['No bag on the belt', 'Bag brought to the hotel', 18],
  ['Bag on the belt', 'Fly home', 40],
  ['Bag brought to the hotel', 'Fly home', 15],
];

export const POPULATION: Population = { people: 640, runs: 640, events: 4281 };

export function answer<Result>(question: string, result: Result, scope: Partial<Scope>): Answer<Result> {
  const full: Scope = {
    workspace: 1,
    range: { fromMs: 0, toMs: NOW },
    unit: 'case',
    gapMs: null,
    activities: null,
    filters: [],
    ...scope,
  };
  return { question, result, population: POPULATION, scope: full, dataAsOfMs: NOW, exactness: 'exact', limits: [] };
}

export function pathGraph(activityShare: number | null, pathShare: number | null): PathGraph {
  const nodes = TOUCHPOINTS.map(([activity, n, channel, unhappy, neutral, happy]) => ({
    activity,
    events: activity === 'Phone us' ? n + 139 : n,
    runs: n,
    people: n,
    starts: activity === 'Find and book' ? 640 : 0,
    ends: activity === 'Fly home' ? 55 : activity === 'Miss the plane' ? 17 : 0,
    channel,
    unhappy,
    neutral,
    happy,
  })).sort((a, b) => b.events - a.events);
  const edges = EDGES.map(([from, to, count], at) => ({
    from,
    to,
    count,
    runs: count,
    people: count,
    meanMs: (at + 2) * DAY,
    medianMs: (at + 1) * DAY * 0.7,
    p90Ms: (at + 3) * DAY,
    minMs: 60_000,
    maxMs: (at + 9) * DAY,
  })).sort((a, b) => b.count - a.count);
  if (activityShare === null && pathShare === null) return { nodes, edges, view: null };
  const kept = nodes
    .slice(0, Math.max(1, Math.round(nodes.length * (activityShare ?? 1))))
    .map((node) => node.activity);
  const among = edges.filter((edge) => kept.includes(edge.from) && kept.includes(edge.to));
  const view = among.slice(0, Math.max(1, Math.round(among.length * (pathShare ?? 1))));
  return {
    nodes,
    edges,
    view: { activities: kept, edges: view, explainedRuns: Math.round((640 * view.length) / edges.length), runs: 640 },
  };
}

export const summary: Summary = {
  people: 640,
  runs: 640,
  events: 4281,
  activities: 14,
  variants: 214,
  openRuns: 559,
  openWithinMs: 35 * DAY,
  firstMs: NOW - 80 * DAY,
  lastMs: NOW,
  durationMs: { n: 640, mean: 52 * DAY, median: 47 * DAY, p90: 71 * DAY, min: DAY, max: 80 * DAY },
  eventsPerRun: { n: 640, mean: 7, median: 6, p90: 11, min: 1, max: 19 },
  channels: [
    { channel: 'desk', events: 1400, people: 620 },
    { channel: 'aboard', events: 1322, people: 640 },
    { channel: 'web', events: 640, people: 640 },
    { channel: 'app', events: 521, people: 521 },
    { channel: 'phone', events: 297, people: 158 },
    { channel: 'partner', events: 119, people: 119 },
    { channel: 'chat', events: 64, people: 64 },
  ],
  unhappy: 21,
  neutral: 6,
  happy: 11,
  answeredPeople: 38,
  starts: [{ activity: 'Find and book', runs: 640 }],
  ends: [
    { activity: 'Fly home', runs: 55 },
    { activity: 'Miss the plane', runs: 17 },
    { activity: 'Bag brought to the hotel', runs: 9 },
  ],
};

export const activities: Activities = {
  activities: TOUCHPOINTS.map(([activity, n, channel, unhappy, neutral, happy]) => ({
    activity,
    events: n,
    runs: n,
    people: n,
    firstMs: NOW - 80 * DAY,
    lastMs: NOW,
    reworkRuns: activity === 'Phone us' ? 139 : 0,
    channels: [{ channel, events: n }],
    unhappy,
    neutral,
    happy,
  })),
};

const ROUTE = ['Find and book', 'Choose seats', 'Check in, drop bag', 'Fly to Madrid', 'Change planes in Madrid'];
const CHANNELS = ['web', 'app', 'desk', 'aboard', 'aboard'];
const TAILS: readonly (readonly [number, readonly string[], readonly string[]])[] = [
  [230, ['Bag on the belt'], ['desk']],
  [74, ['No bag on the belt', 'Phone us', 'Phone us'], ['desk', 'phone', 'phone']],
  [58, ['Bag on the belt', 'Fly home'], ['desk', 'aboard']],
  [32, ['No bag on the belt', 'Phone us'], ['desk', 'phone']],
  [21, ['No bag on the belt', 'Ask in chat', 'Phone us'], ['desk', 'chat', 'phone']],
];
export const variants: Variants = {
  variants: TAILS.map(([runs, tail, channels], at) => ({
    path: [...ROUTE, ...tail],
    runs,
    people: runs,
    meanMs: (50 + at) * DAY,
    medianMs: (44 + at * 3) * DAY,
    p90Ms: (66 + at) * DAY,
    channels: [...CHANNELS, ...channels],
    example: `c-${1234 + at}-1`,
    unhappy: at === 0 ? 0 : 6 - at,
    neutral: 1,
    happy: at === 0 ? 7 : 0,
  })),
  total: 214,
  leftOut: 209,
  once: 130,
  twice: 31,
  unseen: { estimate: 130 / 640, lo: 0.17, hi: 0.24 },
  coverage: [{ share: 0.8, variants: 24 }],
};

export const people: People = {
  rows: Array.from({ length: 60 }, (_, at) => ({
    person: String(10_477_000 + at * 7919),
    run: `c-${10_477_000 + at * 7919}-1`,
    key: `NM-${2040 + at}`,
    startMs: NOW - (60 - at) * DAY,
    lastMs: NOW - at * 3_600_000,
    events: 5 + (at % 9),
    lastActivity: TOUCHPOINTS[at % TOUCHPOINTS.length]?.[0] ?? '',
    channels: ['web', 'app', 'desk', 'phone'].slice(0, 1 + (at % 4)),
    unhappy: at % 5 === 0 ? 1 : 0,
    neutral: 0,
    happy: at % 7 === 0 ? 1 : 0,
    attributes: { brand: at % 3 ? 'Northern Maple' : 'Maple Sun' },
  })),
  runs: 640,
  people: 640,
};

export const timeline: Timeline = {
  person: '10477000',
  moments: ROUTE.concat(TAILS[1]?.[1] ?? []).map((activity, at) => ({
    timeMs: NOW - (60 - at * 7) * DAY,
    activity,
    channel: [...CHANNELS, 'desk', 'phone', 'phone'][at] ?? '',
    caseKey: 'NM-2040',
    score: at === 5 ? 2 : null,
    scale: at === 5 ? '0-10' : '',
    felt: at === 5 ? 'unhappy' : 'none',
    text: at === 5 ? 'My medicine is in that bag, and every desk sends me to the next one.' : '',
    properties: { brand: 'Northern Maple' },
    source: 1,
  })),
  leftOut: 0,
  identities: [{ kind: 'user', value: 'NM-2040' }],
};
