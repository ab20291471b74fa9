import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJourneyFile } from '../file/read-journey.ts';
import { anyContract } from '../testing/any-contract.ts';
import { diffContracts } from './diff-contracts.ts';
import { differenceText } from './difference.ts';
import { movedIds } from './moved.ts';

const BEFORE = `
journey: I order and it arrives
key: order
lanes: [thoughts, pains]
stages:
  - stage: Choose
    id: choose
    steps:
      - {step: I look, id: look}
      - {step: I order, id: order, events: Order placed}
  - stage: Get it
    id: get
    steps:
      - {step: It is sent, id: sent, owed: true}
      - {step: It arrives, id: arrives, owed: true, ends: goal, lanes: {thoughts: Will it fit?}}
promises:
  - {from: order, to: arrives, within: 10 days, id: p}
rules:
  - {absent: look, id: r}
`;
const read = (text: string) => {
  const result = readJourneyFile(text, 'yaml');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const diff = (change: (text: string) => string): readonly string[] =>
  diffContracts(read(BEFORE), read(change(BEFORE))).map(differenceText);

test.each<[words: string, change: (text: string) => string]>([
  ['~ journey “I order and it arrives” is now “I buy”', (text) => text.replace('I order and it arrives', 'I buy')],
  ['~ Owner: none → “Mia”', (text) => `${text}owner: Mia\n`],
  [
    '~ One passage: one until it is silent, over after 30 days of silence, again after an end → one a case, over after 30 days of silence, again after an end',
    (text) => `${text}passage: case\n`,
  ],
  ['~ step “I look” is now “I look around”', (text) => text.replace('I look', 'I look around')],
  ['− step “I look” removed from stage “Choose”', (text) => text.replace('      - {step: I look, id: look}\n', '')],
  [
    '+ step “I pay” added to stage “Choose”',
    (text) => text.replace('  - stage: Get it', '      - {step: I pay, id: pay}\n  - stage: Get it'),
  ],
  [
    '~ step “It arrives”: no longer owed to the customer',
    (text) => text.replace('arrives, owed: true, ends', 'arrives, by: us, ends'),
  ],
  [
    '~ step “I order”: events: “Order placed” → “Order placed” or “order_placed”',
    (text) => text.replace('Order placed', '[Order placed, order_placed]'),
  ],
  [
    '~ promise changed: “It arrives” at most 10 days after “I order” → “It arrives” at most 3 days after “I order”',
    (text) => text.replace('10 days', '3 days'),
  ],
  [
    '~ rule changed: “I look” never happens → “I order” never happens',
    (text) => text.replace('absent: look', 'absent: order'),
  ],
  ['− lane “What hurts” removed', (text) => text.replace('[thoughts, pains]', '[thoughts]')],
  [
    '~ card in “It arrives”, “What they think”: “Will it fit?” → “Will it?”',
    (text) => text.replace('Will it fit?', 'Will it?'),
  ],
  [
    '~ card “Will it fit?”: we think → we measured',
    (text) => text.replace('Will it fit?', '"Will it fit? [we measured]"'),
  ],
])('says %s', (words, change) => {
  expect(diff(change)).toEqual([words]);
});

test('of two that swap places one is moved', () => {
  const swapped = (text: string) =>
    text
      .replace('      - {step: I look, id: look}\n', '')
      .replace('Order placed}\n', 'Order placed}\n      - {step: I look, id: look}\n');
  expect(diff(swapped)).toEqual(['~ step “I order” moved, now in stage “Choose” at the beginning']);
});

test('the fewest are moved', () => {
  expect([...movedIds(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])]).toEqual(['d']);
  expect([...movedIds([], [])]).toEqual([]);
});

test('a map does not differ from itself, and any two can be compared', () => {
  fc.assert(
    fc.property(anyContract, anyContract, (a, b) => {
      expect(diffContracts(a, a)).toEqual([]);
      diffContracts(a, b);
    }),
    { numRuns: 30 },
  );
});
