import { describe, expect, test } from 'vitest';
import type { Passage } from './contract.ts';
import { type CutEvent, cutPassages, cutRules, passageKey } from './cut.ts';
import { BY_KEY, BY_SILENCE, CUT_NUMBERS, cutContract, readEvents } from './cut-cases.ts';
import { symbolOf } from './touch.ts';

const read = (events: string): CutEvent[] =>
  readEvents(events).map(({ timeMs, name, key }) => {
    const step = CUT_NUMBERS.get(name.replace('!', '')) ?? 0;
    return { timeMs, symbol: symbolOf({ step, isFailed: name.endsWith('!'), isOtherChannel: false }), key };
  });

const rules = (passage: Partial<Passage>) => cutRules(cutContract(passage), CUT_NUMBERS);
const cut = (events: string, passage: Partial<Passage>) =>
  cutPassages(read(events), rules(passage)).map(({ at }) => at.join(' '));

test('the reference case: completed, abandoned, open', () => {
  const events = '9:00 view, 9:10 cart, 9:35 pay, 11:00 view, 11:20 cart, 12:50 view';
  expect(cutPassages(read(events), rules({ starts: ['view'] }))).toEqual([
    { no: 1, key: '', at: [0, 1, 2] },
    { no: 2, key: '', at: [3, 4] },
    { no: 3, key: '', at: [5] },
  ]);
});

test.each(BY_SILENCE)('by silence: %s', (_what, events, passage, expected) => {
  expect(cut(events, passage)).toEqual(expected);
});

describe.each([{ by: 'case' }, { by: 'property', property: 'trip' }] as const)('by $by', (by) => {
  test.each(BY_KEY)('%s', (_what, events, passage, expected) => {
    expect(cut(events, { ...by, ...passage })).toEqual(expected);
  });
});

test('the key is the case key, or the property as text', () => {
  const { passage } = cutContract({ by: 'property', property: 'trip' });
  expect(passageKey(passage, { caseKey: 'k', properties: { trip: 7 } })).toBe('7');
  expect(passageKey(passage, { caseKey: 'k', properties: {} })).toBe('');
  expect(passageKey({ ...passage, property: null }, { caseKey: 'k', properties: { trip: 7 } })).toBe('');
  expect(passageKey({ ...passage, by: 'case' }, { caseKey: 'k', properties: { trip: 7 } })).toBe('k');
});
