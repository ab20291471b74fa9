import { OCEL_COLUMNS } from '../formats/ocel-rows.ts';
import { guessScale } from '../guess/guess-scale.ts';
import { filledColumn, hasColumns } from './columns.ts';
import type { Recogniser } from './recognise.ts';

/** Process logs that name their columns by the standards: XES and its CSV form, OCEL; and bare lists of answers. */
export const recogniseLogs: Recogniser = (columns) => {
  if (hasColumns(columns, OCEL_COLUMNS.object, OCEL_COLUMNS.activity, OCEL_COLUMNS.time)) {
    return {
      name: 'OCEL log',
      mapping: {
        person: null,
        caseKey: OCEL_COLUMNS.object,
        activity: OCEL_COLUMNS.activity,
        activityName: null,
        time: OCEL_COLUMNS.time,
        messageId: null,
      },
    };
  }
  if (hasColumns(columns, 'concept:name', 'time:timestamp', 'case:concept:name')) {
    return {
      name: 'XES log',
      mapping: {
        person: null,
        caseKey: 'case:concept:name',
        activity: 'concept:name',
        activityName: null,
        time: 'time:timestamp',
        channel: filledColumn(columns, 'channel', 'case:channel'),
        score: null,
        scale: null,
        text: null,
        messageId: null,
      },
    };
  }
  return bareAnswers(columns, null);
};

/** Exactly a date, a customer, a score and a comment, whatever their order and language: nothing needs asking. */
const bareAnswers: Recogniser = (columns) => {
  if (columns.length < 2 || columns.length > 4) return null;
  const scored = columns.filter((column) => guessScale(column) !== null && column.distinct <= 11);
  const named = columns.filter((column) =>
    /^(date|datum|fecha|data|when|time|timestamp|tag)$/i.test(column.name.trim()),
  );
  if (scored.length !== 1 || named.length !== 1) return null;
  return {
    name: 'Survey answers',
    mapping: { activity: null, activityName: 'Survey answered', caseKey: null, lifecycle: null, messageId: null },
  };
};
