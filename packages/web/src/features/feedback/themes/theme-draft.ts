import type { Theme, ThemeWords } from '@continuo/core';
import { slugOf } from '@continuo/journeyfile';

/** Words of one language as they are typed: with commas or line ends between them. */
export interface WordsTyped {
  readonly language: string;
  readonly any: string;
  readonly not: string;
}

/** How many words an entry may list, and how long one may be: more is refused by the server. */
export const MOST_WORDS = 100;
const LONGEST = 80;

/** What was typed as a list: without doubles, without empty ones, in the order typed. */
export function wordsTyped(text: string): readonly string[] {
  const words = text.split(/[,\n;]/).map((word) => word.trim().slice(0, LONGEST));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, MOST_WORDS);
}

export function typedOf(words: readonly ThemeWords[]): readonly WordsTyped[] {
  return words.map(({ language, any, not }) => ({ language, any: any.join(', '), not: not.join(', ') }));
}

/** Words of all languages; one of which nothing was typed is left out. */
export function themeWordsOf(typed: readonly WordsTyped[]): readonly ThemeWords[] {
  return typed
    .map(({ language, any, not }) => ({ language, any: wordsTyped(any), not: wordsTyped(not) }))
    .filter(({ any, not }) => any.length + not.length > 0);
}

/** Whether a theme may be saved: it has a name and at least one word that makes it. */
export function isWhole(title: string, words: readonly ThemeWords[]): boolean {
  return title.trim() !== '' && words.some(({ any }) => any.length > 0);
}

/** A key of its own for a new theme, made from its name; `theme` for names without a Latin letter. */
export function themeKey(title: string, taken: readonly string[]): string {
  const base = slugOf(title.slice(0, 50)).slice(0, 50).replace(/-+$/, '') || 'theme';
  let key = base;
  for (let n = 2; taken.includes(key); n += 1) key = `${base}-${n}`;
  return key;
}

/** The theme with one more word, in any language; a word it has already changes nothing. */
export function withWord(theme: Theme, word: string): Theme {
  if (theme.words.some(({ any }) => any.includes(word))) return theme;
  const has = theme.words.some(({ language }) => language === '');
  const words = has
    ? theme.words.map((one) => (one.language === '' ? { ...one, any: [...one.any, word] } : one))
    : [...theme.words, { language: '', any: [word], not: [] }];
  return { ...theme, words };
}

/** `Late bus` of `late bus`: a name to begin with. */
export function titleOfPhrase(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
