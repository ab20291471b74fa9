import { expect, test } from 'vitest';
import { isAnswer } from './is-answer.ts';

test.each([
  [{}, false],
  [{ journey: 'Anna flies home' }, false],
  [{ step: '3' }, false],
  [{ journey: 'fly', step: 'belt' }, true],
  [{ submission: 's1' }, true],
])('%j is an answer: %s', (properties, expected) => expect(isAnswer({ properties })).toBe(expected));
