import type {
  Comment,
  Compared,
  JourneyDays,
  JourneyGaps,
  JourneyMap,
  MapStep,
  OffMapStep,
  Share,
} from '@continuo/core';
import type { MapInput } from '../map/map-input.ts';
import { AIRLINE_CONTRACT, AIRLINE_STEPS } from './airline-contract.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = 'America/Toronto';
const at = (text: string): number => Date.parse(text);
const OCT_1 = at('2026-10-01T04:00Z');

const NO_SKIPS: MapStep['skipped'] = {
  ...{ 'we-skipped': 0, 'partner-skipped': 0, 'customer-skipped': 0, shortcut: 0, 'other-order': 0, left: 0 },
};
const voices = ([unhappy, neutral, happy]: readonly [number, number, number]) => ({ unhappy, neutral, happy });
const minutes = (half: number, tenth: number, n: number) => ({ medianMs: half * MINUTE, p90Ms: tenth * MINUTE, n });
const said = (text: string, felt: Comment['felt'], when: string): Comment => ({
  text,
  felt,
  timeMs: at(when),
  run: 'j7-1-1',
});

type LivedRow = readonly [
  id: string,
  people: number,
  due: number,
  voices: readonly [number, number, number],
  channels: readonly (readonly [string, number])[],
  repeated: number,
  extra?: Partial<MapStep>,
];

const LIVED: readonly LivedRow[] = [
  [
    'book',
    640,
    640,
    [1, 2, 6],
    [
      ['web', 402],
      ['app', 238],
    ],
    22,
    { wait: minutes(21, 55, 640) },
  ],
  [
    'seats',
    521,
    640,
    [2, 2, 4],
    [
      ['app', 347],
      ['web', 174],
    ],
    31,
    { harmed: 2, skipped: { ...NO_SKIPS, 'customer-skipped': 119 } },
  ],
  [
    'check-in',
    544,
    640,
    [1, 2, 4],
    [
      ['desk', 421],
      ['app', 123],
    ],
    18,
    { harmed: 1, skipped: { ...NO_SKIPS, 'customer-skipped': 96 } },
  ],
  [
    'to-madrid',
    636,
    636,
    [1, 1, 9],
    [['aboard', 636]],
    5,
    { harmed: 1, left: { n: 4, of: 640, estimate: 0.006, lo: 0.002, hi: 0.016, method: 'Wilson 95 %' } },
  ],
  [
    'madrid',
    588,
    631,
    [11, 2, 1],
    [
      ['aboard', 631],
      ['desk', 43],
    ],
    48,
    { harmed: 54, broken: 43, skipped: { ...NO_SKIPS, 'we-skipped': 43 } },
  ],
  [
    ...(['bag', 443, 614, [14, 2, 1], [['desk', 614]], 168] as const),
    {
      ...{ harmed: 171, broken: 171, late: 171, skipped: { ...NO_SKIPS, 'we-skipped': 171 } },
      left: { n: 17, of: 631, estimate: 0.027, lo: 0.017, hi: 0.043, method: 'Wilson 95 %' },
      comments: [
        said('My medicine is in that bag, and every desk sends me to the next one.', 'unhappy', '2026-10-20T09:50Z'),
      ],
    },
  ],
  ['home', 55, 55, [0, 1, 4], [['aboard', 55]], 2],
];

const lived = ([id, people, due, felt, channels, repeated, extra]: LivedRow): MapStep => ({
  ...{ step: id, isConnected: true, people, runs: people, due, skipped: NO_SKIPS, broken: 0, repeated, otherOrder: 0 },
  ...{ detour: 0, otherChannel: 0, left: null, late: 0, harmed: 0, wait: null, voices: voices(felt), comments: [] },
  channels: channels.map(([channel, n]) => ({ channel, people: n, isPlanned: true })),
  customers: Math.min(due, people + (extra?.broken ?? 0)),
  ...extra,
});
const blank = (id: string): MapStep => ({ ...lived([id, 0, 0, [0, 0, 0], [], 0]), isConnected: false });

const compared = (
  outcome: Compared['outcome'],
  [n, of]: readonly [number, number],
  [m, all]: readonly [number, number],
  verdict: Compared['verdict'],
): Compared => ({
  ...{ outcome, with: { n, of }, without: { n: m, of: all }, difference: n / of - m / all, lo: 0, hi: 0, verdict },
});

