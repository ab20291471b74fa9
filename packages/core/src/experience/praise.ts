import type { Praise, PraisedMoment, SaidAt } from '../analysis/feedback.ts';
import type { Voices } from '../analysis/journey-map.ts';
import { feltOf } from '../event/felt.ts';
import { wilson } from '../stats/wilson.ts';
import { answeredOf } from './mood-counts.ts';
import { bySaid, isAt, type Said, shownComment } from './said.ts';
import { phrasesOfSaid } from './said-themes.ts';

/** Answers of this many people before a moment is praised. */
export const PRAISE_FROM = 5;

export const PRAISE_RULE =
  'Moments where at least 5 customers answered and more than half of them were happy; first where we can be surest that most are.';

/** A place with what was answered there. */
export interface AnsweredPlace {
  readonly at: SaidAt;
  readonly title: string;
  readonly owner: string | null;
  readonly voices: Voices;
}

// Longer ones are not read aloud.
const QUOTE = { least: 12, most: 220 } as const;
const PHRASES = 3;

/**
 * Moments that customers loved: by the lower end of the Wilson 95 % interval of the happy share, so that 50 of 60 stand before
 * 5 of 5. The quote is the newest of happy people with 12 to 220 letters, else their newest.
 */
export function praiseOf(
  places: readonly AnsweredPlace[],
  said: readonly Said[],
  limit: number,
): Omit<Praise, 'coverage'> {
  const sure = ({ voices }: AnsweredPlace): number => wilson(voices.happy, answeredOf(voices))?.lo ?? 0;
  const moments = places
    .filter(({ voices }) => answeredOf(voices) >= PRAISE_FROM && voices.happy * 2 > answeredOf(voices))
    .map((place) => ({ place, sure: sure(place) }))
    .sort((a, b) => b.sure - a.sure || b.place.voices.happy - a.place.voices.happy || byTitle(a.place, b.place))
    .slice(0, limit)
    .map(({ place }) => momentOf(place, said));
  return { moments, rule: PRAISE_RULE };
}

function momentOf({ at, title, owner, voices }: AnsweredPlace, said: readonly Said[]): PraisedMoment {
  const happy = said.filter((one) => isAt(one.at, at) && feltOf(one.score, one.scale) === 'happy').sort(bySaid);
  const fits = ({ text }: Said): boolean => text.length >= QUOTE.least && text.length <= QUOTE.most;
  const quote = happy.find(fits) ?? happy[0];
  const { phrases } = phrasesOfSaid(said, { at, felt: 'happy', limit: PHRASES });
  return {
    at,
    title,
    happy: voices.happy,
    answered: answeredOf(voices),
    quote: quote ? shownComment(quote, []) : null,
    phrases: phrases.map(({ phrase }) => phrase),
    owner,
  };
}

function byTitle(a: AnsweredPlace, b: AnsweredPlace): number {
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}
