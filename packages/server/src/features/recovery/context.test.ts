import { openedCallback } from '@continuo/core';
import type { StoredCallback } from '@continuo/state';
import { expect, test } from 'vitest';
import { contextOf } from './context.ts';

const callback: StoredCallback = {
  ...openedCallback(null, 5),
  ...{ workspace: 1, id: 7, person: '9', rule: 'low', what: 'It arrives', why: 'answered 2 of 10', calendar: 'office' },
  ...{ workMs: 1, openedMs: 0, answerDueMs: 5, againId: null, againMs: null },
  ...{ isMailed: null, answerMs: null, answerWhy: '' },
};

test.each([
  [1, 'Do not ask what happened: we know it.'],
  [2, 'Do not ask what happened: it is the 2nd time we hear of it.'],
  [13, 'Do not ask what happened: it is the 13th time we hear of it.'],
  [22, 'Do not ask what happened: it is the 22nd time we hear of it.'],
])('of something heard %i times', (moments, doNotAsk) => {
  expect(contextOf(callback, [], moments)).toMatchObject({ beingHelped: true, failed: 'It arrives.', doNotAsk });
});

test('of one that is over nothing is to be known', () => {
  expect(contextOf({ ...callback, state: 'asked' }, [], 1)).toMatchObject({ beingHelped: false, line: null });
});
