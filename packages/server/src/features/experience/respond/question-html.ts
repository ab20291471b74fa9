import {
  EMOTIONS,
  GOT_ANSWERS,
  type PageLanguage,
  type Survey,
  type SurveyQuestion,
  type WordsByLanguage,
} from '@continuo/core';
import { escapeHtml } from './escape.ts';
import { fill, wordsIn } from './words.ts';

/** What somebody typed or ticked so far, by name of the field. */
export type Given = (name: string) => string;

export interface QuestionPlace {
  readonly survey: Survey;
  readonly language: PageLanguage;
  readonly given: Given;
  /** Ids of questions that still need an answer. */
  readonly missing: ReadonlySet<string>;
}

/** Name of a question's field in the form. */
export function fieldOf(question: Pick<SurveyQuestion, 'id'>): string {
  return `q-${question.id}`;
}

/** A text by language in the one that is spoken: the survey's first language stands in before `standard` does. */
export function spoken(
  words: WordsByLanguage,
  { survey, language }: Pick<QuestionPlace, 'survey' | 'language'>,
  standard: string,
): string {
  return words[language] ?? words[survey.languages[0] ?? 'en'] ?? fill(standard, survey.who);
}

/** One question as HTML: a group of radio buttons with its legend, or a text with its label. */
export function questionHtml(question: SurveyQuestion, place: QuestionPlace): string {
  const words = wordsIn(place.language);
  switch (question.kind) {
    case 'nps':
      return numbers(question, place, { from: 0, to: 10, ends: words.npsEnds });
    case 'csat':
      return numbers(question, place, { from: 1, to: 5, ends: words.csatEnds });
    case 'ces':
      return numbers(question, place, { from: 1, to: 7, ends: words.cesEnds });
    case 'got':
      return choices(
        question,
        place,
        GOT_ANSWERS.map((value) => [value, words.gotAnswers[value]]),
      );
    case 'emotion':
      return choices(
        question,
        place,
        EMOTIONS.map((value) => [value, words.emotions[value]]),
      );
    case 'open':
      return open(question, place);
  }
}

function asking(question: SurveyQuestion, place: QuestionPlace): string {
  const words = wordsIn(place.language);
  const text = escapeHtml(spoken(question.words, place, words[question.kind]));
  return question.isNeeded ? text : `${text} <span class="soft">(${escapeHtml(words.ifYouLike)})</span>`;
}

function complaint(question: SurveyQuestion, { missing, language }: QuestionPlace): string {
  if (!missing.has(question.id)) return '';
  return `<p class="bad" id="${fieldOf(question)}-bad">${escapeHtml(wordsIn(language).missing)}</p>\n`;
}

function fieldset(question: SurveyQuestion, place: QuestionPlace, inside: string): string {
  const about = place.missing.has(question.id) ? ` aria-describedby="${fieldOf(question)}-bad"` : '';
  return `<fieldset${about}>
<legend>${asking(question, place)}</legend>
${complaint(question, place)}${inside}
</fieldset>`;
}

function radio(question: SurveyQuestion, { given }: QuestionPlace, value: string, label: string): string {
  const name = fieldOf(question);
  const needed = question.isNeeded ? ' required' : '';
  const ticked = given(name) === value ? ' checked' : '';
  return `<label><input type="radio" name="${name}" value="${value}"${needed}${ticked}>${escapeHtml(label)}</label>`;
}

function choices(question: SurveyQuestion, place: QuestionPlace, all: readonly (readonly [string, string])[]): string {
  const labels = all.map(([value, label]) => radio(question, place, value, label)).join('\n');
  return fieldset(question, place, `<div class="choices">\n${labels}\n</div>`);
}

/** A row of numbers; the words for its ends stand in front of and behind it in reading order, so that nobody hears bare numbers. */
function numbers(
  question: SurveyQuestion,
  place: QuestionPlace,
  { from, to, ends }: { readonly from: number; readonly to: number; readonly ends: readonly [string, string] },
): string {
  const all = Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  const labels = all.map((value) => radio(question, place, value, value)).join('\n');
  const [low, high] = ends.map(escapeHtml);
  return fieldset(
    question,
    place,
    `<p class="ends"><span>${from} = ${low}</span><span>${to} = ${high}</span></p>
<div class="choices numbers">\n${labels}\n</div>`,
  );
}

function open(question: SurveyQuestion, place: QuestionPlace): string {
  const name = fieldOf(question);
  const needed = question.isNeeded ? ' required' : '';
  const about = place.missing.has(question.id) ? `${name}-bad ${name}-note` : `${name}-note`;
  return `<div class="field">
<label class="ask" for="${name}">${asking(question, place)}</label>
${complaint(question, place)}<textarea id="${name}" name="${name}" rows="4" maxlength="5000" dir="auto" aria-describedby="${about}"${needed}>${escapeHtml(place.given(name))}</textarea>
<p class="soft" id="${name}-note">${escapeHtml(wordsIn(place.language).careful)}</p>
</div>`;
}
