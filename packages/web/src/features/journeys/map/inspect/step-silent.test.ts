import { expect, test } from 'vitest';
import { silentSentence } from './step-silent.ts';

const group = (people: number, called: number, left: number | null) => ({ people, called, left });

test.each([
  [
    'too few to claim anything',
    group(8, 1, 0),
    group(400, 90, 10),
    '400 did not answer: how it felt to them is not known.',
  ],
  ['everybody answered', group(40, 1, 0), group(0, 0, 0), null],
  ['nobody came', group(0, 0, 0), group(0, 0, 0), null],
  [
    'compared',
    group(100, 10, 5),
    group(120, 60, 6),
    '120 did not answer: they called more often afterwards (60 of 120, against 10 of 100 who answered) and left about as often (6 of 120, against 5 of 100 who answered).',
  ],
  [
    'where nobody knows who left',
    group(100, 40, null),
    group(100, 10, null),
    '100 did not answer: they called less often afterwards (10 of 100, against 40 of 100 who answered).',
  ],
])('%s', (_, answered, silent, sentence) => {
  expect(silentSentence({ answered, silent })).toBe(sentence);
});
