import type { SurveyQuestion, SurveyQuestionKind } from '@continuo/core';
import { expect, test } from 'vitest';
import { kindsFor, moved, ofKind, withQuestion } from './questions.ts';

const ask = (...kinds: SurveyQuestionKind[]): readonly SurveyQuestion[] =>
  kinds.map((kind) => ({ id: kind === 'open' ? 'why' : kind, kind, words: {}, isNeeded: false }));
const ids = (questions: readonly SurveyQuestion[]) => questions.map(({ id }) => id);

test('a second score is never offered', () => {
  expect(kindsFor([], null)).toContain('nps');
  expect(kindsFor(ask('nps'), null)).toEqual(['got', 'emotion', 'open']);
  expect(kindsFor(ask('nps', 'open'), 0)).toContain('csat');
});

test('a new question asks what is not asked yet, with an id of its own', () => {
  expect(ids(withQuestion([]))).toEqual(['nps']);
  expect(ids(withQuestion(ask('nps', 'got', 'emotion', 'open')))).toEqual(['nps', 'got', 'emotion', 'why', 'why-2']);
});

test('another kind is another question', () => {
  expect(ofKind(ask('nps', 'open'), 0, 'csat')[0]).toMatchObject({ id: 'csat', kind: 'csat', words: {} });
  expect(ids(ofKind(ask('got', 'open'), 0, 'open'))).toEqual(['why-2', 'why']);
});

test('a question moves by one and stays at the ends', () => {
  expect(ids(moved(ask('nps', 'got', 'open'), 2, -1))).toEqual(['nps', 'why', 'got']);
  expect(ids(moved(ask('nps', 'got'), 0, -1))).toEqual(['nps', 'got']);
  expect(ids(moved(ask('nps', 'got'), 1, 1))).toEqual(['nps', 'got']);
});
