import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJourneyFile } from '../file/read-journey.ts';
import { anyContract } from '../testing/any-contract.ts';
import { checkContract } from './check-contract.ts';
import { findingText, isFine } from './finding.ts';
import type { Known } from './known.ts';

const said = (text: string, known: Known = {}): readonly string[] => {
  const read = readJourneyFile(text, 'yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return checkContract(read.value, known).map((finding) => findingText(finding));
};
const FINE = `
journey: I order and it arrives
owner: Mia
stages:
  Choose:
    - step: I order
      events: Order placed
  Get it:
    - step: It arrives
      owed: true
      ends: goal
      events: Order delivered
`;

test('a sound map has no findings', () => {
  expect(said(FINE)).toEqual([]);
});

test.each<[what: string, text: string, finding: string, known?: Known]>([
  ['no step', 'journey: I wait\nowner: Mia', '✗ The map has no step. Add one to a stage.'],
  [
    'no goal',
    FINE.replace('ends: goal', 'matters: true'),
    '▲ No step says that customers got what they came for. Write “ends: goal” at the step with which they have it.',
  ],
  [
    'no owner',
    FINE.replace('owner: Mia', ''),
    '▲ Nobody answers for this journey. Write “owner:” with a name or a role.',
  ],
  [
    'not connected',
    FINE.replace('events: Order placed', 'matters: true'),
    '· 1 of 2 steps are connected to data. Say which events these are: I order.',
  ],
  [
    'owed by the customer',
    FINE.replace('owed: true', 'owed: true\n      by: customer'),
    '✗ stages › Get it › It arrives: The customer does it, so nobody owes it to them. Say “by: us” or “by: partner”, or take “owed” out.',
  ],
  [
    'an empty choice',
    `${FINE}    - choice: []\n`,
    '✗ stages › Get it: The “choice” is empty. Add steps to it, or take it out.',
  ],
  [
    'four moments',
    FINE.replace(
      'Get it:',
      'More: [{step: A, matters: true}, {step: B, matters: true}, {step: C, matters: true}, {step: D, matters: true}]\n  Get it:',
    ),
    '✗ 4 steps are marked as moments that matter. Keep at most 3: A · B · C · D.',
  ],
  [
    'a promise backwards',
    `${FINE}promises:\n  - {from: it-arrives, to: i-order, within: 10 days}\n`,
    '✗ promises › it-arrives-to-i-order: “It arrives” comes after “I order”. Swap “from” and “to”.',
  ],
  [
    'a promise to nowhere',
    `${FINE}promises:\n  - {from: i-order, to: it-arrivs, within: 10 days}\n`,
    '✗ promises › i-order-to-it-arrivs: There is no step “it-arrivs”. Did you mean “it-arrives”?',
  ],
  [
    'a rule to nowhere',
    `${FINE}rules:\n  - absent: i-ordr\n`,
    '✗ rules › absent-i-ordr: There is no step “i-ordr”. Did you mean “i-order”?',
  ],
  [
    'a start nowhere',
    `${FINE}passage: {starts: nothing}\n`,
    '✗ passage › starts: There is no step “nothing”. Steps are: i-order, it-arrives.',
  ],
  [
    'an unknown parent',
    `${FINE}parent: lifecycl\n`,
    '✗ parent: There is no journey “lifecycl”. Did you mean “lifecycle”?',
    { journeys: ['lifecycle'] },
  ],
  [
    'an unknown link',
    `${FINE}leads to: renew\n`,
    '✗ leads to: There is no journey “renew”. Add that journey first, or take it out.',
    { journeys: ['complain'] },
  ],
  [
    'a property without a name',
    `${FINE}passage: {by: property}\n`,
    '✗ passage: It does not say which property. Write “property: order_id” or the like.',
  ],
  [
    'an emotion beyond',
    `${FINE}      lanes: {emotion: 3}\n`,
    '✗ stages › Get it › It arrives: “3” is no emotion. Write −2, −1, 0, 1 or 2.',
  ],
  [
    'an event never seen',
    FINE,
    '✗ stages › Choose › I order: “Order placed”: never seen. Did you mean “Order Placed”?',
    { events: ['Order Placed', 'Order delivered'] },
  ],
  [
    'another spelling',
    FINE.replace('Order placed', '[Order placed, Order Placed]'),
    '· stages › Choose › I order: “Order placed”: never seen.',
    { events: ['Order Placed', 'Order delivered'] },
  ],
  [
    'a step that cannot be seen',
    FINE.replace('Order delivered', 'Order placed'),
    '✗ stages › Get it › It arrives: It can never be seen: “I order” comes first and takes all its events. Tell them apart by a condition on a property or a channel.',
  ],
  [
    'shared events',
    FINE.replace('Order delivered', '[Order placed, Order delivered]'),
    '▲ stages › Get it › It arrives: It shares “Order placed” with “I order”, which comes first and gets them. Tell them apart by a condition on a property or a channel, or leave it so.',
  ],
])('%s is found', (_, text, finding, known) => {
  expect(said(text, known)).toContain(finding);
});

test('events told apart by a condition or a channel are not shared', () => {
  const by = (first: string, second: string) =>
    said(
      FINE.replace('Order placed', `{event: Order, ${first}}`).replace('Order delivered', `{event: Order, ${second}}`),
    );
  expect(by('where: {state: new}', 'where: {state: done}')).toEqual([]);
  expect(by('where: {state: new}', 'where: {state: {not: new}}')).toEqual([]);
  expect(by('channels: web', 'channels: app')).toEqual([]);
  expect(by('where: {state: new}', 'where: {state: {exists: true}}')).toHaveLength(1);
});

test('any map can be checked, and a fine one has no errors', () => {
  fc.assert(
    fc.property(anyContract, (contract) => {
      const findings = checkContract(contract, { events: ['I order'], journeys: [], touchpoints: [] });
      expect(isFine(findings)).toBe(!findings.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 30 },
  );
});
