import type { Phrases, PhrasesInput, ThemeCount, Themes, ThemesInput } from '../analysis/feedback.ts';
import { feltOf } from '../event/felt.ts';
import { maskContacts } from '../people/mask.ts';
import { KEYNESS_RULES, keyPhrases, type Spoken } from './keyness.ts';
import { moodCounts } from './mood-counts.ts';
import { bySaid, filterSaid, isAt, type Said, shownComment } from './said.ts';
import { type Theme, themeReader } from './themes.ts';

/** Words whose people would be told by a masked number or address are not among phrases. */
const spoken = ({ person, text }: Said): Spoken => ({ person, text: maskContacts(text) });

/** What people say at a place, or in a mood, more than all others. Who is in both groups speaks for each with the words said there. */
export function phrasesOfSaid(said: readonly Said[], { at, felt, limit }: PhrasesInput): Omit<Phrases, 'coverage'> {
  const here = new Set(filterSaid(said, { at, felt, theme: null, phrase: null }, []));
  const isAll = at === null && felt === null;
  const rest = isAll ? [] : said.filter((one) => !here.has(one));
  const people = (some: Iterable<Said>): number => new Set([...some].map(({ person }) => person)).size;
  return {
    phrases: keyPhrases([...here].map(spoken), rest.map(spoken), { ...KEYNESS_RULES, limit }),
    people: people(here),
    rest: people(rest),
  };
}

/** Candidates for the codebook are held against nothing: they are what most people say that no theme holds. */
const SUGGESTED = 12;

/** People by theme: one person counts once a theme, in the mood of their last words about it. */
export function themesOfSaid(
  said: readonly Said[],
  { at, quotes }: ThemesInput,
  codebook: readonly Theme[],
): Omit<Themes, 'coverage'> {
  const themesOf = themeReader(codebook);
  const here = said
    .filter((one) => isAt(one.at, at))
    .sort(bySaid)
    .map((one) => ({ one, themes: themesOf(one.text) }));
  const themes = codebook.map(({ key, title }): ThemeCount => {
    const own = here.filter(({ themes }) => themes.includes(key));
    const last = new Map<string, Said>();
    for (const { one } of own) {
      const known = last.get(one.person);
      const isScored = feltOf(one.score, one.scale) !== 'none';
      if (!known || (isScored && feltOf(known.score, known.scale) === 'none')) last.set(one.person, one);
    }
    return {
      key,
      title,
      people: last.size,
      comments: own.length,
      voices: moodCounts([...last.values()].map(({ score, scale }) => feltOf(score, scale))),
      quotes: own.slice(0, quotes).map(({ one, themes }) => shownComment(one, themes)),
    };
  });
  const known = new Set(here.filter(({ themes }) => themes.length > 0).map(({ one }) => one.person));
  const untold = here.filter(({ themes }) => themes.length === 0).map(({ one }) => one);
  return {
    themes: themes.sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1)),
    none: new Set(here.map(({ one }) => one.person).filter((person) => !known.has(person))).size,
    suggestions: keyPhrases(untold.map(spoken), [], { ...KEYNESS_RULES, limit: SUGGESTED }),
  };
}
