import { behindGap, blankJourney, blankStep, type JourneyContract, type JourneyGap } from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { editLines, evidenceOf, gapTitle, sinceWords } from './gap-words.ts';

const CONTRACT: JourneyContract = {
  ...blankJourney('trip', 'I travel'),
  stages: [{ id: 'go', title: 'Go', blocks: [blankStep('seats', 'I choose seats'), blankStep('fly', 'I fly')] }],
  promises: [{ id: 'p', from: 'seats', to: 'fly', withinMs: 3_600_000, says: null }],
  rules: [{ id: 'r', kind: 'response', a: 'seats', b: 'fly' }],
};
const gap = (of: Partial<JourneyGap>): JourneyGap => ({
  ...{
    id: 'x',
    kind: 'broken',
    step: 'fly',
    activity: null,
    channel: null,
    promise: null,
    rule: null,
    people: 3,
    of: 9,
  },
  ...{ sinceMs: null, change: null, compared: null, isHarm: false, ...of },
});
const TODAY = Date.UTC(2026, 10, 26);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('gaps in words', () => {
  test.each([
    [gap({}), '“I fly” goes wrong'],
    [gap({ kind: 'not-on-map', activity: 'Phone us' }), 'Phone us, after “I fly”'],
    [gap({ kind: 'not-on-map', activity: 'Phone us', step: null }), 'Phone us, at the beginning'],
    [gap({ kind: 'other-channel', channel: 'phone' }), '“I fly” by Phone, which nobody planned'],
    [gap({ kind: 'rule', rule: 'r', step: null }), 'A rule is not kept: after “I choose seats” comes “I fly”'],
    [gap({ kind: 'shortcut', step: 'gone' }), 'A shortcut past “gone”'],
  ])('%#', (one, words) => expect(gapTitle(one, CONTRACT)).toBe(words));

  test('since when is said only where a change was found', () => {
    expect(sinceWords(gap({}), 'UTC', TODAY)).toBe('no change found');
    const since = gap({ sinceMs: Date.UTC(2026, 9, 1), change: { before: 0.01, since: 0.31 } });
    expect(plain(sinceWords(since, 'UTC', TODAY))).toBe(
      'more common since Thu 1 Oct: 1 of 100 before, 31 of 100 since',
    );
    const later = plain(sinceWords(since, 'UTC', Date.UTC(2027, 0, 5)));
    expect(later).toContain('since Thu 1 Oct 2026: ');
  });

  test('crimson is for harm only', () => {
    expect(evidenceOf(gap({ isHarm: true })).tone).toBe('harm');
    expect(evidenceOf(gap({ kind: 'repeat' })).tone).toBe('none');
  });

  test('what a map would say is told before it says it', () => {
    const lines = editLines(
      [
        { kind: 'set-step', id: 'seats', field: 'isOptional', value: true },
        { kind: 'set-promise', id: 'p', field: 'withinMs', value: 7_200_000 },
        { kind: 'remove-rule', id: 'r' },
        { kind: 'add-block', block: blankStep('new', 'Phone us'), into: 'go', after: 'fly' },
      ],
      CONTRACT,
    );
    expect(lines.map(plain)).toEqual([
      '“I choose seats” may be passed over.',
      '“I fly” is promised within 2 h, now 1 h.',
      'The rule goes: after “I choose seats” comes “I fly”.',
      'New step “Phone us” after “I fly”; may be passed over.',
    ]);
  });

  test('the people of a gap are those of its number', () => {
    expect(behindGap(gap({ kind: 'late', promise: 'p' }))).toEqual({ kind: 'map-promise', promise: 'p', is: 'late' });
    expect(behindGap(gap({ kind: 'rule', rule: 'r' }))).toBeNull();
    expect(behindGap(gap({}))).toEqual({ kind: 'map-step', step: 'fly', which: 'broken', channel: null });
  });
});
