import type { Random } from '../random.ts';
import type { Mood } from './trip.ts';
import { ENGLISH_ON } from './words-english-on.ts';
import { ENGLISH_OUT, type Topic, type Words } from './words-english-out.ts';
import { ENGLISH_SPECIAL } from './words-english-special.ts';
import { FRENCH, SPANISH } from './words-other.ts';

export type Language = 'en' | 'fr' | 'es';
const BY_LANGUAGE: Readonly<Record<Language, Words>> = {
  en: { ...ENGLISH_OUT, ...ENGLISH_ON, ...ENGLISH_SPECIAL },
  fr: FRENCH,
  es: SPANISH,
};

/** Hands out customers' words, no sentence twice. */
export interface Comments {
  /**
   * A comment on the first of the topics that still has words, or `''` when this customer gave only a number; also `''`
   * once every sentence is used. `minutes` stands where the words speak of the wait.
   */
  say(topics: readonly Topic[], mood: Mood, language: Language, minutes?: number | null): string;
}

/** Words that belong to the two told stories; nobody else may say them. */
const RESERVED = new Set([
  'My medicine is in that bag, and every desk sends me to the next one.',
  'I have told this story four times. Nobody wrote it down.',
  'The crew looked after us.',
  'Slept in, walked on.',
]);

/** Words the map shows: the first English voice of that kind says them. */
const FIRST: Readonly<Record<string, string>> = {
  'book 2': 'Found, booked, done before my tea was cold.',
  'seats 2': 'Side by side, simple.',
  'familyApart 0': 'I skipped one page in the other app and my family sat in three rows.',
  'home 2': 'Home on time.',
};
export const TWO_LINES = 'Two passport lines in one hour. We made it, our bags did not.';

/** One hand of comments for one world; of eight voices about seven come with words. */
export function comments(random: Random): Comments {
  const decks = new Map<string, string[]>();
  const deckOf = (topic: Topic, mood: Mood, language: Language) => {
    const key = `${language} ${topic} ${mood}`;
    const known = decks.get(key);
    if (known) return known;
    const first = language === 'en' ? FIRST[`${topic} ${mood}`] : undefined;
    const taken = (words: string) => RESERVED.has(words) || words === first || words === TWO_LINES;
    const deck = random.shuffle((BY_LANGUAGE[language][topic]?.[mood] ?? []).filter((words) => !taken(words)));
    if (first !== undefined) deck.push(first);
    decks.set(key, deck);
    return deck;
  };
  return {
    say(topics, mood, language, minutes = null) {
      const deck = topics.map((topic) => deckOf(topic, mood, language)).find((words) => words.length > 0);
      const isShown = deck !== undefined && Object.values(FIRST).includes(deck.at(-1) as string);
      if (deck === undefined || (!isShown && random.chance(0.12))) return '';
      return (deck.pop() as string)
        .replaceAll('{min}', String(minutes ?? random.int(23, 58)))
        .replaceAll('{row}', String(random.int(11, 38)))
        .replaceAll('{n}', 'three');
    },
  };
}
