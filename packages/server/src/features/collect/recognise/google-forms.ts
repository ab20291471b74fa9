import { fullColumn } from './columns.ts';
import type { Recogniser } from './recognise.ts';
import { answersOf } from './survey-answers.ts';

const STAMPS: ReadonlySet<string> = new Set([
  ...['timestamp', 'zeitstempel', 'horodateur', 'marca temporal', 'informazioni cronologiche', 'tijdstempel'],
  ...['carimbo de data/hora', 'sygnatura czasowa'],
]);

/** Google Forms responses: the stamp stands first, then the questions as their own texts. */
export const recogniseForms: Recogniser = (columns) => {
  const [first, ...questions] = columns;
  if (first === undefined || !STAMPS.has(first.name.toLowerCase()) || questions.length === 0) return null;
  const asks = questions.some((column) => /\?$|^(how|what|why|which)\s/i.test(column.name) || column.name.length > 25);
  const email = fullColumn(columns, 'Email Address', 'Email address', 'Username', 'E-Mail-Adresse', 'Adresse e-mail');
  if (!asks && email === null) return null;
  return {
    name: 'Google Forms responses',
    mapping: {
      person: email,
      caseKey: null,
      activity: null,
      activityName: 'Survey answered',
      time: first.name,
      channel: null,
      lifecycle: null,
      messageId: null,
      ...answersOf(columns, new Set([first.name, email ?? ''])),
    },
  };
};
