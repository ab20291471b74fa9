import { describe, expect, test } from 'vitest';
import type { Passage } from './contract.ts';
import { type CutEvent, cutPassages, cutRules, passageKey } from './cut.ts';
import { contractOf, step } from './test-kit.ts';

const STEPS = ['view', 'cart', 'pay', 'lose'];
const NUMBERS = new Map(STEPS.map((id, i) => [id, i + 1]));
const MINUTE = 60_000;

const contract = (passage: Partial<Passage>) =>
  contractOf([step('view'), step('cart'), step('pay', { ends: 'goal' }), step('lose', { ends: 'failure' })], passage);

/** `09:10 cart` is a touch, `09:10 cart!` one that failed, `09:10 -` an event that is not on the map; `#k` its key. */
const read = (events: string): CutEvent[] =>
  events.split(', ').map((text) => {
    const [, hours, minutes, id, failed, key] = /^(\d+):(\d+) ([a-z-]+)(!?)#?(\w*)$/.exec(text) as RegExpExecArray;
    return {
      timeMs: (Number(hours) * 60 + Number(minutes)) * MINUTE,
      symbol: (NUMBERS.get(id as string) ?? 0) * 4 + (failed ? 2 : 0),
      key: key as string,
    };
  });

const cut = (events: string, passage: Partial<Passage>) =>
  cutPassages(read(events), cutRules(contract(passage), NUMBERS)).map(({ at }) => at.join(' '));

test('the reference case: completed, abandoned, open', () => {
  const events = '9:00 view, 9:10 cart, 9:35 pay, 11:00 view, 11:20 cart, 12:50 view';
  const found = cutPassages(read(events), cutRules(contract({ starts: ['view'] }), NUMBERS));
  expect(found).toEqual([
    { no: 1, key: '', at: [0, 1, 2] },
    { no: 2, key: '', at: [3, 4] },
    { no: 3, key: '', at: [5] },
  ]);
});

describe('by silence', () => {
  test.each<[string, string, Partial<Passage>, string[]]>([
    ['no event', '9:00 -', {}, []],
    ['silence of just an hour goes on', '9:00 view, 10:00 cart', {}, ['0 1']],
    ['a longer one does not', '9:00 view, 10:01 cart', {}, ['0', '1']],
    ['events off the map belong within the silence', '8:59 -, 9:00 view, 9:30 -, 10:00 -, 10:01 -', {}, ['1 2 3']],
    ['but do not prolong it', '9:00 view, 9:50 -, 10:40 view', {}, ['0 1', '2']],
    ['an end ends it, also for events off the map', '9:00 view, 9:10 pay, 9:11 -, 9:12 cart', {}, ['0 1', '3']],
    ['a failed end does not', '9:00 view, 9:10 pay!, 9:11 -, 9:12 cart', {}, ['0 1 2 3']],
    ['an end that is a failure does', '9:00 view, 9:10 lose, 9:12 lose', {}, ['0 1', '2']],
    [
      'at-start: every start opens one',
      '9:00 view, 9:01 cart, 9:02 view, 9:03 -',
      { again: 'at-start', starts: ['view'] },
      ['0 1', '2 3'],
    ],
    [
      'at-start: an end too, and what follows has no start',
      '9:00 view, 9:01 pay, 9:02 cart',
      { again: 'at-start', starts: ['view'] },
      ['0 1'],
    ],
    ['after-end: a second start does not', '9:00 view, 9:02 view', { starts: ['view'] }, ['0 1']],
    [
      'what comes before the first start goes',
      '9:00 cart, 9:01 -, 9:02 view, 9:03 cart',
      { starts: ['view'] },
      ['2 3'],
    ],
    ['a start that failed is a start', '9:00 cart, 9:02 view!, 9:03 cart', { starts: ['view'] }, ['1 2']],
    ['no start, no passage', '9:00 cart, 9:01 pay', { starts: ['view'] }, []],
    ['starts of several steps', '9:00 pay, 9:01 cart, 9:02 view', { starts: ['view', 'cart'] }, ['1 2']],
    ['starts that are no step count as none named', '9:00 cart', { starts: ['gone'] }, ['0']],
    [
      'once: only the first, whose end does not end it',
      '9:00 view, 9:01 pay, 9:02 -, 9:03 cart, 11:00 view',
      { again: 'once' },
      ['0 1 2 3'],
    ],
    [
      'once: the first that has a start',
      '9:00 cart, 11:00 view, 13:00 view',
      { again: 'once', starts: ['view'] },
      ['1'],
    ],
    [
      'windows from the first touch',
      '9:00 view, 9:29 cart, 9:30 cart, 9:59 -, 10:15 -, 10:29 cart',
      { atMostMs: 30 * MINUTE },
      ['0 1', '2 3', '4 5'],
    ],
    [
      'a window without a touch on the map is none',
      '9:00 view, 9:31 -, 10:00 cart',
      { atMostMs: 30 * MINUTE },
      ['0', '2'],
    ],
    [
      'windows begin at the start step',
      '9:00 cart, 9:10 view, 9:35 cart, 9:41 cart',
      { atMostMs: 30 * MINUTE, starts: ['view'] },
      ['1 2', '3'],
    ],
  ])('%s', (_what, events, passage, expected) => {
    expect(cut(events, passage)).toEqual(expected);
  });
});

describe('by case or property', () => {
  test.each<[string, string, Partial<Passage>, string[]]>([
    ['a key is one passage', '9:00 view#a, 9:01 cart#b, 9:02 -#a, 23:00 pay#a, 23:30 view#a', {}, ['0 2 3 4', '1']],
    ['events without a key are in none', '9:00 view, 9:01 cart#b', {}, ['1']],
    ['a key without a touch on the map is none', '9:00 -#a, 9:01 cart#b', {}, ['1']],
    ['starts hold', '9:00 -#a, 9:01 cart#b, 9:02 view#b, 9:03 view#a, 9:04 cart#c', { starts: ['view'] }, ['2', '3']],
    ['numbers follow the first kept event', '9:00 cart#a, 9:01 view#b, 9:02 view#a', { starts: ['view'] }, ['1', '2']],
    [
      'windows and once are for silence',
      '9:00 view#a, 9:01 cart#b, 23:00 pay#a',
      { atMostMs: MINUTE, again: 'once' },
      ['0 2', '1'],
    ],
  ])('%s', (_what, events, passage, expected) => {
    expect(cut(events, { by: 'case', ...passage })).toEqual(expected);
    expect(cut(events, { by: 'property', property: 'trip', ...passage })).toEqual(expected);
  });
});

test('the key is the case key, or the property as text', () => {
  const { passage } = contract({ by: 'property', property: 'trip' });
  expect(passageKey(passage, { caseKey: 'k', properties: { trip: 7 } })).toBe('7');
  expect(passageKey(passage, { caseKey: 'k', properties: {} })).toBe('');
  expect(passageKey({ ...passage, property: null }, { caseKey: 'k', properties: { trip: 7 } })).toBe('');
  expect(passageKey({ ...passage, by: 'case' }, { caseKey: 'k', properties: { trip: 7 } })).toBe('k');
});
