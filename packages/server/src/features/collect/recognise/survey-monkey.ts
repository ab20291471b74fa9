import { filledColumn, fullColumn } from './columns.ts';
import type { Recogniser } from './recognise.ts';
import { answersOf } from './survey-answers.ts';

/** SurveyMonkey responses: two header rows, told by the reader. */
export const recogniseSurveyMonkey: Recogniser = (columns, readerName) => {
  if (readerName !== 'SurveyMonkey responses') return null;
  const respondent = columns.find((column) => /^respondent ?id$/i.test(column.name))?.name ?? null;
  return {
    name: 'SurveyMonkey responses',
    mapping: {
      person: fullColumn(columns, 'Custom Data 1', 'Email Address') ?? respondent,
      caseKey: null,
      activity: null,
      activityName: 'Survey answered',
      time: filledColumn(columns, 'End Date', 'EndDate', 'Date Modified', 'Start Date', 'StartDate') ?? 'End Date',
      channel: null,
      messageId: respondent,
      ...answersOf(columns, KNOWN),
    },
  };
};

const KNOWN: ReadonlySet<string> = new Set([
  ...['Respondent ID', 'RespondentID', 'Collector ID', 'CollectorID', 'Start Date', 'StartDate', 'End Date', 'EndDate'],
  ...['IP Address', 'Email Address', 'First Name', 'Last Name', 'Custom Data 1', 'Date Created', 'Date Modified'],
]);
