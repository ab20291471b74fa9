import { expect, test } from 'vitest';
import { readWatch, type WatchWished, writeWatch } from './watch.ts';

const none: WatchWished['filters'] = [];
test.each<[string, WatchWished]>([
  [
    'step:flight:bag:harmed',
    { measured: { kind: 'step', journey: 'flight', step: 'bag', which: 'harmed' }, filters: none },
  ],
  ['map:flight:as-promised', { measured: { kind: 'map', journey: 'flight', fact: 'as-promised' }, filters: none }],
  ['answers::neutral', { measured: { kind: 'answers', activity: null, which: 'neutral' }, filters: none }],
  ['callbacks:past-due', { measured: { kind: 'callbacks', which: 'past-due' }, filters: none }],
  ['source:7', { measured: { kind: 'source', source: 7 }, filters: none }],
  ['arrivals', { measured: { kind: 'arrivals' }, filters: none }],
  [
    'events:Odd ~: name~; it is:;attribute:brand:Maple Sun;has:Phone us',
    {
      measured: { kind: 'events', activity: 'Odd : name; it is', channel: null },
      filters: [
        { kind: 'attribute', attribute: 'brand', values: ['Maple Sun'] },
        { kind: 'passes', activity: 'Phone us', is: true },
      ],
    },
  ],
])('%s stands in an address and comes back', (written, wished) => {
  expect(writeWatch(wished)).toBe(written);
  expect(readWatch(written)).toEqual(wished);
});

test.each(['', 'step:flight:bag', 'step:flight:bag:odd', 'source:x', 'map::got-it', 'odd', 'arrivals;nonsense'])(
  '%j cannot be read',
  (written) => {
    expect(readWatch(written)).toBeNull();
  },
);
