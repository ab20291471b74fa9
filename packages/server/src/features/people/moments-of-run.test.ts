import type { Moment } from '@continuo/core';
import { expect, test } from 'vitest';
import { momentsOfRun } from './moments-of-run.ts';

const moment = (timeMs: number, activity: string): Moment => ({
  timeMs,
  activity,
  channel: '',
  caseKey: '',
  score: null,
  scale: '',
  felt: 'none',
  text: '',
  properties: {},
  source: 1,
});
const NAMES = ['', 'book', 'fly'];

test.each<[string, [number, string][], [number, number][], number[]]>([
  ['nothing', [], [], []],
  [
    'all of them',
    [
      [1, 'book'],
      [2, 'fly'],
    ],
    [
      [1, 1],
      [2, 2],
    ],
    [0, 1],
  ],
  [
    'those of another passage are left out',
    [
      [1, 'fly'],
      [1, 'book'],
      [2, 'book'],
      [3, 'fly'],
    ],
    [
      [1, 1],
      [3, 2],
    ],
    [1, 3],
  ],
  [
    'each moment once',
    [
      [1, 'book'],
      [1, 'book'],
    ],
    [[1, 1]],
    [0],
  ],
  [
    'a name beyond the book',
    [
      [1, 'rare'],
      [2, 'fly'],
    ],
    [
      [1, 65_535],
      [2, 2],
    ],
    [0, 1],
  ],
])('%s', (_what, moments, events, kept) => {
  const all = moments.map(([timeMs, name]) => moment(timeMs, name));
  const run = { events: events.map(([timeMs, code]) => ({ timeMs, code })) };
  expect(momentsOfRun(all, run, NAMES)).toEqual(kept.map((i) => all[i]));
});
