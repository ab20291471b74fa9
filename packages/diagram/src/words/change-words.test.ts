import {
  blankJourney,
  blankStep,
  type Change,
  type Compared,
  type JourneyContract,
  type JourneyGap,
} from '@continuo/core';
import { describe, expect, test } from 'vitest';
import { answeredWords } from './answered-words.ts';
import { type ChangeContext, changeWords } from './change-words.ts';

const CONTRACT: JourneyContract = {
  ...blankJourney('trip', 'I travel'),
  owner: 'Airline',
  review: { everyDays: 30, nextDay: '2026-10-29' },
  stages: [
    {
      id: 'go',
      title: 'Go',
      blocks: [{ ...blankStep('bag', 'I pick up my bag'), owner: 'Baggage' }, blankStep('fly', 'I fly')],
    },
  ],
};
const CONTEXT: ChangeContext = {
  contracts: new Map([['trip', CONTRACT]]),
  timeZone: 'UTC',
  todayMs: Date.UTC(2026, 9, 26),
};
const nobody: ChangeContext = {
  ...CONTEXT,
  contracts: new Map([['trip', { ...CONTRACT, owner: null, review: null }]]),
};
const compared = (verdict: Compared['verdict'], n = 84): Compared => ({
  ...{ outcome: 'as-promised', with: { n, of: 100 }, without: { n: 57, of: 100 }, difference: 0, lo: 0, hi: 0 },
  verdict,
});
const grew = { sinceMs: Date.UTC(2026, 9, 1), change: { before: 0.01, since: 0.31 } };
const change = (of: Partial<JourneyGap>, more: Partial<Extract<Change, { kind: 'gap' }>> = {}): Change => ({
  ...{ kind: 'gap', tone: 'harm', people: 171, journey: 'trip', isRarer: false, decided: null },
  gap: {
    ...{ id: 'x', kind: 'broken', step: 'bag', activity: null, channel: null, promise: null, rule: null },
    ...{ people: 171, of: 614, sinceMs: null, change: null, compared: null, isHarm: true },
    ...of,
  },
  ...more,
});
const told = (one: Change, context: ChangeContext = CONTEXT): string => {
  const { title, detail, owner, next } = changeWords(one, context);
  return [title, detail, owner ?? 'No owner yet', next].join(' | ').replaceAll('\u00a0', ' ');
};

describe('changes in words', () => {
  test.each<[string, Change, ChangeContext, string]>([
    [
      'harm that grew: how many, since when, how it was, who, and what next in their review',
      change(grew),
      CONTEXT,
      '“I pick up my bag” went wrong for 171 customers, more often since Thu 1 Oct | 1 of 100 before, 31 of 100 since. | Baggage | decide what to mend, in the review on Thu 29 Oct',
    ],
    [
      'harm as it was, for which nobody is named',
      change({ kind: 'we-skipped', step: 'fly' }),
      nobody,
      '171 customers did not get “I fly”, though we owe it | 28 of 100 to whom it could have happened. | No owner yet | name an owner',
    ],
    [
      'it is watched already',
      change({ kind: 'late' }, { decided: { action: 'watch', actor: 'Ann' } }),
      CONTEXT,
      '“I pick up my bag” came later than promised for 171 customers | 28 of 100 to whom it could have happened. | Baggage | Ann watches it',
    ],
    [
      'a better way off the map',
      change({ kind: 'not-on-map', activity: 'Drop bag early', compared: compared('better') }, { tone: 'good' }),
      { ...CONTEXT, todayMs: Date.UTC(2026, 11, 1) },
      'Their way is better: 171 customers, “Drop bag early” | 84 of 100 as promised, others 57 of 100. Not on our map. | Airline | offer it to all, or put it on the map',
    ],
    [
      'another way of which no difference is seen',
      change({ kind: 'not-on-map', activity: 'Phone us', compared: compared('no-difference') }, { tone: 'plus' }),
      CONTEXT,
      '171 customers: “Phone us”, which is not on our map | No difference seen: 84 of 100 as promised, others 57 of 100. | Airline | decide whether our map should say so, in the review on Thu 29 Oct',
    ],
    [
      'another way that more go since a day: no share without that day',
      change({ ...grew, kind: 'not-on-map', activity: 'Phone us' }, { tone: 'plus' }),
      nobody,
      '171 customers: “Phone us”, which is not on our map, more often since Thu 1 Oct | 1 of 100 before, 31 of 100 since. | No owner yet | name an owner',
    ],
    [
      'a better way that more go since a day',
      change({ ...grew, kind: 'shortcut', compared: compared('better') }, { tone: 'good' }),
      nobody,
      'Their way is better: 171 customers did without “I pick up my bag” | 1 of 100 before Thu 1 Oct, 31 of 100 since. 84 of 100 as promised, others 57 of 100. | Baggage | offer it to all, or put it on the map',
    ],
    [
      'harm that became rarer',
      change({ ...grew, change: { before: 0.31, since: 0.01 } }, { tone: 'good', isRarer: true }),
      CONTEXT,
      '“I pick up my bag” goes wrong less often since Thu 1 Oct | 31 of 100 before, 1 of 100 since. | Baggage | keep it so',
    ],
    [
      'call-backs past due',
      { kind: 'late', tone: 'harm', people: 7 },
      CONTEXT,
      '7 customers wait longer for our call than promised | Their call-backs are past due. | No owner yet | call them back today',
    ],
  ])('%s', (_, one, context, expected) => expect(told(one, context)).toBe(expected));

  test('what is passed on counts out no group of one to four', () => {
    const shared = { ...CONTEXT, isShared: true };
    const few = change({ kind: 'shortcut', compared: compared('hurts', 97) });
    expect(told(few)).toContain('97 of 100');
    expect(told(few, shared)).not.toContain('97 of 100');
    expect(changeWords(change({ of: 173 }), shared).detail).toBe('');
  });
});

describe('who answered', () => {
  test.each([
    [{ unhappy: 0, neutral: 0, happy: 0 }, 640, 'None of 640 customers answered: how it felt is not known.'],
    [{ unhappy: 0, neutral: 0, happy: 0 }, 0, ''],
    [
      { unhappy: 21, neutral: 6, happy: 11 },
      640,
      'Few answer: 6 of 100 customers did. Counts under 30 are shown as they are, never as a score.',
    ],
    [
      { unhappy: 1, neutral: 0, happy: 9 },
      12,
      '10 of 12 customers answered. Counts under 30 are shown as they are, never as a score.',
    ],
  ])('%#', (voices, people, expected) => expect(answeredWords(voices, people, null)).toBe(expected));

  test('those who did not are held against those who did, from thirty on each side', () => {
    const group = (people: number, called: number) => ({ people, called, left: null });
    const say = (answered: number, silent: number): string =>
      answeredWords({ unhappy: answered, neutral: 0, happy: 0 }, 640, {
        answered: group(answered, 10),
        silent: group(silent, 150),
      });
    expect(say(38, 602)).toContain('phoned or wrote about as often: 25 of 100, against 10 of 38 of those who did.');
    expect(say(12, 628)).toContain('Too few to say');
    const atStep = answeredWords(
      { unhappy: 90, neutral: 0, happy: 0 },
      640,
      {
        answered: group(79, 18),
        silent: group(500, 80),
      },
      'I stay',
    );
    expect(atStep).toContain('At “I stay” those who did not answer phoned or wrote');
  });
});
