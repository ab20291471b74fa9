import { expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

test.each<[asked: string, accepted: string, language: string]>([
  ['', '', 'en'],
  ['de', 'fr', 'de'],
  ['xx', 'fr', 'fr'],
  ['', 'de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['', 'xx, tr;q=0.2, ar;q=0.3', 'ar'],
  ['', 'fr;q=0, es;q=0.1', 'es'],
  ['', 'zh-Hans-CN', 'zh'],
  ['', ';;;q=,,,', 'en'],
  ['', 'it;q=nonsense', 'it'],
  ['PT_br', '', 'pt'],
])('asked “%s”, browser “%s”: %s', (asked, accepted, language) => {
  expect(chooseLanguage(asked, accepted)).toBe(language);
});

test('only the languages of the survey are spoken, its first when none fits', () => {
  expect(chooseLanguage('en', 'fr', ['es', 'fr'])).toBe('fr');
  expect(chooseLanguage('', 'ja', ['es', 'fr'])).toBe('es');
});
