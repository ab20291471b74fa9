import { cutPassages, cutRules, type JourneyContract, matchEvent, matchRules, placedSteps } from '@continuo/core';
import { expect, it, test } from 'vitest';
import { randomContract, stepNumbers } from './contracts.ts';
import { randomHistory } from './histories.ts';

const contracts = Array.from({ length: 300 }, (_, seed) => randomContract(seed));
const steps = (contract: JourneyContract) => placedSteps(contract);

test('a seed repeats itself', () => {
  expect(randomContract(5)).toEqual(randomContract(5));
});

it.each<[string, (contract: JourneyContract) => boolean]>([
  ['failures', (one) => steps(one).some(({ step }) => step.failures.length > 0)],
  ['conditions', (one) => steps(one).some(({ step }) => step.matchers.some(({ where }) => where.length > 0))],
  ['channels', (one) => steps(one).some(({ step }) => step.channels.length > 0)],
  ['ends', (one) => steps(one).some(({ step }) => step.ends !== null)],
  ['groups in groups', (one) => steps(one).some(({ groups }) => groups.length > 1)],
  ['passages by property', (one) => one.passage.by === 'property'],
  [
    'starts and windows by silence',
    ({ passage: p }) => p.by === 'silence' && p.starts.length > 0 && p.atMostMs !== null,
  ],
  ['promises', (one) => one.promises.length > 0],
])('has %s, often', (_what, is) => {
  expect(contracts.filter(is).length).toBeGreaterThan(5);
});

test('meets random histories: most find a passage', () => {
  const found = contracts.filter((contract, seed) => {
    const numbers = stepNumbers(contract);
    const rules = matchRules(contract, numbers);
    const events = randomHistory(seed).map((event) => ({
      timeMs: event.timeMs,
      symbol: matchEvent(rules, event),
      key: event.caseKey,
    }));
    return (
      cutPassages(
        events.sort((a, b) => a.timeMs - b.timeMs),
        cutRules(contract, numbers),
      ).length > 0
    );
  });
  expect(found.length).toBeGreaterThan(150);
});

test('numbers given out are never given again', () => {
  const contract = randomContract(1);
  const known = new Map([['s1', 4]]);
  expect(stepNumbers(contract, known).get('s1')).toBe(4);
  expect(new Set(stepNumbers(contract, known).values()).size).toBe(stepNumbers(contract, known).size);
});
