import type { Random } from '../random.ts';
import type { BookingStep } from './activities.ts';
import type { Mood } from './trip.ts';
import { ENGLISH_ON } from './words-english-on.ts';
import { ENGLISH_OUT, type Words } from './words-english-out.ts';
import { FRENCH, SPANISH } from './words-other.ts';

export type Language = 'en' | 'fr' | 'es';
const BY_LANGUAGE: Readonly<Record<Language, Words>> = {
  en: { ...ENGLISH_OUT, ...ENGLISH_ON },
  fr: FRENCH,
  es: SPANISH,
};

/** Hands out customers' words, no sentence twice. */
export interface Comments {
  /** A comment, or `''` when this customer gave only a number; also `''` once every sentence of the kind is used. */
  say(step: BookingStep | 'visit', mood: Mood, language: Language, lostBag: boolean): string;
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
  'skip 0': 'I skipped one page in the other app and my family sat in three rows.',
  'home 2': 'Home on time.',
};
const FIRST_WITHOUT_BAG = 'Two passport lines in one hour. We made it, our bags did not.';

/** One hand of comments for one world; of eight voices about seven come with words. */
export function comments(random: Random): Comments {
  const decks = new Map<string, string[]>();
  let isFirstWithoutBag = true;
  return {
    say(step, mood, language, lostBag) {
      if (step === 'madrid' && mood === 0 && lostBag && isFirstWithoutBag) {
        isFirstWithoutBag = false;
        return FIRST_WITHOUT_BAG;
      }
      const key = `${language} ${step} ${mood}`;
      const first = language === 'en' ? FIRST[`${step} ${mood}`] : undefined;
      let deck = decks.get(key);
      if (deck === undefined) {
        const sayable = (BY_LANGUAGE[language][step]?.[mood] ?? []).filter(
          (words) => !RESERVED.has(words) && words !== first && words !== FIRST_WITHOUT_BAG,
        );
        deck = random.shuffle(sayable);
        decks.set(key, deck);
        if (first !== undefined) return first;
      }
      if (random.chance(0.12)) return '';
      return (deck.pop() ?? '')
        .replaceAll('{min}', String(random.int(23, 58)))
        .replaceAll('{row}', String(random.int(11, 38)))
        .replaceAll('{n}', 'three');
    },
  };
}
