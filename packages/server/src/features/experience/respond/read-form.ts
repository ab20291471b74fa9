import {
  EMOTIONS,
  type Emotion,
  GOT_ANSWERS,
  type GotAnswer,
  keptText,
  QUESTION_SCALES,
  type Scale,
  type Survey,
  type SurveyQuestion,
} from '@continuo/core';
import { fieldOf, type Given } from './question-html.ts';

/** The answers of a form; of several questions of one kind the first has the field, the others are in `others`. */
export interface FormAnswers {
  readonly score: number | null;
  readonly scale: Scale;
  readonly text: string;
  readonly got: GotAnswer | null;
  readonly emotion: Emotion | null;
  readonly others: Readonly<Record<string, string | number>>;
  /** Null: was not asked. */
  readonly mayContact: boolean | null;
  /** In small letters; null: none, or it was not wanted. */
  readonly email: string | null;
}

export type FormOutcome =
  | { readonly ok: true; readonly answers: FormAnswers }
  | { readonly ok: false; readonly missing: ReadonlySet<string>; readonly lacksEmail: boolean };

const LONGEST_TEXT = 5_000;
const EMAIL = /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\]{2,}$/;

/** Reads a form: values that the page does not offer count as none; what is needed and lacks is named. An empty form lacks something. */
export function readForm(survey: Survey, given: Given, isKnown: boolean): FormOutcome {
  const read = new Map(survey.questions.map((question) => [question, answerTo(question, given)]));
  const missing = new Set<string>();
  for (const [question, value] of read) if (question.isNeeded && value === null) missing.add(question.id);
  const isEmpty = [...read.values()].every((value) => value === null);
  const [first] = survey.questions;
  if (isEmpty && first !== undefined) missing.add(first.id);
  const wantsContact = survey.asksContact && given('contact') === 'yes';
  const written = given('email').trim().toLowerCase();
  const email = wantsContact && !isKnown && written.length <= 320 && EMAIL.test(written) ? written : null;
  const lacksEmail = wantsContact && !isKnown && email === null;
  if (missing.size > 0 || lacksEmail) return { ok: false, missing, lacksEmail };
  const mayContact = survey.asksContact ? wantsContact : null;
  return { ok: true, answers: { ...gather(read), mayContact, email } };
}

type Value = string | number | null;

function answerTo(question: SurveyQuestion, given: Given): Value {
  const text = given(fieldOf(question));
  switch (question.kind) {
    case 'nps':
      return between(text, 0, 10);
    case 'csat':
      return between(text, 1, 5);
    case 'ces':
      return between(text, 1, 7);
    case 'got':
      return GOT_ANSWERS.find((one) => one === text) ?? null;
    case 'emotion':
      return EMOTIONS.find((one) => one === text) ?? null;
    case 'open':
      return keptText(text.trim().slice(0, LONGEST_TEXT)) || null;
  }
}

function between(text: string, from: number, to: number): number | null {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : null;
  return value !== null && value >= from && value <= to ? value : null;
}

function gather(read: ReadonlyMap<SurveyQuestion, Value>): Omit<FormAnswers, 'mayContact' | 'email'> {
  let [score, scale, text]: [number | null, Scale, string] = [null, '', ''];
  let [got, emotion]: [GotAnswer | null, Emotion | null] = [null, null];
  const others: Record<string, string | number> = {};
  for (const [{ id, kind }, value] of read) {
    if (value === null) continue;
    if (typeof value === 'number' && scale === '' && kind in QUESTION_SCALES) {
      score = value;
      scale = QUESTION_SCALES[kind as keyof typeof QUESTION_SCALES];
    } else if (kind === 'open' && text === '') text = String(value);
    else if (kind === 'got' && got === null) got = value as GotAnswer;
    else if (kind === 'emotion' && emotion === null) emotion = value as Emotion;
    else others[id] = value;
  }
  return { score, scale, text, got, emotion, others };
}
