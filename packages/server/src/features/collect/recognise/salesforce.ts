import { filledColumn, fullColumn, hasColumns } from './columns.ts';
import type { Recogniser } from './recognise.ts';

/** Salesforce cases, from a report or from the data loader: one row a case. */
export const recogniseSalesforce: Recogniser = (columns) => {
  const isReport =
    hasColumns(columns, 'Case Number') && filledColumn(columns, 'Date/Time Opened', 'Opened Date') !== null;
  const isLoader = hasColumns(columns, 'CaseNumber', 'CreatedDate');
  if (!isReport && !isLoader) return null;
  return {
    name: 'Salesforce cases',
    mapping: {
      person: fullColumn(
        columns,
        'ContactId',
        'Contact ID',
        'Contact Email',
        'Contact Name',
        'AccountId',
        'Account Name',
      ),
      caseKey: filledColumn(columns, 'CaseNumber', 'Case Number'),
      activity: null,
      activityName: 'Case opened',
      time: filledColumn(columns, 'CreatedDate', 'Date/Time Opened', 'Opened Date') ?? 'CreatedDate',
      channel: filledColumn(columns, 'Origin', 'Case Origin'),
      score: null,
      scale: null,
      text: filledColumn(columns, 'Description', 'Subject'),
      lifecycle: null,
      messageId: null,
    },
  };
};
