import { DULL_ALONE, STOP_WORDS } from './stop-words.ts';

const ALL_ALONE = new Set([...DULL_ALONE.values()].flatMap((words) => [...words]));
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const PIECE = /[.!?;:,()\n\r"“”«»…•]+/u;

/** Words of a text in small letters, by piece of a sentence: a phrase does not go over a full stop or a comma. */
export function piecesOf(text: string): readonly (readonly string[])[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(PIECE)
    .map((piece) => (piece.match(WORD) ?? []).map((word) => word.replaceAll('’', "'")))
    .filter((words) => words.length > 0);
}

/**
 * Language of words: that of most of their stop words, of equally many the first in the order en, de, fr, es, it, pt, nl, sv, pl, tr,
 * ar, he; null when there is none. A hint, not a finding: two words may be any language.
 */
export function languageOf(words: Iterable<string>): string | null {
  const counts = new Map<string, number>();
  for (const word of words)
    for (const [language, stops] of STOP_WORDS)
      if (stops.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  let best: string | null = null;
  for (const language of STOP_WORDS.keys())
    if ((counts.get(language) ?? 0) > (best === null ? 0 : (counts.get(best) ?? 0))) best = language;
  return best;
}

/** Stop words of a language; of an unknown one none. */
export function stopWordsOf(language: string | null): ReadonlySet<string> {
  return (language === null ? undefined : STOP_WORDS.get(language)) ?? new Set();
}

/** Words that tell something only beside others: those of a language; where none is known, those of all. */
export function dullAloneOf(language: string | null): ReadonlySet<string> {
  return (language === null ? ALL_ALONE : DULL_ALONE.get(language)) ?? new Set();
}
