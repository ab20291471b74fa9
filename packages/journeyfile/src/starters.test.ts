import { readFileSync } from 'node:fs';
import { placedSteps } from '@continuo/core';
import { expect, test } from 'vitest';
import { checkContract } from './check/check-contract.ts';
import { findingText } from './check/finding.ts';
import { problemText } from './file/problem.ts';
import { readJourneyFile } from './file/read-journey.ts';
import { starters } from './starters.ts';

test('ten starters ship', () => {
  expect(starters().map(({ key }) => key)).toEqual([
    'account',
    'claim',
    'complain',
    'mobile',
    'mortgage',
    'order',
    'permit',
    'software',
    'travel',
    'treated',
  ]);
});

test.each(starters().map((starter) => [starter.key, starter] as const))(
  '%s is small, whole and sound',
  (_, { contract, steps }) => {
    const placed = placedSteps(contract);
    expect(steps).toBe(placed.length);
    expect(steps).toBeLessThanOrEqual(12);
    expect(contract.promises.length).toBeGreaterThan(0);
    expect(contract.question).not.toBeNull();
    const moments = placed.filter(({ step }) => step.matters).length;
    expect(moments).toBeGreaterThan(0);
    expect(moments).toBeLessThanOrEqual(3);
    expect(placed.every(({ step }) => step.matchers.length > 0)).toBe(true);
    expect(placed.some(({ step }) => step.isOwed) && placed.some(({ step }) => step.failures.length > 0)).toBe(true);
    // Only who answers for it is for each organisation to say.
    expect(checkContract(contract, { journeys: [contract.key] }).map(findingText)).toEqual([
      '▲ Nobody answers for this journey. Write “owner:” with a name or a role.',
    ]);
  },
);

test('the example of the shared orders is sound', () => {
  const text = readFileSync(new URL('../../../examples/journeys/olist.yaml', import.meta.url), 'utf8');
  const read = readJourneyFile(text, 'yaml');
  expect(read.ok ? [] : read.problems.map(problemText)).toEqual([]);
  expect(read.ok && checkContract(read.value).map(findingText)).toEqual([]);
});
