import { blankJourney, blankStep, type JourneyContract } from '@continuo/core';
import { expect, test } from 'vitest';
import { mergedCards, mergedLanes, mergedSteps } from './merge.ts';

const lane = { id: 'l', kind: 'text', title: 'Notes' } as const;
const card = (id: string, text: string) => ({ id, text, evidence: { kind: 'think' } }) as const;
const map = (...ids: string[]): JourneyContract => ({
  ...blankJourney('k', 'I buy'),
  lanes: [lane],
  stages: [{ id: 's', title: 'Stage', blocks: ids.map((id) => blankStep(id, `I ${id}`)) }],
});

test('what is gone stands where it stood, what is new where it stands', () => {
  const now = map('a', 'new', 'c');
  expect(mergedSteps(map('a', 'b', 'c'), now).map(({ step, mark }) => [step.id, mark])).toEqual([
    ['a', null],
    ['b', 'removed'],
    ['new', 'added'],
    ['c', null],
  ]);
  expect(mergedSteps(map('x', 'a'), map('a'))[0]).toMatchObject({ mark: 'removed', step: { id: 'x' } });
});

test('cards and lanes are told apart by their ids; the same in both bears no mark', () => {
  expect(
    mergedCards([card('1', 'a'), card('2', 'b')], [card('1', 'A'), card('3', 'c')]).map(({ mark }) => mark),
  ).toEqual(['changed', 'added', 'removed']);
  expect(mergedCards(undefined, undefined)).toEqual([]);
  expect(mergedLanes(map(), { ...map(), lanes: [{ ...lane, title: 'Note' }] })).toMatchObject([{ mark: 'changed' }]);
  expect(mergedSteps(map('a'), map('a'))).toMatchObject([{ mark: null }]);
});
