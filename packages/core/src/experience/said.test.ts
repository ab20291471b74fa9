import { expect, test } from 'vitest';
import type { SaidAt } from '../analysis/feedback.ts';
import { praiseOf } from './praise.ts';
import { commentsPage, type Said } from './said.ts';
import { phrasesOfSaid, themesOfSaid } from './said-themes.ts';
import { silentSays } from './silent.ts';
import type { Theme } from './themes.ts';

const step = (id: string): SaidAt => ({ kind: 'step', step: id });
const said = (n: number, changes: Partial<Said> = {}): Said => ({
  id: `m${n}`,
  person: `p${n}`,
  at: step('fly'),
  timeMs: n * 1000,
  text: `Words ${n}`,
  score: 9,
  scale: '0-10',
  channel: 'web',
  run: `p-${n}-1`,
  ...changes,
});
const BOOK: readonly Theme[] = [{ key: 'crew', title: 'Crew', words: [{ language: '', any: ['crew'], not: [] }] }];
const ALL = { at: null, felt: null, theme: null, phrase: null } as const;

test('pages go on where the last one ended, also when newer words have come in between', () => {
  const some = [3, 1, 2, 5, 4].map((n) => said(n));
  const first = commentsPage(some, { ...ALL, cursor: null, limit: 2 }, []);
  expect(first).toMatchObject({ matched: 5, comments: [{ id: 'm5' }, { id: 'm4' }] });
  const newer = [...some, said(6)].filter(({ id }) => id !== 'm4');
  const second = commentsPage(newer, { ...ALL, cursor: first.next, limit: 2 }, []);
  expect(second.comments.map(({ id }) => id)).toEqual(['m3', 'm2']);
  const third = commentsPage(newer, { ...ALL, cursor: second.next, limit: 2 }, []);
  expect(third).toMatchObject({ comments: [{ id: 'm1' }], next: null });
  expect(commentsPage(some, { ...ALL, cursor: 'nonsense', limit: 9 }, []).comments).toHaveLength(5);
});

test('a comment is found by place, mood, theme and words, and shows no address', () => {
  const some = [
    said(1, { text: 'The crew was lovely, write to ann@example.org' }),
    said(2, { text: 'The crew was rude', score: 1 }),
    said(3, { at: step('belt'), score: null, scale: '', text: 'The crew' }),
  ];
  const find = (filter: Partial<Parameters<typeof commentsPage>[1]>) =>
    commentsPage(some, { ...ALL, cursor: null, limit: 9, ...filter }, BOOK).comments.map(({ id }) => id);
  expect(find({ theme: 'crew' })).toEqual(['m3', 'm2', 'm1']);
  expect(find({ felt: 'unhappy', theme: 'crew' })).toEqual(['m2']);
  expect(find({ felt: 'none' })).toEqual(['m3']);
  expect(find({ at: step('belt') })).toEqual(['m3']);
  expect(find({ phrase: 'was lov*' })).toEqual(['m1']);
  expect(find({ theme: 'no such theme' })).toEqual([]);
  const [, , shown] = commentsPage(some, { ...ALL, cursor: null, limit: 9 }, BOOK).comments;
  expect(shown).toMatchObject({ text: 'The crew was lovely, write to •••', felt: 'happy', themes: ['crew'] });
});

test('a theme counts people, in the mood of their last words about it', () => {
  const some = [
    said(1, { person: 'ann', text: 'crew', score: 2 }),
    said(2, { person: 'ann', text: 'the crew again', score: 10 }),
    said(3, { person: 'ann', text: 'crew without a score', score: null, scale: '' }),
    said(4, { person: 'bob', text: 'nothing to say' }),
  ];
  const { themes, none } = themesOfSaid(some, { at: null, quotes: 2 }, BOOK);
  expect(themes).toMatchObject([
    { key: 'crew', people: 1, voices: { unhappy: 0, neutral: 0, happy: 1 }, quotes: [{ id: 'm3' }, { id: 'm2' }] },
  ]);
  expect(none).toBe(1);
});

test('what no theme holds is suggested', () => {
  const some = [1, 2, 3].map((n) => said(n, { text: 'Long passport line' }));
  expect(themesOfSaid(some, { at: null, quotes: 0 }, BOOK).suggestions).toMatchObject([
    { phrase: 'long passport line', people: 3 },
  ]);
});

test('a word that only turns a sentence round is no theme by itself', () => {
  const some = ['Not fair', 'Not kind', 'Not clear', 'No answer', 'No help', 'No reply'].map((text, n) =>
    said(n, { text }),
  );
  expect(themesOfSaid(some, { at: null, quotes: 0 }, BOOK).suggestions).toEqual([]);
});

test('what is said here is held against everywhere else', () => {
  const here = Array.from({ length: 20 }, (_, n) => said(n, { at: step('belt'), text: 'no wheels left' }));
  const rest = Array.from({ length: 40 }, (_, n) => said(100 + n, { text: 'all was fine' }));
  expect(phrasesOfSaid([...here, ...rest], { at: step('belt'), felt: null, limit: 5 })).toMatchObject({
    people: 20,
    rest: 40,
    phrases: [{ phrase: 'no wheels left', people: 20, rest: 0 }],
  });
});

const place = (id: string, voices: { unhappy: number; neutral: number; happy: number }) => ({
  ...{ at: step(id), title: `I ${id}`, owner: `${id} team`, voices },
});

test('praised is what most of at least five loved; many stand before few', () => {
  const places = [
    place('four', { unhappy: 0, neutral: 0, happy: 4 }),
    place('five', { unhappy: 0, neutral: 0, happy: 5 }),
    place('many', { unhappy: 5, neutral: 5, happy: 50 }),
    place('half', { unhappy: 5, neutral: 0, happy: 5 }),
  ];
  const words = [
    said(1, { at: step('many'), text: 'A young man carried my bag.' }),
    said(2, { at: step('many'), text: 'Great' }),
    said(3, { at: step('many'), text: 'Never again, not for money', score: 0 }),
  ];
  const { moments } = praiseOf(places, words, 5);
  expect(moments.map(({ title }) => title)).toEqual(['I many', 'I five']);
  expect(moments[0]).toMatchObject({ happy: 50, answered: 60, owner: 'many team', quote: { id: 'm1' } });
  expect(moments[0]?.quote).not.toHaveProperty('person');
});

const group = (people: number, called: number, left: number | null) => ({ people, called, left });
test.each([
  ['too few who answered', group(29, 1, 0), group(400, 90, 10), { kind: 'too-few', answered: 29, silent: 400 }],
  ['too few who did not', group(300, 1, 0), group(29, 9, 1), { kind: 'too-few' }],
  ['nobody came', group(0, 0, 0), group(0, 0, 0), { kind: 'too-few' }],
  ['everybody answered', group(40, 1, 0), group(0, 0, 0), { kind: 'everybody-answered' }],
  [
    'they called more and left as often',
    group(100, 10, 5),
    group(100, 40, 6),
    { kind: 'compared', called: { than: 'more', silent: { n: 40, of: 100 } }, left: { than: 'same' } },
  ],
  ['nobody left', group(100, 10, 0), group(100, 40, 0), { kind: 'compared', left: null }],
  [
    'they called less; nobody knows who left',
    group(100, 40, null),
    group(100, 10, null),
    { kind: 'compared', called: { than: 'less' }, left: null },
  ],
])('those who did not answer: %s', (_, answered, silent, says) => {
  expect(silentSays({ answered, silent })).toMatchObject(says);
});
