import type { JourneyEntry, SeenEvent } from '@continuo/contract';
import { blankJourney, blankStep, type JourneyContract } from '@continuo/core';
import { expect, test } from 'vitest';
import { placeJourneys } from './place-journeys.ts';

const step = (id: string, event: string) => ({
  ...blankStep(id, id),
  matchers: [{ events: [event], where: [], channels: [] }],
});
const loop: JourneyContract = {
  ...blankJourney('loop', 'Round and round'),
  stages: [
    { id: 'find', title: 'Find', blocks: [step('look', 'Look')] },
    { id: 'get', title: 'Get', blocks: [step('buy', 'Buy')] },
  ],
};
const entry = (key: string, events: readonly string[], parent: string | null = null) =>
  ({ key, events, parent, status: 'live' }) as unknown as JourneyEntry;
const seen = (name: string, meanPosition: number) =>
  ({ name, meanPosition, events: 1, people: 1 }) as unknown as SeenEvent;

test('a journey stands where it shares most events, else with what it is part of', () => {
  const placed = placeJourneys(
    loop,
    [entry('buys', ['Buy']), entry('part', ['Phone'], 'buys'), entry('far', ['Fax'])],
    [],
  );
  expect(placed.stages.map(({ journeys }) => journeys.map(({ key }) => key))).toEqual([[], ['buys', 'part']]);
  expect(placed.unplaced.map(({ key }) => key)).toEqual(['far']);
});

test('what no journey has is a blind spot on its stage, known to the loop or by its place in life', () => {
  const placed = placeJourneys(
    loop,
    [entry('buys', ['Buy'])],
    [seen('Look', 0.9), seen('Chat', 0.8), seen('Buy', 0.5), seen('End', 1)],
  );
  expect(placed.blind.map(({ name }) => name)).toEqual(['Look', 'Chat', 'End']);
  expect(placed.stages.map(({ blind }) => blind.map(({ name }) => name))).toEqual([['Look'], ['Chat', 'End']]);
});

test('without a loop nothing is placed, and a circle of parents ends', () => {
  const placed = placeJourneys(null, [entry('a', [], 'b'), entry('b', [], 'a')], [seen('x', 0)]);
  expect(placed.stages).toEqual([]);
  expect(placed.unplaced).toHaveLength(2);
  expect(placeJourneys(loop, [entry('a', [], 'b'), entry('b', [], 'a')], []).unplaced).toHaveLength(2);
});
