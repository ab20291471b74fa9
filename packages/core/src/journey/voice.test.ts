import { expect, test } from 'vitest';
import type { Event } from '../event/event.ts';
import { blankJourney } from './blank.ts';
import { voiceStep } from './voice.ts';

const map = { contract: { ...blankJourney('the-flight', 'I fly') }, numbers: new Map([['belt', 7]]) };

test.each<[string, Event['properties'], number | null]>([
  ['a step of this map', { journey: 'the-flight', step: 'belt' }, 7],
  ['a step that it does not have: the map as a whole', { journey: 'the-flight', step: 'boat' }, 0],
  ['no step', { journey: 'the-flight' }, 0],
  ['another map', { journey: 'the-voyage', step: 'belt' }, null],
  ['no map', { step: 'belt' }, null],
  ['nothing', {}, null],
])('%s', (_, properties, step) => {
  expect(voiceStep(map, { properties })).toBe(step);
});
