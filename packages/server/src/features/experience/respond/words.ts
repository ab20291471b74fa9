import type { PageLanguage } from '@continuo/core';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { he } from './words/he.ts';
import { it } from './words/it.ts';
import { ja } from './words/ja.ts';
import { nl } from './words/nl.ts';
import type { PageWords } from './words/page-words.ts';
import { pl } from './words/pl.ts';
import { pt } from './words/pt.ts';
import { sv } from './words/sv.ts';
import { tr } from './words/tr.ts';
import { zh } from './words/zh.ts';

/** What pages for customers say in a language. */
export function wordsIn(language: PageLanguage): PageWords {
  return WORDS[language];
}

/** A text with its `{who}` filled in. */
export function fill(text: string, who: string): string {
  return text.replaceAll('{who}', () => who);
}

const WORDS: Readonly<Record<PageLanguage, PageWords>> = { ar, de, en, es, fr, he, it, ja, nl, pl, pt, sv, tr, zh };
