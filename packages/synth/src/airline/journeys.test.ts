import { isWhole } from '@continuo/core';
import { expect, test } from 'vitest';
import { airlineJourneys } from './journeys.ts';

test('every map of the demo is whole, the first version in force from the beginning, later ones later', () => {
  for (const { key, versions } of airlineJourneys()) {
    for (const { contract } of versions) expect([key, contract.key, isWhole(contract)]).toEqual([key, key, true]);
    const begins = versions.map(({ fromMs }) => fromMs ?? Number.NEGATIVE_INFINITY);
    expect([key, begins[0]]).toEqual([key, Number.NEGATIVE_INFINITY]);
    expect(begins).toEqual([...new Set(begins)].sort((a, b) => a - b));
  }
});
