import { languageOf, piecesOf } from './text-words.ts';

/** A theme of the codebook: what people speak of, in the words they use. Edited by people; nothing is learned. */
export interface Theme {
  /** Unique in the workspace: lower-case letters, digits and hyphens. */
  readonly key: string;
  readonly title: string;
  readonly words: readonly ThemeWords[];
}

/** Words of one language. Entries are words or phrases; a word that ends with `*` stands for all that begin so. */
export interface ThemeWords {
  /** `en`, `de`, …; '': any language. */
  readonly language: string;
  readonly any: readonly string[];
  /** A text that holds one of these does not speak of the theme. */
  readonly not: readonly string[];
}

/** Whether a text speaks of something. */
export type TextTest = (text: string) => boolean;

/**
 * Keys of the themes that a text speaks of, in the order of the codebook. Words of a language count in texts of that language
 * and in those whose language is not known. The same codebook and text always give the same themes.
 */
export function themeReader(codebook: readonly Theme[]): (text: string) => readonly string[] {
  const themes = codebook.map(({ key, words }) => ({
    key,
    words: words.map(({ language, any, not }) => ({ language, any: entriesOf(any), not: entriesOf(not) })),
  }));
  return (text) => {
    const pieces = piecesOf(text);
    const spoken = languageOf(pieces.flat());
    return themes
      .filter(({ words }) => {
        const counted = words.filter(({ language }) => language === '' || spoken === null || language === spoken);
        return (
          counted.some(({ any }) => any.some((entry) => holds(pieces, entry))) &&
          !counted.some(({ not }) => not.some((entry) => holds(pieces, entry)))
        );
      })
      .map(({ key }) => key);
  };
}

/** Whether a text holds a phrase: its words in this order, each whole or, with `*`, from its beginning. Of no words: always. */
export function phraseTest(phrase: string): TextTest {
  const [entry] = entriesOf([phrase]);
  return entry === undefined ? () => true : (text) => holds(piecesOf(text), entry);
}

interface EntryWord {
  readonly text: string;
  readonly isBeginning: boolean;
}
type Entry = readonly EntryWord[];

function entriesOf(phrases: readonly string[]): readonly Entry[] {
  return phrases.flatMap((phrase) => {
    const words = phrase.split(/\s+/).flatMap((part): EntryWord[] => {
      const inside = piecesOf(part).flat();
      return inside.map((text, i) => ({ text, isBeginning: part.endsWith('*') && i === inside.length - 1 }));
    });
    return words.length === 0 ? [] : [words];
  });
}

function holds(pieces: readonly (readonly string[])[], entry: Entry): boolean {
  return pieces.some((words) =>
    words.some((_, at) =>
      entry.every(({ text, isBeginning }, i) => {
        const word = words[at + i];
        return word !== undefined && (isBeginning ? word.startsWith(text) : word === text);
      }),
    ),
  );
}
