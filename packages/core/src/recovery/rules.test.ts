import { describe, expect, test } from 'vitest';
import type { Scale } from '../event/event.ts';
import type { RepeatCondition } from './rule.ts';
import { holdsOf, repeatsOf } from './rules.ts';
import { mayBeCalled } from './sighting.ts';

const DAY_MS = 86_400_000;
const low = { kind: 'low-score', atMost: { '1-5': 1 } } as const;
const asks = { kind: 'asks-answer', phrases: [] } as const;
const answer = (score: number | null, scale: Scale, text = '', properties = {}) => ({ score, scale, text, properties });

describe('what an answer opens', () => {
  test.each([
    ['0 of 10', low, answer(0, '0-10'), true],
    ['6 of 10: unhappy', low, answer(6, '0-10'), true],
    ['7 of 10', low, answer(7, '0-10'), false],
    ['2 of 5, where the rule says 1', low, answer(2, '1-5'), false],
    ['1 of 5', low, answer(1, '1-5'), true],
    ['no score', low, answer(null, ''), false],
    ['asks in English', asks, answer(9, '0-10', 'Where is it? Please ANSWER me.'), true],
    ['asks in Spanish', asks, answer(null, '', 'Llámenme hoy'), true],
    ['asks in German', asks, answer(null, '', 'Bitte um Rückruf!'), true],
    ['asks in Japanese', asks, answer(null, '', '至急連絡してください'), true],
    ['says only that it hurt', asks, answer(1, '0-10', 'Nobody helped.'), false],
    ['ticked that we may', asks, answer(9, '0-10', '', { contact: 'yes' }), true],
    ['no words', asks, answer(1, '0-10'), false],
    ['own phrases only', { kind: 'asks-answer', phrases: ['SOS'] } as const, answer(null, '', 'sos'), true],
    [
      'not the others then',
      { kind: 'asks-answer', phrases: ['SOS'] } as const,
      answer(null, '', 'call me back'),
      false,
    ],
  ])('%s', (_, condition, given, holds) => expect(holdsOf(condition, given)).toBe(holds));

  test.each([
    ['a user', ['user'], {}, true],
    ['a visit that belongs to a user', ['anonymous', 'user'], {}, true],
    ['who answered without a name', ['anonymous'], {}, false],
    ['a case of nobody', ['case'], {}, false],
    ['nothing known', [], {}, false],
    ['a user who wishes no contact', ['user'], { contact: 'no' }, false],
  ] as const)('%s may be called: %#', (_, kinds, properties, may) =>
    expect(mayBeCalled({ kinds, properties })).toBe(may),
  );
});

describe('the n-th time', () => {
  const condition = (changes: Partial<RepeatCondition> = {}): RepeatCondition => ({
    kind: 'repeat',
    match: { events: ['call'], channels: [], where: [] },
    times: 3,
    withinDays: 7,
    about: { kind: 'anything' },
    ...changes,
  });
  const at = (day: number, caseKey = '', properties = {}, name = 'call') => ({
    ...{
      timeMs: day * DAY_MS,
      ord: 0,
      message: BigInt(Math.round(day * 10)),
      name,
      channel: 'phone',
      caseKey,
      properties,
    },
  });
  const days = (found: ReturnType<typeof repeatsOf<ReturnType<typeof at>>>) =>
    found.map(({ sighting, nth }) => [sighting.timeMs / DAY_MS, nth]);

  test.each([
    ['two are too few', condition(), [at(1), at(2)], []],
    [
      'the third, and the fourth too',
      condition(),
      [at(4), at(1), at(3), at(2)],
      [
        [3, 3],
        [4, 4],
      ],
    ],
    ['seven days with both ends', condition(), [at(1), at(2), at(8)], [[8, 3]]],
    ['a day later the first is too long ago', condition(), [at(1), at(2), at(9)], []],
    ['others do not count', condition(), [at(1), at(2, '', {}, 'visit'), at(3)], []],
    [
      'about one case',
      condition({ about: { kind: 'case' } }),
      [at(1, 'a'), at(2, 'b'), at(3, 'a'), at(4, 'a'), at(5)],
      [[4, 3]],
    ],
    [
      'about one bag',
      condition({ times: 2, about: { kind: 'property', property: 'bag' } }),
      [at(1, '', { bag: 7 }), at(2, '', { bag: 8 }), at(3, '', {}), at(4, '', { bag: 7 })],
      [[4, 2]],
    ],
    [
      'any event by a channel',
      condition({ times: 2, match: { events: [], channels: ['phone'], where: [] } }),
      [at(1), at(2, '', {}, 'visit')],
      [[2, 2]],
    ],
    [
      'each one',
      condition({ times: 1 }),
      [at(1), at(2)],
      [
        [1, 1],
        [2, 2],
      ],
    ],
  ])('%s', (_, rule, events, expected) => expect(days(repeatsOf(rule, events))).toEqual(expected));
});
