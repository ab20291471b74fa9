import { expect, test } from 'vitest';
import { shownWords } from './mask.ts';
import { shortened } from './shortened.ts';

test.each([
  ['short', 10, 'short'],
  ['one two three', 10, 'one two …'],
  ['abcdefghijklm', 10, 'abcdefghij …'],
  ['', 10, ''],
])('“%s” in %i letters', (text, most, shown) => {
  expect(shortened(text, most)).toBe(shown);
});

test('two megabytes of one comment are shown as their beginning, and no address is cut in two', () => {
  expect(shownWords('x '.repeat(1_000_000)).length).toBeLessThan(1_010);
  const near = `${'a'.repeat(995)} mary@example.org ${'b'.repeat(3_000)}`;
  expect(shownWords(near)).not.toMatch(/mary|example/);
});
