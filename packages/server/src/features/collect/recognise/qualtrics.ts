import { filledColumn, fullColumn, hasColumns } from './columns.ts';
import type { Recogniser } from './recognise.ts';
import { answersOf } from './survey-answers.ts';

/** Qualtrics responses: three header rows, or one when exported for machines. */
export const recogniseQualtrics: Recogniser = (columns, readerName) => {
  if (readerName === null && !hasColumns(columns, 'StartDate', 'EndDate', 'ResponseId')) return null;
  if (readerName !== null && readerName !== 'Qualtrics responses') return null;
  return {
    name: 'Qualtrics responses',
    mapping: {
      person: fullColumn(columns, 'ExternalReference', 'ExternalDataReference', 'RecipientEmail', 'ResponseId'),
      caseKey: null,
      activity: null,
      activityName: 'Survey answered',
      time: filledColumn(columns, 'RecordedDate', 'EndDate', 'StartDate') ?? 'EndDate',
      channel: filledColumn(columns, 'DistributionChannel'),
      messageId: filledColumn(columns, 'ResponseId'),
      ...answersOf(columns, KNOWN),
    },
  };
};

const KNOWN: ReadonlySet<string> = new Set([
  ...['StartDate', 'EndDate', 'Status', 'IPAddress', 'Progress', 'Duration (in seconds)', 'Finished', 'RecordedDate'],
  ...['ResponseId', 'RecipientLastName', 'RecipientFirstName', 'RecipientEmail', 'ExternalReference'],
  ...['LocationLatitude', 'LocationLongitude', 'DistributionChannel', 'UserLanguage'],
]);
