import { expect, test } from 'vitest';
import { z } from 'zod';
import { invalidWords } from './invalid-words.ts';

const account = z.object({
  name: z.string().min(1).max(100),
  password: z.string().min(12),
  age: z.number().optional(),
});

function wordsFor(input: unknown): string {
  const { error } = account.safeParse(input);
  return error === undefined ? '' : invalidWords(error);
}

test.each([
  [{ name: 'x'.repeat(101), password: 'x'.repeat(12) }, '“name” may have 100 characters at most.'],
  [{ name: '', password: 'short' }, '“name” may not be empty. “password” needs 12 characters at least.'],
  [{ name: 'Ada', password: 'x'.repeat(12), age: 'old' }, '“age”: Invalid input: expected number, received string.'],
  ['nothing of the kind', 'The input: Invalid input: expected object, received string.'],
])('%o is refused in words for people', (input, words) => {
  expect(wordsFor(input)).toBe(words);
});