const OFF_MAP: readonly OffMapStep[] = [
  {
    ...{ activity: 'Phone us', after: 'bag', people: 158, customers: 158, touches: 297, voices: voices([8, 1, 1]) },
    channels: [
      { channel: 'phone', people: 158 },
      { channel: 'chat', people: 32 },
    ],
    comments: [said('Crew brought my medicine to the hotel.', 'happy', '2026-10-22T12:00Z')],
    compared: compared('as-promised', [12, 158], [31, 456], 'no-difference'),
  },
  {
    ...{
      activity: 'Skip seats at the partner',
      after: 'seats',
      people: 119,
      customers: 119,
      touches: 119,
      voices: voices([5, 1, 0]),
    },
    channels: [{ channel: 'partner', people: 119 }],
    comments: [],
    compared: compared('as-promised', [50, 119], [340, 521], 'hurts'),
  },
  {
    ...{
      activity: 'Drop bag the evening before',
      after: 'seats',
      people: 96,
      customers: 96,
      touches: 96,
      voices: voices([0, 1, 7]),
    },
    channels: [{ channel: 'desk', people: 96 }],
    comments: [said('Slept in, walked on.', 'happy', '2026-10-17T12:00Z')],
    compared: compared('as-promised', [81, 96], [309, 544], 'better'),
  },
  {
    ...{
      activity: 'Ask for a wheelchair',
      after: 'check-in',
      people: 2,
      customers: 2,
      touches: 2,
      voices: voices([0, 0, 0]),
    },
    ...{ channels: [], comments: [], compared: null },
  },
];

const share = (n: number, of: number, lo: number, hi: number): Share => ({
  ...{ n, of, estimate: n / of, lo, hi, method: 'Wilson 95 %' },
});
const kept = (id: string, people: number, half: number, tenth: number, late: number) => ({
  ...{ promise: id, people, kept: null, late, wait: minutes(half, tenth, people) },
});

/** How 640 customers lived it. */
export const AIRLINE_LIVED: JourneyMap = {
  ...{ versions: [12], people: 640, runs: 640, statuses: { goal: 614, failed: 0, left: 26, open: 0 } },
  gotIt: share(614, 640, 0.94, 0.97),
  asPromised: share(390, 640, 0.57, 0.65),
  asPlanned: { n: 230, of: 640 },
  returning: { people: 118, enterAt: 'book' },
  voices: voices([21, 6, 11]),
  customers: 640,
  triedTwiceOrAsked: { n: 262, of: 640 },
  connected: { n: 7, of: 11 },
  steps: AIRLINE_STEPS.map((id) => {
    const row = LIVED.find(([name]) => name === id);
    return row === undefined ? blank(id) : lived(row);
  }),
  offMap: OFF_MAP,
  promises: [
    kept('book-seats', 521, 6, 7, 12),
    kept('seats-check-in', 544, 19, 20, 20),
    kept('check-in-to-madrid', 636, 8, 14, 20),
    kept('to-madrid-madrid', 588, 71, 90, 300),
    kept('madrid-bag', 614, 44, 46 * 60, 171),
    kept('stay-home', 55, 12, 14, 1),
  ],
  ...{ rules: [], fitness: 0.91, precision: 0.8, blindSpot: null, sharedKeys: 0 },
};

export const AIRLINE_GAPS: JourneyGaps = {
  gaps: [
    {
      ...{ id: 'broken:bag', kind: 'broken', step: 'bag', activity: null, channel: null, promise: null, rule: null },
      ...{ people: 171, of: 614, sinceMs: OCT_1, change: { before: 0.01, since: 0.31 }, compared: null, isHarm: true },
    },
  ],
};

export const AIRLINE_DAYS: JourneyDays = {
  days: [],
  unsteady: ['madrid', 'bag'].map((name) => ({ step: name, sinceMs: OCT_1, before: 0.01, since: 0.3 })),
  told: 7,
};

/** The four weeks before. */
export const AIRLINE_BEFORE: MapInput['before'] = {
  lengthMs: 28 * 24 * HOUR,
  lived: {
    ...AIRLINE_LIVED,
    ...{ people: 612, gotIt: share(593, 612, 0.95, 0.98), asPromised: share(514, 612, 0.81, 0.87) },
    triedTwiceOrAsked: { n: 104, of: 612 },
  },
};

export const AIRLINE_MAP: MapInput = {
  ...{ contract: AIRLINE_CONTRACT, lived: AIRLINE_LIVED, gaps: AIRLINE_GAPS, days: AIRLINE_DAYS },
  ...{ before: AIRLINE_BEFORE, layer: 'both', lanes: null, timeZone: ZONE, asOfMs: at('2026-10-26T14:48Z') },
};
