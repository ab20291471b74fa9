import { dullAloneOf, languageOf, piecesOf, stopWordsOf } from './text-words.ts';

/** Words that many use here and few elsewhere. */
export interface Phrase {
  /** One to three words, small letters. */
  readonly phrase: string;
  /** People who used it here, and elsewhere. */
  readonly people: number;
  readonly rest: number;
  /** Log-likelihood ratio G² of the two shares of people; 0 when there is no rest. */
  readonly keyness: number;
}

/** What one person said, once or several times. */
export interface Spoken {
  readonly person: string;
  readonly text: string;
}

export interface KeynessRules {
  /** People who must have used it here. */
  readonly least: number;
  readonly limit: number;
}

export const KEYNESS_RULES: KeynessRules = { least: 3, limit: 20 };
/** G² of 3.84 is passed by chance by one of 20 phrases. */
const TELLING = 3.84;
const LONGEST = 3;

/**
 * Phrases of one to three words that people use here more than elsewhere, most telling first. People are counted, not words:
 * one who repeats a word counts once. A phrase begins and ends with no stop word, is not
 * only a word that turns a sentence round or a small number, has two letters or more, at least three
 * people, a larger share here than in the rest, and G² of 3.84 or more. One that nearly always (nine of ten) stands in a longer one is left out.
 * Without a rest: the most used. Deterministic: equal ones by people, then by their text.
 * Source: T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993) 61–74.
 */
export function keyPhrases(
  here: Iterable<Spoken>,
  elsewhere: Iterable<Spoken>,
  { least, limit }: KeynessRules = KEYNESS_RULES,
): readonly Phrase[] {
  const [own, other] = [peopleByPhrase(here), peopleByPhrase(elsewhere)];
  const found: Phrase[] = [];
  for (const [phrase, people] of own.phrases) {
    if (people < least) continue;
    const rest = other.phrases.get(phrase) ?? 0;
    const keyness = other.people === 0 ? 0 : logLikelihood(people, own.people, rest, other.people);
    const isMore = other.people === 0 || people * other.people > rest * own.people;
    if (isMore && (other.people === 0 || keyness >= TELLING)) found.push({ phrase, people, rest, keyness });
  }
  found.sort((a, b) => b.keyness - a.keyness || b.people - a.people || (a.phrase < b.phrase ? -1 : 1));
  return withoutParts(found).slice(0, limit);
}

interface Counted {
  readonly people: number;
  readonly phrases: ReadonlyMap<string, number>;
}

function peopleByPhrase(spoken: Iterable<Spoken>): Counted {
  const byPerson = new Map<string, Set<string>>();
  for (const { person, text } of spoken) {
    const said = byPerson.get(person) ?? new Set();
    for (const phrase of phrasesOf(text)) said.add(phrase);
    byPerson.set(person, said);
  }
  const phrases = new Map<string, number>();
  for (const said of byPerson.values()) for (const phrase of said) phrases.set(phrase, (phrases.get(phrase) ?? 0) + 1);
  return { people: byPerson.size, phrases };
}

/** All phrases of a text that may tell something. */
export function phrasesOf(text: string): ReadonlySet<string> {
  const pieces = piecesOf(text);
  const language = languageOf(pieces.flat());
  const [stops, alone] = [stopWordsOf(language), dullAloneOf(language)];
  const isDull = (word: string): boolean => stops.has(word) || word.length < 2 || /^\p{N}+$/u.test(word);
  const found = new Set<string>();
  for (const words of pieces)
    for (let at = 0; at < words.length; at += 1) {
      if (isDull(words[at] as string)) continue;
      for (let length = 1; length <= LONGEST && at + length <= words.length; length += 1)
        if (!isDull(words[at + length - 1] as string) && !(length === 1 && alone.has(words[at] as string)))
          found.add(words.slice(at, at + length).join(' '));
    }
  return found;
}

/** G² of a table of people: who used it and who did not, here and elsewhere. */
function logLikelihood(a: number, here: number, b: number, rest: number): number {
  const all = here + rest;
  const used = a + b;
  const part = (seen: number, row: number, column: number): number =>
    seen === 0 ? 0 : seen * Math.log((seen * all) / (row * column));
  return (
    2 *
    (part(a, here, used) + part(b, rest, used) + part(here - a, here, all - used) + part(rest - b, rest, all - used))
  );
}

function withoutParts(phrases: readonly Phrase[]): readonly Phrase[] {
  const most = new Map<string, number>();
  for (const { phrase, people } of phrases) {
    const words = phrase.split(' ');
    if (words.length === 1) continue;
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= words.length; to += 1) {
        const part = words.slice(from, to).join(' ');
        if (part !== phrase) most.set(part, Math.max(most.get(part) ?? 0, people));
      }
  }
  return phrases.filter(({ phrase, people }) => (most.get(phrase) ?? 0) < people * 0.9);
}
