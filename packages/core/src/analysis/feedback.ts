import type { Scale } from '../event/event.ts';
import type { Phrase } from '../experience/keyness.ts';
import type { Nps } from '../experience/nps.ts';
import type { Comment, Voices } from './journey-map.ts';

/** Where something was said: at a step of the map (only unit `journey`), or with an activity (of unit `journey`: off the map). */
export type SaidAt =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'activity'; readonly activity: string };

export interface FeedbackInput {
  /** Where periods are counted; null: everywhere. */
  readonly at: SaidAt | null;
  readonly period: 'day' | 'week' | 'month';
  readonly timeZone: string;
}

/** What was answered at a place; one answer a person: their last there. */
export interface Answered {
  readonly voices: Voices;
  /** Only where every answer counted is on the scale 0–10. Shown from 30 answers on, with its three counts. */
  readonly nps: Nps | null;
}

export interface FeedbackPlace extends Answered {
  readonly at: SaidAt;
  /** People who came there or answered there: answered n of these. */
  readonly customers: number;
}

/** One answer a person and period: their last in it. Periods without an answer are left out. */
export interface FeedbackPeriod extends Answered {
  readonly fromMs: number;
}

/** Answers of a scope. The last answer of a person anywhere is one of their last ones somewhere, so places sum to more. */
export interface Feedback extends Answered {
  /** People of the scope, and those who only answered. */
  readonly customers: number;
  /** Answers given, also several by one person. */
  readonly answers: number;
  /** Steps in the order of the map, then activities by how many answered. Only places where somebody answered. */
  readonly places: readonly FeedbackPlace[];
  readonly periods: readonly FeedbackPeriod[];
}

/** What the words of an answer rest on: only the newest are looked through. */
export interface Coverage {
  /** Comments looked through, and at most how many are. */
  readonly texts: number;
  readonly most: number;
  /** People who wrote them. */
  readonly people: number;
}

/** A comment with contact details masked. */
export interface SaidComment extends Omit<Comment, 'run'> {
  /** Unique among comments: keys of lists. */
  readonly id: string;
  readonly at: SaidAt;
  readonly channel: string;
  readonly score: number | null;
  readonly scale: Scale;
  /** Keys of the themes it holds. */
  readonly themes: readonly string[];
  /** Reference of the run it was said in. */
  readonly run: string;
}

/** Which comments: all that is not null must hold. */
export interface SaidFilter {
  readonly at: SaidAt | null;
  readonly felt: 'unhappy' | 'neutral' | 'happy' | 'none' | null;
  /** Key of a theme of the codebook. */
  readonly theme: string | null;
  /** Words in this order, each the whole word or, with `*`, its beginning. */
  readonly phrase: string | null;
}

export interface CommentsInput extends SaidFilter {
  /** `next` of the page before; null: the newest. */
  readonly cursor: string | null;
  readonly limit: number;
}

export interface Comments {
  /** Newest first. */
  readonly comments: readonly SaidComment[];
  /** Cursor of the page after; null: there is none. */
  readonly next: string | null;
  /** All that match, of those looked through. */
  readonly matched: number;
  readonly coverage: Coverage;
}

export interface PhrasesInput {
  readonly at: SaidAt | null;
  readonly felt: 'unhappy' | 'neutral' | 'happy' | null;
  readonly limit: number;
}

export interface Phrases {
  /** Most telling first; at least 3 people each. */
  readonly phrases: readonly Phrase[];
  /** Whose words these are, and whose are the rest they are held against. 0: only most used. */
  readonly people: number;
  readonly rest: number;
  readonly coverage: Coverage;
}

export interface ThemesInput {
  readonly at: SaidAt | null;
  /** Newest quotes a theme. */
  readonly quotes: number;
}

export interface ThemeCount {
  readonly key: string;
  readonly title: string;
  /** People who spoke of it, and those of them who gave a score with their last words about it. */
  readonly people: number;
  /** Their comments that hold the theme; more than people where somebody wrote twice. */
  readonly comments: number;
  readonly voices: Voices;
  readonly quotes: readonly SaidComment[];
}

export interface Themes {
  /** Most people first. */
  readonly themes: readonly ThemeCount[];
  /** People whose words hold no theme. */
  readonly none: number;
  /** Words of at least 3 people that no theme holds: candidates for the codebook. */
  readonly suggestions: readonly Phrase[];
  readonly coverage: Coverage;
}

export interface SilentInput {
  readonly at: SaidAt;
}

/** Of people who came to a place: those who answered there, and those who did not. */
export interface Silent {
  readonly answered: SilentGroup;
  readonly silent: SilentGroup;
}

export interface SilentGroup {
  readonly people: number;
  /** Came by phone or chat afterwards. */
  readonly called: number;
  /** Left: a passage of theirs fell silent without an end. Null: only passages through a map are left. */
  readonly left: number | null;
}

export interface PraiseInput {
  readonly limit: number;
}

/** A moment that customers loved; never a person. */
export interface PraisedMoment {
  readonly at: SaidAt;
  /** Title of the step, or name of the activity. */
  readonly title: string;
  readonly happy: number;
  readonly answered: number;
  /** Newest words of a happy person; contact details masked. */
  readonly quote: SaidComment | null;
  /** What happy people say here more than elsewhere. */
  readonly phrases: readonly string[];
  /** Team or owner of the step, else of the map; null: nobody is named. */
  readonly owner: string | null;
}

export interface Praise {
  readonly moments: readonly PraisedMoment[];
  /** How moments are chosen, in a sentence for people. */
  readonly rule: string;
  readonly coverage: Coverage;
}
