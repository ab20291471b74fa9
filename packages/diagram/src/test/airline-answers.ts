import type {
  Flow,
  FlowInput,
  FlowPlace,
  Funnel,
  FunnelInput,
  Moment,
  Retention,
  RetentionInput,
  Timeline,
  Variant,
  Variants,
} from '@continuo/core';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const ZONE = 'America/Toronto';

const at = (activity: string): FlowPlace => ({ kind: 'activity', activity });
const rest: FlowPlace = { kind: 'rest' };
const end: FlowPlace = { kind: 'end' };
const start: FlowPlace = { kind: 'start' };
const NO_BAG = at('No bag on the belt');

export const FLOW_INPUT: FlowInput = { anchor: 'No bag on the belt', before: 1, after: 2, top: 3 };

const node = (layer: number, place: FlowPlace, runs: number, restActivities = 0) => ({
  layer,
  place,
  runs,
  people: runs,
  restActivities,
});
const link = (layer: number, from: FlowPlace, to: FlowPlace, runs: number) => ({ layer, from, to, runs, people: runs });

/** What 171 travellers without a bag did before and after. */
export const FLOW: Flow = {
  anchored: 171,
  nodes: [
    node(-1, at('Change planes in Madrid'), 148),
    node(-1, at('Miss the plane'), 19),
    node(-1, rest, 3, 2),
    node(-1, start, 1),
    node(0, NO_BAG, 171),
    node(1, at('Phone us'), 112),
    node(1, at('Ask in chat'), 32),
    node(1, at('Bag brought to the hotel'), 18),
    node(1, rest, 7, 4),
    node(1, end, 2),
    node(2, at('Phone us'), 61),
    node(2, at('Bag brought to the hotel'), 58),
    node(2, at('Ask in chat'), 22),
    node(2, rest, 9, 5),
    node(2, end, 19),
  ],
  links: [
    link(-1, at('Change planes in Madrid'), NO_BAG, 148),
    link(-1, at('Miss the plane'), NO_BAG, 19),
    link(-1, rest, NO_BAG, 3),
    link(-1, start, NO_BAG, 1),
    link(0, NO_BAG, at('Phone us'), 112),
    link(0, NO_BAG, at('Ask in chat'), 32),
    link(0, NO_BAG, at('Bag brought to the hotel'), 18),
    link(0, NO_BAG, rest, 7),
    link(0, NO_BAG, end, 2),
    link(1, at('Phone us'), at('Phone us'), 55),
    link(1, at('Phone us'), at('Bag brought to the hotel'), 30),
    link(1, at('Phone us'), at('Ask in chat'), 22),
    link(1, at('Phone us'), rest, 5),
    link(1, at('Ask in chat'), at('Bag brought to the hotel'), 26),
    link(1, at('Ask in chat'), at('Phone us'), 6),
    link(1, at('Bag brought to the hotel'), end, 15),
    link(1, at('Bag brought to the hotel'), rest, 3),
    link(1, rest, at('Bag brought to the hotel'), 2),
    link(1, rest, rest, 1),
    link(1, rest, end, 4),
  ],
};

const STEPS: Readonly<Record<string, readonly [activity: string, channel: string]>> = {
  b: ['Find and book', 'web'],
  s: ['Choose seats', 'app'],
  p: ['Skip seats at the partner', 'partner'],
  e: ['Drop bag the evening before', 'desk'],
  d: ['Check in, drop bag', 'desk'],
  f: ['Fly to Madrid', 'aboard'],
  m: ['Change planes in Madrid', 'aboard'],
  o: ['Bag on the belt', 'desk'],
  n: ['No bag on the belt', 'desk'],
  t: ['Phone us', 'phone'],
  c: ['Ask in chat', 'chat'],
  h: ['Bag brought to the hotel', 'desk'],
  y: ['Fly home', 'aboard'],
};

export function route(letters: string): { readonly path: readonly string[]; readonly channels: readonly string[] } {
  const steps = [...letters].map((letter) => STEPS[letter] ?? ['?', '']);
  return { path: steps.map(([activity]) => activity), channels: steps.map(([, channel]) => channel) };
}

const variant = (letters: string, runs: number, days: number, felt: readonly [number, number, number]): Variant => ({
  ...{ ...route(letters), runs, people: runs, meanMs: 1.1 * days * DAY, medianMs: days * DAY, p90Ms: 2 * days * DAY },
  ...{ example: 'c-1234-1', unhappy: felt[0], neutral: felt[1], happy: felt[2] },
});

export const VARIANTS: Variants = {
  variants: [
    variant('bsdfmo', 230, 64, [1, 2, 5]),
    variant('bsdfmnttthy', 74, 96, [9, 1, 0]),
    variant('bsefmo', 64, 66, [0, 0, 7]),
    variant('bpdfmo', 58, 40, [4, 1, 0]),
    variant('bsdfmnth', 32, 65, [2, 1, 1]),
  ],
  total: 214,
  leftOut: 209,
  once: 118,
  twice: 31,
  unseen: { estimate: 0.184, lo: 0.152, hi: 0.217 },
  coverage: [
    { share: 0.5, variants: 3 },
    { share: 0.8, variants: 12 },
  ],
};

