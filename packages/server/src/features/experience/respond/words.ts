import type { PageLanguage } from '@continuo/core';
import { en } from './words/en.ts';
import type { PageWords } from './words/page-words.ts';

/** What pages for customers say in a language. */
export function wordsIn(language: PageLanguage): PageWords {
  return WORDS[language];
}

/** A text with its `{who}` filled in. */
export function fill(text: string, who: string): string {
  return text.replaceAll('{who}', () => who);
}

const WORDS: Readonly<Record<PageLanguage, PageWords>> = {
  ar: en,
  de: en,
  en,
  es: en,
  fr: en,
  he: en,
  it: en,
  ja: en,
  nl: en,
  pl: en,
  pt: en,
  sv: en,
  tr: en,
  zh: en,
};
