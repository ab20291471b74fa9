import { filledColumn, fullColumn, hasColumns } from './columns.ts';
import type { Recogniser } from './recognise.ts';

/** Zendesk tickets, as a view is exported: one row a ticket. */
export const recogniseZendesk: Recogniser = (columns) => {
  if (!hasColumns(columns, 'Id', 'Requester', 'Status', 'Subject')) return null;
  const time = filledColumn(columns, 'Created at', 'Requested', 'Created');
  if (time === null) return null;
  return {
    name: 'Zendesk tickets',
    mapping: {
      person: fullColumn(columns, 'Requester external id', 'Requester email', 'Requester id', 'Requester'),
      caseKey: 'Id',
      activity: null,
      activityName: 'Ticket opened',
      time,
      channel: filledColumn(columns, 'Via', 'Channel'),
      // Zendesk's satisfaction is the words Good and Bad, not a number: it stays a property.
      score: null,
      scale: null,
      text: filledColumn(columns, 'Subject'),
      lifecycle: null,
      messageId: null,
    },
  };
};
