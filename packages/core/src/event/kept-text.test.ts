import { expect, test } from 'vitest';
import { keptLine, keptText } from './kept-text.ts';

test.each([
  ['', '', ''],
  [' a\r\nb\rc\n', 'a\nb\nc', 'a b c'],
  ['a\0b\tc\u0085d', 'a b c d', 'a b c d'],
  ['x\ud83d, \ude00 and 😀', 'x\uFFFD, \uFFFD and 😀', 'x\uFFFD, \uFFFD and 😀'],
])('%j is kept as %j, in one line as %j', (text, kept, line) => {
  expect([keptText(text), keptLine(text)]).toEqual([kept, line]);
});
