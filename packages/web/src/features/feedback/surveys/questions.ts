import { QUESTION_KINDS, QUESTION_SCALES, type SurveyQuestion, type SurveyQuestionKind } from '@continuo/core';

/** An id that no other question has: `answer_<id>` names its answers for ever. */
export function questionId(kind: SurveyQuestionKind, taken: readonly string[]): string {
  const base = kind === 'open' ? 'why' : kind;
  let id: string = base;
  for (let n = 2; taken.includes(id); n += 1) id = `${base}-${n}`;
  return id;
}

/** A question more, of the first kind that is not asked yet; only one may be a score. */
export function withQuestion(questions: readonly SurveyQuestion[]): readonly SurveyQuestion[] {
  const kinds = kindsFor(questions, null);
  const kind = kinds.find((one) => !questions.some((question) => question.kind === one)) ?? 'open';
  const id = questionId(
    kind,
    questions.map((one) => one.id),
  );
  return [...questions, { id, kind, words: {}, isNeeded: false }];
}

/** Kinds that the question at `place` may be (null: a new one): scores only where no other question is one. */
export function kindsFor(questions: readonly SurveyQuestion[], place: number | null): readonly SurveyQuestionKind[] {
  const hasScore = questions.some(({ kind }, at) => at !== place && kind in QUESTION_SCALES);
  return QUESTION_KINDS.filter((kind) => !hasScore || !(kind in QUESTION_SCALES));
}

/** Another kind is another question: it gets an id of its own and the usual words. */
export function ofKind(
  questions: readonly SurveyQuestion[],
  place: number,
  kind: SurveyQuestionKind,
): readonly SurveyQuestion[] {
  const taken = questions.filter((_, at) => at !== place).map(({ id }) => id);
  return questions.map((one, at) => (at === place ? { ...one, kind, id: questionId(kind, taken), words: {} } : one));
}

/** The question moved by one place; at an end it stays. */
export function moved(questions: readonly SurveyQuestion[], place: number, by: -1 | 1): readonly SurveyQuestion[] {
  const to = place + by;
  const one = questions[place];
  if (one === undefined || to < 0 || to >= questions.length) return questions;
  const rest = questions.toSpliced(place, 1);
  return rest.toSpliced(to, 0, one);
}
