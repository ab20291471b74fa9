import type { Scale } from '../event/event.ts';

/**
 * `nps`: would you recommend us, 0 … 10. `csat`: how satisfied, 1 … 5. `ces`: how easy was it, 1 … 7. `got`: did you get
 * what you came for. `emotion`: which of seven feelings fits best. `open`: why, in the customer's own words.
 */
export const QUESTION_KINDS = ['nps', 'csat', 'ces', 'got', 'emotion', 'open'] as const;
export type SurveyQuestionKind = (typeof QUESTION_KINDS)[number];

/** Scale of the kinds that are scores; the others have none. */
export const QUESTION_SCALES = { nps: '0-10', csat: '1-5', ces: '1-7' } as const satisfies Partial<
  Record<SurveyQuestionKind, Scale>
>;
export type ScoredKind = keyof typeof QUESTION_SCALES;

export const GOT_ANSWERS = ['yes', 'partly', 'no'] as const;
export type GotAnswer = (typeof GOT_ANSWERS)[number];

/** Feelings a customer may pick: three good, one between, three bad. */
export const EMOTIONS = [
  'delighted',
  'pleased',
  'relieved',
  'indifferent',
  'confused',
  'disappointed',
  'angry',
] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** Languages that the respondent page speaks by itself; `ar` and `he` run from right to left. */
export const PAGE_LANGUAGES = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'he',
  'it',
  'ja',
  'nl',
  'pl',
  'pt',
  'sv',
  'tr',
  'zh',
] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** A text by language (`PageLanguage`); a language without one gets our standard words, or those of the first language. */
export type WordsByLanguage = Readonly<Partial<Record<PageLanguage, string>>>;

export interface SurveyQuestion {
  /** Unique in the survey, stable for ever: `answer_<id>` names its answers. */
  readonly id: string;
  readonly kind: SurveyQuestionKind;
  /** Own wording; empty: the standard words of its kind. */
  readonly words: WordsByLanguage;
  /** The page is not sent without an answer to it. */
  readonly isNeeded: boolean;
}

export type SurveyStatus = 'draft' | 'open' | 'closed';

/** What customers are asked at a moment of a journey. Only one question is a score: two scales cannot be added up. */
export interface Survey {
  /** Unique in the workspace: lower-case letters, digits and hyphens, 1 to 60 characters. */
  readonly key: string;
  /** For us; answers are events named `Answer: <title>`. */
  readonly title: string;
  /** Who asks, as customers know us: "Fuengirola Air". */
  readonly who: string;
  /** Why we ask, by language; empty: the standard sentence. */
  readonly why: WordsByLanguage;
  /** Languages it is asked in, the first when a customer's own is not among them; at least one. */
  readonly languages: readonly PageLanguage[];
  /** Key of the map it belongs to; null: none yet. */
  readonly journey: string | null;
  /** Step of that map the answers land on; null: the journey as a whole. */
  readonly step: string | null;
  readonly questions: readonly SurveyQuestion[];
  /** Yes to more than three questions, said by a person who read the warning. */
  readonly isLong: boolean;
  /** Offers "you may contact me". */
  readonly asksContact: boolean;
  /** Share of the customers who may be asked, 0 … 1: drawn by a hash of person and survey, never by who serves them. */
  readonly share: number;
  /** Asks by e-mail so many whole hours after its step was lived, by itself; null: it asks nobody by itself. */
  readonly afterHours: number | null;
}

/** Questions of a survey before somebody has to say yes to more. */
export const USUAL_QUESTIONS = 3;
/** Beyond this nobody answers: it is refused. */
export const MOST_QUESTIONS = 12;

/** The one question that is a score; null when there is none. */
export function scoredQuestion(
  survey: Pick<Survey, 'questions'>,
): (SurveyQuestion & { readonly kind: ScoredKind }) | null {
  for (const question of survey.questions) if (isScored(question)) return question;
  return null;
}

function isScored(question: SurveyQuestion): question is SurveyQuestion & { readonly kind: ScoredKind } {
  return question.kind in QUESTION_SCALES;
}

/** Kind by which people are spared: that of the score, else of the first question. */
export function kindOfSurvey(survey: Pick<Survey, 'questions'>): SurveyQuestionKind {
  return scoredQuestion(survey)?.kind ?? survey.questions[0]?.kind ?? 'open';
}

/** Name of the events that its answers are. */
export function answerName(survey: Pick<Survey, 'title'>): string {
  return `Answer: ${survey.title}`;
}
