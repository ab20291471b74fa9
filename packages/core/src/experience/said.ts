import type { Comments, CommentsInput, Coverage, SaidAt, SaidComment, SaidFilter } from '../analysis/feedback.ts';
import type { Scale } from '../event/event.ts';
import { feltOf } from '../event/felt.ts';
import { shownWords } from '../people/mask.ts';
import { phraseTest, type Theme, themeReader } from './themes.ts';

/** What somebody wrote, as it was sent. */
export interface Said {
  /** Unique among those of a scope. */
  readonly id: string;
  readonly person: string;
  readonly at: SaidAt;
  readonly timeMs: number;
  readonly text: string;
  readonly score: number | null;
  readonly scale: Scale;
  readonly channel: string;
  /** Reference of the run it stands in. */
  readonly run: string;
}

/** Texts looked through, newest first. */
export const NEWEST_TEXTS = 20_000;

/** Newest first; of one instant by id. */
export function bySaid(a: Pick<Said, 'timeMs' | 'id'>, b: Pick<Said, 'timeMs' | 'id'>): number {
  return b.timeMs - a.timeMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Same place. */
export function isAt(at: SaidAt, place: SaidAt | null): boolean {
  if (place === null) return true;
  if (at.kind === 'step') return place.kind === 'step' && place.step === at.step;
  return place.kind === 'activity' && place.activity === at.activity;
}

export function saidCoverage(said: readonly Said[]): Coverage {
  return { texts: said.length, most: NEWEST_TEXTS, people: new Set(said.map(({ person }) => person)).size };
}

/** As people may see it: contact details masked, with the themes it holds. */
export function shownComment(said: Said, themes: readonly string[]): SaidComment {
  const felt = feltOf(said.score, said.scale);
  const { id, at, timeMs, score, scale, channel, run } = said;
  const text = shownWords(said.text);
  return { id, at, timeMs, text, felt: felt === 'none' ? null : felt, score, scale, channel, run, themes };
}

/** Those for which all of the filter holds, in their order. A theme that the codebook does not have holds for none. */
export function filterSaid(said: readonly Said[], filter: SaidFilter, codebook: readonly Theme[]): readonly Said[] {
  const { at, felt, theme, phrase } = filter;
  const hasPhrase = phrase === null ? null : phraseTest(phrase);
  const themesOf = theme === null ? null : themeReader(codebook.filter(({ key }) => key === theme));
  return said.filter(
    (one) =>
      isAt(one.at, at) &&
      (felt === null || feltOf(one.score, one.scale) === felt) &&
      (hasPhrase === null || hasPhrase(one.text)) &&
      (themesOf === null || themesOf(one.text).length > 0),
  );
}

/** A page of comments. A cursor that is none begins anew; one whose comment is gone goes on behind its place. */
export function commentsPage(
  said: readonly Said[],
  input: CommentsInput,
  codebook: readonly Theme[],
): Omit<Comments, 'coverage'> {
  const matched = [...filterSaid(said, input, codebook)].sort(bySaid);
  const after = input.cursor === null ? null : readCursor(input.cursor);
  const from = after === null ? 0 : matched.findIndex((one) => bySaid(after, one) < 0);
  const page = from < 0 ? [] : matched.slice(from, from + input.limit);
  const themesOf = themeReader(codebook);
  const last = page.at(-1);
  const isMore = last !== undefined && from + page.length < matched.length;
  return {
    comments: page.map((one) => shownComment(one, themesOf(one.text))),
    next: isMore ? `${last.timeMs}_${last.id}` : null,
    matched: matched.length,
  };
}

function readCursor(cursor: string): Pick<Said, 'timeMs' | 'id'> | null {
  const found = /^(-?\d{1,16})_(.+)$/s.exec(cursor);
  return found ? { timeMs: Number(found[1]), id: found[2] as string } : null;
}
