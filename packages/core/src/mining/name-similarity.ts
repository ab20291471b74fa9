import { wordsOf } from './readable-name.ts';

/** Words that say nothing about which step it is; only left out when others remain. Short on purpose. */
const STOP_WORDS = new Set(
  `a an and are at by for from get gets got has have i is it its me my of or our s so the their them then they this to
   us was we were will with you your event page click der die das den dem ein eine ich mein meine und zu im am le la les un une
   je mon ma mes et de du des el los las un una yo mi mis y`.split(/\s+/),
);

/**
 * Case, accents and width folded. Of English words the endings of plurals, verb forms and nouns made of verbs are cut, so
 * that payments and pay, delivery and delivered meet. Crude on purpose; trigrams forgive the rest.
 */
function folded(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (!/^[a-z]{5,}$/.test(plain)) return plain.normalize('NFC');
  const verb = cut(cut(plain, /ies$/, 'y'), /(?<!s|u|i)s$|es$|ing$|ed$/, '');
  const noun = verb.length >= 6 ? cut(verb, /(?:at)?ion$|ment$|al$|y$/, '') : verb;
  return cut(cut(noun, /e$/, ''), /([^aeiousl])\1$/, '$1');
}

/** The word without its ending; as it is when less than three letters would be left. */
function cut(word: string, ending: RegExp, by: string): string {
  const stem = word.replace(ending, by);
  return stem.length >= 3 ? stem : word;
}

/** The words of a name that say which step it is, folded. */
export function tellingWords(name: string): readonly string[] {
  const words = [...new Set(wordsOf(name).map(folded))];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{M}]+$/u;

function gramsOf(word: string): ReadonlySet<string> {
  const letters = [...` ${word} `];
  const width = UNSPACED.test(word) ? 2 : 3;
  const grams = new Set<string>();
  for (let at = 0; at + width <= letters.length; at++) grams.add(letters.slice(at, at + width).join(''));
  return grams.size > 0 ? grams : new Set([word]);
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const gram of a) if (b.has(gram)) both++;
  return (2 * both) / (a.size + b.size);
}

/** How alike two names are, and which words they share (as they stand in the first). */
export interface NameSimilarity {
  /** 0 … 1; 1: the same telling words. */
  readonly share: number;
  readonly words: readonly string[];
}

/** Grams in common below which two words are different words. */
const ALIKE = 0.5;
/** The same where words are not spaced: pairs of letters, and several words in one. */
const ALIKE_UNSPACED = 0.3;

/**
 * Compares names by their words: case, accents, camelCase, snake_case and small words do not count. Each word is held
 * against the most alike word of the other name by character trigrams (Dice); the share is the mean of how much of the
 * shorter name is found (weight 0.65) and of the longer (0.35), words weighed by their length. Names without a word: 0.
 */
export function nameSimilarity(a: string, b: string): NameSimilarity {
  const left = tellingWords(a);
  const right = tellingWords(b);
  if (left.length === 0 || right.length === 0) return { share: 0, words: [] };
  const found = [cover(left, right), cover(right, left)].sort((x, y) => y - x) as [number, number];
  const share = 0.65 * found[0] + 0.35 * found[1];
  const words = wordsOf(a).filter((word) =>
    right.some((other) => !STOP_WORDS.has(folded(word)) && folded(word) === other),
  );
  return { share, words: [...new Set(words)] };
}

function cover(words: readonly string[], others: readonly string[]): number {
  const grams = others.map(gramsOf);
  let weight = 0;
  let found = 0;
  for (const word of words) {
    const length = Math.min(8, [...word].length);
    const mine = gramsOf(word);
    const best = Math.max(...grams.map((other) => dice(mine, other)));
    const alike = UNSPACED.test(word) ? ALIKE_UNSPACED : ALIKE;
    weight += length;
    found += length * (best >= alike ? best : 0);
  }
  return found / weight;
}
