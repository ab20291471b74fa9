import { QUESTIONS, ROLES } from '@continuo/contract';
import type { Answer, People, Timeline } from '@continuo/core';
import { expect, test } from 'vitest';
import { mayAsk, SMALL_GROUP_SAYS, shownTo } from './shown-to.ts';

const answer = <T>(result: T): Answer<T> => ({ result, limits: ['x'] }) as unknown as Answer<T>;
const row = { person: '1', run: 'c-1-1', key: 'BOOK-77', attributes: { brand: 'call +34 600 123 456' } };
const people = (count: number): Answer<People> =>
  answer({ rows: Array.from({ length: count }, () => row), runs: count, people: count } as unknown as People);
const timeline: Answer<Timeline> = answer({
  person: '1',
  leftOut: 0,
  identities: [{ kind: 'user', value: 'ana-7' }],
  moments: [
    {
      caseKey: 'BOOK-77',
      text: 'write to ana@example.org',
      properties: { user: 'ana-7', booking: 'BOOK-77', detail: 'told ana@example.org', minutes: 4, isGold: true },
    },
  ],
} as unknown as Timeline);

test.each(ROLES)('%s: what a customer is known as is in no answer', (role) => {
  expect(shownTo(role, 'timeline', timeline as never).result).toMatchObject({ identities: [] });
});

test.each(['viewer', 'editor'] as const)('%s sees neither ids nor contact details', (role) => {
  const text = JSON.stringify([
    shownTo(role, 'timeline', timeline as never),
    shownTo(role, 'people', people(5) as never),
  ]);
  for (const id of ['ana-7', 'BOOK-77', 'ana@example.org', '600 123 456']) expect(text).not.toContain(id);
  expect(text).toContain('"minutes":4');
  expect(text).toContain('"isGold":true');
});

test.each([
  ['viewer', 4, 0],
  ['editor', 4, 0],
  ['operator', 4, 4],
  ['admin', 1, 1],
  ['viewer', 5, 5],
  ['viewer', 0, 0],
] as const)('%s with %i customers behind a number is shown %i', (role, count, shown) => {
  const seen = shownTo(role, 'people', people(count) as never);
  expect(seen.result).toMatchObject({ people: count });
  expect((seen.result as People).rows).toHaveLength(shown);
  expect(seen.limits.includes(SMALL_GROUP_SAYS)).toBe(shown < count);
});

test('finding somebody by id needs the role operator', () => {
  const search = QUESTIONS.people.input.parse({ search: 'ana' });
  expect(() => mayAsk('editor', 'people', search)).toThrow(/operator/);
  expect(() => mayAsk('operator', 'people', search)).not.toThrow();
  expect(() => mayAsk('viewer', 'people', QUESTIONS.people.input.parse({}))).not.toThrow();
  const inCase = QUESTIONS.timeline.input.parse({ person: '1', caseKey: 'BOOK-77' });
  expect(() => mayAsk('viewer', 'timeline', inCase)).toThrow(/operator/);
});
