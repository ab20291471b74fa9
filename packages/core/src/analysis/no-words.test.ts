import { expect, test } from 'vitest';
import { wordless } from './no-words.ts';

test('words go, answers that are numbers or a yes stay, and so does what nobody wrote', () => {
  const properties = { answer_else: 'No bag', answer_times: 3, answer_again: true, got: 'no', answered: 'phone' };
  expect(wordless({ text: 'Where is it?', properties, timeMs: 5 })).toEqual({
    text: '',
    properties: { answer_times: 3, answer_again: true, got: 'no', answered: 'phone' },
    timeMs: 5,
  });
});
