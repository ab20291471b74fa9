import { FEEDBACK_COLUMNS } from '../formats/feedback-rows.ts';
import { hasColumns } from './columns.ts';
import type { Recogniser } from './recognise.ts';

/** Feedback records with the fields of Formbricks Hub, joined to answers by the reader. */
export const recogniseFeedbackRecords: Recogniser = (columns, readerName) => {
  if (readerName !== 'Feedback records' || !hasColumns(columns, FEEDBACK_COLUMNS.scale)) return null;
  return {
    name: 'Feedback records',
    mapping: {
      person: FEEDBACK_COLUMNS.person,
      caseKey: null,
      activity: FEEDBACK_COLUMNS.name,
      activityName: null,
      time: FEEDBACK_COLUMNS.time,
      timeFormat: 'iso',
      channel: FEEDBACK_COLUMNS.channel,
      score: FEEDBACK_COLUMNS.score,
      // Each row says its own.
      scale: '0-10',
      text: FEEDBACK_COLUMNS.text,
      messageId: FEEDBACK_COLUMNS.submission,
      lifecycle: null,
    },
  };
};
