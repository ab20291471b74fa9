import { expect, test } from 'vitest';
import { canOpen, checkSurvey, type SurveySurroundings } from './check-survey.ts';
import { kindOfSurvey, type Survey, type SurveyQuestion } from './survey.ts';
import { blankSurvey, SURVEY_TEMPLATES } from './survey-templates.ts';

const ask = (kind: SurveyQuestion['kind'], id: string = kind): SurveyQuestion => ({
  id,
  kind,
  words: {},
  isNeeded: false,
});
const good: Survey = {
  ...blankSurvey('after', 'After', [ask('nps'), ask('open')]),
  who: 'The shop',
  why: { en: 'To mend it.' },
  journey: 'order',
  step: 'arrive',
};
const around: SurveySurroundings = { steps: ['pay', 'arrive'], siblings: [] };
const sibling = (kind: SurveyQuestion['kind']) => ({ title: 'Other', questions: [ask(kind)] });

test.each<[string, Partial<Survey>, Partial<SurveySurroundings>, readonly string[]]>([
  ['nothing to find', {}, {}, []],
  ['no question', { questions: [] }, {}, ['error no-questions']],
  ['four questions need a yes', { questions: 'abcd'.split('').map((id) => ask('open', id)) }, {}, ['error long']],
  [
    '… and stay a warning',
    { questions: 'abcd'.split('').map((id) => ask('open', id)), isLong: true },
    {},
    ['warning long'],
  ],
  [
    '13 are refused',
    { questions: 'abcdefghijklm'.split('').map((id) => ask('open', id)), isLong: true },
    {},
    ['error too-many'],
  ],
  ['two of one id', { questions: [ask('open', 'a'), ask('got', 'a')] }, {}, ['error same-id']],
  ['two scores', { questions: [ask('nps'), ask('csat')] }, {}, ['error two-scores']],
  ['the same score elsewhere on the map', {}, { siblings: [sibling('nps'), sibling('got')] }, []],
  ['another scale on the map', {}, { siblings: [sibling('got'), sibling('csat')] }, ['error other-scale']],
  ['no score beside another scale', { questions: [ask('got')] }, { siblings: [sibling('csat')] }, []],
  ['no map', { journey: null, step: null }, { steps: null }, ['warning no-journey']],
  ['a map that is not there', {}, { steps: null }, ['error unknown-journey']],
  ['a step that is not there', { step: 'fly' }, {}, ['error unknown-step']],
  ['the journey as a whole', { step: null }, {}, []],
  ['asks by itself after its step', { afterHours: 24 }, {}, []],
  ['asks by itself after no step', { step: null, afterHours: 24 }, {}, ['error after-nothing']],
  ['nobody asks, nobody is asked', { who: ' ', share: 0 }, {}, ['error no-who', 'error nobody']],
  [
    'no name, no language, no reason',
    { title: '', languages: [], why: {} },
    {},
    ['error no-title', 'error no-language', 'warning no-why'],
  ],
])('%s', (_, more, place, expected) => {
  const found = checkSurvey({ ...good, ...more }, { ...around, ...place });
  expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
  expect(canOpen(found)).toBe(!expected.some((one) => one.startsWith('error')));
});

test('every template may open as it is', () => {
  for (const { questions } of SURVEY_TEMPLATES) expect(checkSurvey({ ...good, questions }, around)).toEqual([]);
  expect(SURVEY_TEMPLATES.map(({ questions }) => kindOfSurvey({ questions }))).toEqual(
    SURVEY_TEMPLATES.map(({ id }) => id),
  );
});
