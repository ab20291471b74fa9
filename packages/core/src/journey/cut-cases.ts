import type { JourneyContract, Passage } from './contract.ts';
import { contractOf, on, step } from './test-kit.ts';

/** What it shows, the events, how passages are cut, and the places of the events of each passage. */
export type CutCase = readonly [what: string, events: string, passage: Partial<Passage>, passages: readonly string[]];

export interface ReadEvent {
  readonly timeMs: number;
  /** Name of the event: that of its step, followed by `!` when it failed; `-` is on no map. */
  readonly name: string;
  readonly key: string;
}

const MINUTE = 60_000;
const STEPS = ['view', 'cart', 'pay', 'lose', 'land'];

/** Numbers of the steps of `cutContract`. */
export const CUT_NUMBERS: ReadonlyMap<string, number> = new Map(STEPS.map((id, i) => [id, i + 1]));

/** Names of all events. */
export const CUT_NAMES: readonly string[] = [...STEPS, ...STEPS.map((id) => `${id}!`), '-'];

/** Five steps, of which `pay` is a goal, `land` one either way, and `lose` a failure; an hour of silence. */
export function cutContract(passage: Partial<Passage>): JourneyContract {
  const ends = { pay: 'goal', lose: 'failure', land: 'goal-either-way' } as const;
  return contractOf(
    STEPS.map((id) => step(id, { failures: [on(`${id}!`)], ends: ends[id as keyof typeof ends] ?? null })),
    passage,
  );
}

/** `9:10 cart` is a touch, `9:10 cart!` one that failed, `9:10 -` an event that is not on the map; `#k` its key. */
export function readEvents(events: string): ReadEvent[] {
  return events.split(', ').map((text) => {
    const [, hours, minutes, name, key] = /^(\d+):(\d+) ([a-z-]+!?)#?(\w*)$/.exec(text) as RegExpExecArray;
    return { timeMs: (Number(hours) * 60 + Number(minutes)) * MINUTE, name: name as string, key: key as string };
  });
}

/** Cut by silence: the rules one by one. */
export const BY_SILENCE: readonly CutCase[] = [
  ['no event', '9:00 -', {}, []],
  ['silence of just an hour goes on', '9:00 view, 10:00 cart', {}, ['0 1']],
  ['a longer one does not', '9:00 view, 10:01 cart', {}, ['0', '1']],
  ['events off the map belong within the silence', '8:59 -, 9:00 view, 9:30 -, 10:00 -, 10:01 -', {}, ['1 2 3']],
  ['but do not prolong it', '9:00 view, 9:50 -, 10:40 view', {}, ['0 1', '2']],
  ['an end ends it, also for events off the map', '9:00 view, 9:10 pay, 9:11 -, 9:12 cart', {}, ['0 1', '3']],
  ['a failed end does not', '9:00 view, 9:10 pay!, 9:11 -, 9:12 cart', {}, ['0 1 2 3']],
  ['unless it ends either way', '9:00 view, 9:10 land!, 9:11 -, 9:12 cart, 9:20 land', {}, ['0 1', '3 4']],
  ['an end that is a failure does', '9:00 view, 9:10 lose, 9:12 lose', {}, ['0 1', '2']],
  [
    'at-start: every start opens one',
    '9:00 view, 9:01 cart, 9:02 view, 9:03 -',
    { again: 'at-start', starts: ['view'] },
    ['0 1', '2 3'],
  ],
  [
    'at-start: an end too, and what follows has no start',
    '9:00 view, 9:01 pay, 9:02 cart',
    { again: 'at-start', starts: ['view'] },
    ['0 1'],
  ],
  ['after-end: a second start does not', '9:00 view, 9:02 view', { starts: ['view'] }, ['0 1']],
  ['what comes before the first start goes', '9:00 cart, 9:01 -, 9:02 view, 9:03 cart', { starts: ['view'] }, ['2 3']],
  ['a start that failed is a start', '9:00 cart, 9:02 view!, 9:03 cart', { starts: ['view'] }, ['1 2']],
  ['no start, no passage', '9:00 cart, 9:01 pay', { starts: ['view'] }, []],
  ['starts of several steps', '9:00 pay, 9:01 cart, 9:02 view', { starts: ['view', 'cart'] }, ['1 2']],
  ['starts that are no step count as none named', '9:00 cart', { starts: ['gone'] }, ['0']],
  [
    'once: only the first, whose end does not end it',
    '9:00 view, 9:01 pay, 9:02 -, 9:03 cart, 11:00 view',
    { again: 'once' },
    ['0 1 2 3'],
  ],
  ['once: the first that has a start', '9:00 cart, 11:00 view, 13:00 view', { again: 'once', starts: ['view'] }, ['1']],
  [
    'windows from the first touch',
    '9:00 view, 9:29 cart, 9:30 cart, 9:59 -, 10:15 -, 10:29 cart',
    { atMostMs: 30 * MINUTE },
    ['0 1', '2 3', '4 5'],
  ],
  [
    'a window without a touch on the map is none',
    '9:00 view, 9:31 -, 10:00 cart',
    { atMostMs: 30 * MINUTE },
    ['0', '2'],
  ],
  [
    'windows begin at the start step',
    '9:00 cart, 9:10 view, 9:35 cart, 9:41 cart',
    { atMostMs: 30 * MINUTE, starts: ['view'] },
    ['1 2', '3'],
  ],
];

/** Cut by case or property. */
export const BY_KEY: readonly CutCase[] = [
  ['a key is one passage', '9:00 view#a, 9:01 cart#b, 9:02 -#a, 23:00 pay#a, 23:30 view#a', {}, ['0 2 3 4', '1']],
  ['events without a key are in none', '9:00 view, 9:01 cart#b', {}, ['1']],
  ['a key without a touch on the map is none', '9:00 -#a, 9:01 cart#b', {}, ['1']],
  ['starts hold', '9:00 -#a, 9:01 cart#b, 9:02 view#b, 9:03 view#a, 9:04 cart#c', { starts: ['view'] }, ['2', '3']],
  ['numbers follow the first kept event', '9:00 cart#a, 9:01 view#b, 9:02 view#a', { starts: ['view'] }, ['1', '2']],
  [
    'windows and once are for silence',
    '9:00 view#a, 9:01 cart#b, 23:00 pay#a',
    { atMostMs: MINUTE, again: 'once' },
    ['0 2', '1'],
  ],
];
