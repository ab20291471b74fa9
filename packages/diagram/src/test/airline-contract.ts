import type { JourneyContract, Step } from '@continuo/core';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type StepRow = readonly [id: string, title: string, owner: string, extra?: Partial<Step>];

const card = (text: string, evidence: 'think' | 'measured' | readonly [n: number, when: string]): Step['cells'] => ({
  said: [
    {
      id: `c-${text.length}`,
      text,
      evidence:
        typeof evidence === 'string' ? { kind: evidence } : { kind: 'heard', n: evidence[0], when: evidence[1] },
    },
  ],
});
const OCT = '2026-10';
const DESK = { channels: ['desk'] };

const STAGES: readonly (readonly [title: string, steps: readonly StepRow[]])[] = [
  [
    'Dream',
    [
      [
        'dream',
        'I dream of a month in the sun',
        'Marketing',
        { isOptional: true, cells: card('One sunny photo starts it all', 'think') },
      ],
    ],
  ],
  [
    'Book',
    [
      [
        'book',
        'I find and book flights',
        'Web shop',
        { channels: ['web', 'app'], cells: card('97 of 100 book at the first try', 'measured') },
      ],
    ],
  ],
  [
    'Prepare',
    [
      [
        'seats',
        'I choose our seats',
        'Seats',
        { channels: ['app', 'web'], cells: card('“Side by side, simple.”', [4, OCT]) },
      ],
    ],
  ],
  [
    'At the airport',
    [
      ['check-in', 'I check in and drop my bag', 'Airport Ottawa', { channels: ['desk', 'app'] }],
      ['security', 'I pass security and wait', 'Airport Ottawa'],
    ],
  ],
  [
    'Fly and connect',
    [
      [
        'to-madrid',
        'I fly to Madrid',
        'Cabin',
        { actor: 'us', isOwed: true, channels: ['aboard'], cells: card('“The crew looked after us.”', [9, OCT]) },
      ],
      [
        'madrid',
        'I change planes in Madrid',
        'Connections',
        {
          actor: 'us',
          isOwed: true,
          matters: true,
          partner: 'Bag handler',
          channels: ['aboard', 'desk'],
          cells: card('“Two passport lines in one hour.”', [11, OCT]),
        },
      ],
    ],
  ],
  [
    'Arrive',
    [
      [
        'bag',
        'I pick up my bag in Málaga',
        'Baggage',
        {
          actor: 'us',
          isOwed: true,
          matters: true,
          ends: 'goal',
          partner: 'Bag handler',
          ...DESK,
          cells: card('“My medicine is in that bag.”', [14, OCT]),
        },
      ],
      [
        'train',
        'I take the train to Fuengirola',
        '',
        { actor: 'partner', partner: 'Train', cells: card('The train is the easy part', 'think') },
      ],
    ],
  ],
  ['Stay', [['stay', 'I stay for a month', '', { actor: 'partner', partner: 'Hotel' }]]],
  [
    'Come home',
    [
      [
        'home',
        'I fly home to Ottawa',
        'Cabin',
        { actor: 'us', channels: ['aboard'], cells: card('“Home on time.”', [4, OCT]) },
      ],
    ],
  ],
];

const step = ([id, title, owner, extra]: StepRow): Step => ({
  ...{ kind: 'step', id, title, actor: 'customer', isOwed: false, isOptional: false, atMost: 1, ends: null },
  ...{ matters: false, touchpoint: null, matchers: [], failures: [], channels: [], brand: null, country: null },
  ...{ partner: null, owner: owner === '' ? null : owner, cells: {}, ...extra },
});

const promise = (from: string, to: string, minutes: number) => ({
  ...{ id: `${from}-${to}`, from, to, withinMs: minutes * MINUTE, says: null },
});

/** A month in the sun as it was designed; made up. */
export const AIRLINE_CONTRACT: JourneyContract = {
  ...{ key: 'month-in-the-sun', title: 'I fly from Ottawa to Fuengirola for a month and come home', level: 'journey' },
  ...{ parent: null, leadsTo: [], meantFor: [], brand: null, country: null, partner: null, owner: 'Connections team' },
  ...{ review: null, status: 'live', question: null, isClosed: true, rules: [] },
  passage: {
    ...{
      by: 'silence',
      property: null,
      silenceMs: 90 * 24 * HOUR,
      atMostMs: null,
      starts: ['book'],
      again: 'after-end',
    },
  },
  stages: STAGES.map(([title, steps]) => ({
    id: title.toLowerCase().replaceAll(' ', '-'),
    title,
    blocks: steps.map(step),
  })),
  lanes: [{ id: 'said', kind: 'quotes', title: 'What we know' }],
  promises: [
    promise('book', 'seats', 8),
    promise('seats', 'check-in', 20),
    promise('check-in', 'to-madrid', 15),
    promise('to-madrid', 'madrid', 60),
    promise('madrid', 'bag', 30),
    promise('stay', 'home', 15),
  ],
};

/** Ids of its steps in file order. */
export const AIRLINE_STEPS: readonly string[] = STAGES.flatMap(([, steps]) => steps.map(([id]) => id));
