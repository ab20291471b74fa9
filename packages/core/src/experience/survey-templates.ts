import type { Survey, SurveyQuestion, SurveyQuestionKind } from './survey.ts';

export interface SurveyTemplate {
  readonly id: string;
  readonly title: string;
  /** When to use it, in one sentence. */
  readonly says: string;
  readonly questions: readonly SurveyQuestion[];
}

const ask = (kind: SurveyQuestionKind, isNeeded = false, id: string = kind): SurveyQuestion => ({
  id,
  kind,
  words: {},
  isNeeded,
});
const why = ask('open', false, 'why');

/** What to begin with: one question that is needed, and why. */
export const SURVEY_TEMPLATES: readonly SurveyTemplate[] = [
  {
    id: 'got',
    title: 'Did you get what you came for?',
    says: 'At the end of a journey: the one question that every other hangs on.',
    questions: [ask('got', true), why],
  },
  {
    id: 'csat',
    title: 'How satisfied are you?',
    says: 'Right after a step, 1 to 5.',
    questions: [ask('csat', true), why],
  },
  {
    id: 'ces',
    title: 'How easy was it?',
    says: 'After customers had to do something, 1 to 7.',
    questions: [ask('ces', true), why],
  },
  {
    id: 'nps',
    title: 'Would you recommend us?',
    says: 'About the whole relationship, 0 to 10, twice a year at most.',
    questions: [ask('nps', true), why],
  },
  {
    id: 'emotion',
    title: 'How did it feel?',
    says: 'A feeling and why: for moments that matter.',
    questions: [ask('emotion', true), why],
  },
  {
    id: 'open',
    title: 'In their own words',
    says: 'One open question, when you do not know yet what to ask.',
    questions: [ask('open', true, 'why')],
  },
];

/** A survey with everything but its place left at what is usual. */
export function blankSurvey(key: string, title: string, questions: readonly SurveyQuestion[] = []): Survey {
  return {
    key,
    title,
    who: '',
    why: {},
    languages: ['en'],
    journey: null,
    step: null,
    questions,
    isLong: false,
    asksContact: true,
    share: 1,
    afterHours: null,
  };
}
