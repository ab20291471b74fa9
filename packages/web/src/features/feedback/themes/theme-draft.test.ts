import type { Theme } from '@continuo/core';
import { expect, test } from 'vitest';
import { isWhole, themeKey, themeWordsOf, typedOf, withWord, wordsTyped } from './theme-draft.ts';

const BAGS: Theme = {
  key: 'bags',
  title: 'Bags',
  words: [{ language: 'en', any: ['bag', 'suitcase*'], not: ['sleeping bag'] }],
};

test('words are read as they are typed, once each', () => {
  expect(wordsTyped(' bag,  suitcase*\nbag;; hand luggage ,')).toEqual(['bag', 'suitcase*', 'hand luggage']);
  expect(wordsTyped('')).toEqual([]);
});

test('what is shown is what is read again', () => {
  expect(themeWordsOf(typedOf(BAGS.words))).toEqual(BAGS.words);
  expect(themeWordsOf([{ language: 'fr', any: ' ', not: '' }])).toEqual([]);
});

test.each([
  ['', ['bag'], false],
  ['Bags', [], false],
  ['Bags', ['bag'], true],
] as const)('“%s” with %o may be saved: %s', (title, any, is) => {
  expect(isWhole(title, [{ language: '', any, not: ['x'] }])).toBe(is);
});

test('a key is free and readable', () => {
  expect(themeKey('Waiting & lines', [])).toBe('waiting-lines');
  expect(themeKey('Bags', ['bags', 'bags-2'])).toBe('bags-3');
  expect(themeKey('行李', [])).toMatch(/^[a-z0-9-]+$/);
});

test('a suggestion goes among the words of any language', () => {
  const once = withWord(BAGS, 'belt 6');
  expect(once.words).toEqual([...BAGS.words, { language: '', any: ['belt 6'], not: [] }]);
  expect(withWord(once, 'belt 6')).toBe(once);
  expect(withWord(once, 'tag').words[1]?.any).toEqual(['belt 6', 'tag']);
});