export const FUNNEL_INPUT: FunnelInput = {
  steps: [['No bag on the belt'], ['Phone us', 'Ask in chat'], ['Bag brought to the hotel'], ['Fly home']],
  order: 'ordered',
  windowMs: 35 * DAY,
  exclusions: [],
  breakdown: null,
};

type StepRow = readonly [reached: number, lost: number, inside: number, hours: number | null];
const step = ([reached, lost, inside, hours]: StepRow) => ({
  ...{ reached, lost, inside, meanMs: hours === null ? null : 1.3 * hours * HOUR },
  ...{ medianMs: hours === null ? null : hours * HOUR, p90Ms: hours === null ? null : 3 * hours * HOUR },
});

export const FUNNEL: Funnel = {
  groups: [
    {
      value: null,
      entered: 171,
      steps: (
        [
          [171, 18, 0, null],
          [153, 4, 11, 2.4],
          [138, 0, 123, 26],
          [15, 0, 0, 640],
        ] as const
      ).map(step),
    },
  ],
};

export const FUNNEL_BY_BRAND: Funnel = {
  groups: [
    {
      value: 'Northern Maple',
      entered: 147,
      steps: (
        [
          [147, 15, 0, null],
          [132, 3, 10, 2.1],
          [119, 0, 106, 25],
          [13, 0, 0, 650],
        ] as const
      ).map(step),
    },
    {
      value: 'Maple Sun',
      entered: 24,
      steps: (
        [
          [24, 3, 0, null],
          [21, 1, 1, 5.2],
          [19, 0, 17, 41],
          [2, 0, 0, 600],
        ] as const
      ).map(step),
    },
  ],
};

type MomentRow = readonly [time: string, activity: string, channel: string, felt: Moment['felt'], text: string];
const moment = ([time, activity, channel, felt, text]: MomentRow): Moment => ({
  ...{ timeMs: Date.parse(`${time}:00Z`), activity, channel, felt, text, caseKey: 'NM-1', properties: {}, source: 1 },
  ...{ score: felt === 'none' ? null : felt === 'happy' ? 10 : 2, scale: felt === 'none' ? '' : '0-10' },
});

export const TIMELINE: Timeline = {
  person: '18446744073709551615',
  leftOut: 0,
  identities: [{ kind: 'user', value: 'u-1' }],
  moments: (
    [
      ['2026-08-19T00:14', 'Find and book', 'web', 'none', ''],
      ['2026-10-10T14:02', 'Choose seats', 'app', 'none', ''],
      ['2026-10-20T21:40', 'Check in, drop bag', 'desk', 'none', ''],
      ['2026-10-21T00:55', 'Fly to Madrid', 'aboard', 'happy', 'The crew looked after us.'],
      ['2026-10-21T07:50', 'Change planes in Madrid', 'aboard', 'none', ''],
      [
        '2026-10-21T11:05',
        'No bag on the belt',
        'desk',
        'unhappy',
        'My medicine is in that bag, and every desk sends me to the next one.',
      ],
      ['2026-10-21T13:20', 'Ask at the bag desk', 'desk', 'none', ''],
      ['2026-10-21T14:45', 'Phone us', 'phone', 'none', ''],
      ['2026-10-21T16:30', 'Ask in chat', 'chat', 'none', ''],
      ['2026-10-22T07:10', 'Phone us', 'phone', 'unhappy', 'I have told this story four times. Nobody wrote it down.'],
      [
        '2026-10-22T19:20',
        'Medicine brought by the crew',
        'aboard',
        'happy',
        'I cried. I did not think anyone was still listening.',
      ],
      ['2026-10-23T09:05', 'Bag brought to the hotel', 'desk', 'none', ''],
      ['2026-10-23T16:20', 'Answer our questions', 'email', 'neutral', ''],
    ] as const
  ).map(moment),
};

export const RETENTION_INPUT: RetentionInput = {
  period: 'month',
  timeZone: ZONE,
  start: 'Find and book',
  back: 'Find and book',
  kind: 'first',
  lapGapMs: 60 * DAY,
};

const month = (name: string): number => Date.parse(`2026-${name}-01T04:00:00Z`);

export const RETENTION: Retention = {
  cohorts: [
    { fromMs: month('05'), size: 212, back: [212, 41, 30, 26, 24, null], running: 9 },
    { fromMs: month('06'), size: 188, back: [188, 30, 27, 19, null, null], running: 6 },
    { fromMs: month('07'), size: 240, back: [240, 52, 1, null, null, null], running: 12 },
    { fromMs: month('08'), size: 24, back: [24, 5, null, null, null, null], running: 1 },
    { fromMs: month('09'), size: 131, back: [131, null, null, null, null, null], running: 3 },
  ],
  loop: {
    laps: [
      { laps: 1, people: 522 },
      { laps: 2, people: 87 },
      { laps: 3, people: 24 },
      { laps: 4, people: 7 },
    ],
    reentry: [
      { activity: 'Find and book', laps: 109, people: 92 },
      { activity: 'Phone us', laps: 31, people: 22 },
      { activity: 'Answer our questions', laps: 16, people: 16 },
    ],
    betweenMs: { median: 176 * DAY, p90: 330 * DAY },
    cameBack: 118,
    people: 640,
  },
};
