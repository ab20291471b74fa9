import { blankJourney, blankStep } from '@continuo/core';
import { expect, test } from 'vitest';
import { JOURNEY_LIMITS, journeyContractSchema } from './journey-contract.ts';

const step = (id: string, more: object = {}) => ({ ...blankStep(id, 'I sit'), ...more });
const map = (blocks: readonly object[], more: object = {}) => ({
  ...blankJourney('wait', 'I wait'),
  stages: [{ id: 'a', title: 'A', blocks }],
  ...more,
});
const nested = (depth: number): object =>
  depth === 0
    ? step('x')
    : { kind: 'choice', id: `g${depth}`, isOptional: false, atMost: 1, blocks: [nested(depth - 1)] };
const image = (text: string) =>
  map([step('x', { cells: { image: [{ id: 'c', text, evidence: { kind: 'think' } }] } })], {
    lanes: [{ id: 'image', kind: 'image', title: 'Pictures' }],
  });

test.each<[what: string, contract: object, isFine: boolean]>([
  ['a blank map', blankJourney('wait', 'I wait'), true],
  ['a step', map([step('x')]), true],
  ['groups as deep as may be', map([nested(JOURNEY_LIMITS.depth)]), true],
  ['groups deeper than may be', map([nested(JOURNEY_LIMITS.depth + 1)]), false],
  ['too many steps', map(Array.from({ length: JOURNEY_LIMITS.steps + 1 }, (_, i) => step(`s${i}`))), false],
  ['an unknown field', map([step('x', { colour: 'red' })]), false],
  ['a missing field', { ...blankJourney('wait', 'I wait'), lanes: undefined }, false],
  ['a key in capitals', blankJourney('Wait', 'I wait'), false],
  ['an id that every object has', map([step('constructor')]), false],
  ['a title of two lines', map([step('x', { title: 'I\nsit' })]), false],
  ['half a letter', map([step('x', { title: 'I \ud83d' })]), false],
  ['an https picture', image('https://example.org/a.png'), true],
  ['a picture in the map', image('data:image/png;base64,AAAA'), true],
  ['a picture that may hold a script', image('data:image/svg+xml;base64,AAAA'), false],
  ['a picture that is a script', image('javascript:alert(1)'), false],
])('%s', (_, contract, isFine) => {
  expect(journeyContractSchema.safeParse(contract).success).toBe(isFine);
});
