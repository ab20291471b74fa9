import { expect, test } from 'vitest';
import { phraseTest, type Theme, themeReader } from './themes.ts';

const BOOK: readonly Theme[] = [
  {
    key: 'bags',
    title: 'Bags',
    words: [
      { language: 'en', any: ['bag', 'suitcase*'], not: ['sleeping bag'] },
      { language: 'de', any: ['Koffer'], not: [] },
    ],
  },
  { key: 'waiting', title: 'Waiting', words: [{ language: '', any: ['wait*', 'hold music'], not: [] }] },
  { key: 'gift', title: 'Gifts', words: [{ language: 'en', any: ['gift'], not: [] }] },
];

test.each([
  ['whole words, in any case', 'My BAG is lost', ['bags']],
  ['no part of a word', 'A baggage desk', []],
  ['a beginning', 'Two suitcases went to Madrid and we were waiting', ['bags', 'waiting']],
  ['a phrase, in its order', 'I know the hold music by heart', ['waiting']],
  ['not over a full stop', 'Please hold. Music helps', []],
  ['a word that unmakes it', 'I slept in my sleeping bag', []],
  ['another language', 'Der Koffer ist nicht da', ['bags']],
  ['words of one language do not count in another', 'Das ist ein gift und es war sehr schlecht', []],
  ['of no known language all count', 'gift koffer', ['bags', 'gift']],
  ['curly apostrophes', 'We’re waiting', ['waiting']],
  ['nothing', '', []],
])('%s', (_, text, themes) => {
  expect(themeReader(BOOK)(text)).toEqual(themes);
});

test('a phrase of no words is in every text', () => {
  expect(phraseTest('  ?! ')('anything')).toBe(true);
  expect(phraseTest('not a word')('There was not a word.')).toBe(true);
  expect(phraseTest('not a word')('a word')).toBe(false);
});
