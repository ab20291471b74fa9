import type { Matcher } from '@continuo/core';
import { expect, test } from 'vitest';
import { chooseEvents, eventsOf } from './choose-events.ts';

const free = (...events: string[]): Matcher => ({ events, where: [], channels: [] });
const bound: Matcher = {
  events: ['call', 'mail'],
  where: [{ property: 'reason', test: 'is', values: ['bag'] }],
  channels: [],
};

test.each<[says: string, before: readonly Matcher[], chosen: readonly string[], after: readonly Matcher[]]>([
  ['nothing from nothing', [], [], []],
  ['the first event makes a matcher', [], ['a'], [free('a')]],
  [
    'new events join those without a condition',
    [bound, free('a')],
    ['call', 'mail', 'a', 'b'],
    [bound, free('a', 'b')],
  ],
  ['beside conditions only, a matcher of their own', [bound], ['call', 'mail', 'a'], [bound, free('a')]],
  ['what stays keeps its conditions', [bound], ['mail'], [{ ...bound, events: ['mail'] }]],
  ['a matcher without an event goes', [free('a'), bound], ['call', 'mail'], [bound]],
  ['one exchanged for another', [free('a')], ['b'], [free('b')]],
  ['twice counts once', [], ['a', 'a'], [free('a')]],
])('%s', (_, before, chosen, after) => expect(chooseEvents(before, chosen)).toEqual(after));

test('events are named once', () => expect(eventsOf([bound, free('call', 'a')])).toEqual(['call', 'mail', 'a']));
