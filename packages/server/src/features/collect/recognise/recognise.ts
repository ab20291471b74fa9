import type { Mapping } from '@continuo/contract';
import type { ColumnFacts } from '../guess/column-facts.ts';
import { recognisePosthog, recogniseSegment } from './event-streams.ts';
import { recogniseFeedbackRecords } from './feedback-records.ts';
import { recogniseForms } from './google-forms.ts';
import { recogniseLogs } from './logs.ts';
import { recogniseNamedSteps } from './named-steps.ts';
import { recogniseQualtrics } from './qualtrics.ts';
import { recogniseSalesforce } from './salesforce.ts';
import { recogniseStagedSurvey } from './staged-survey.ts';
import { recogniseSurveyMonkey } from './survey-monkey.ts';
import { recogniseZendesk } from './zendesk.ts';

/** An export that is known by its columns: its name for people, and what of the guess it replaces. */
export interface Recognised {
  readonly name: string;
  readonly mapping: Partial<Mapping>;
}

/** Looks at the columns (and at the name that the reader gave by the shape of the header); null when it is not this export. */
export type Recogniser = (columns: readonly ColumnFacts[], readerName: string | null) => Recognised | null;

const RECOGNISERS: readonly Recogniser[] = [
  recogniseFeedbackRecords,
  recogniseQualtrics,
  recogniseSurveyMonkey,
  recogniseZendesk,
  recogniseSalesforce,
  recogniseSegment,
  recognisePosthog,
  recogniseForms,
  recogniseNamedSteps,
  recogniseStagedSurvey,
  recogniseLogs,
];

/** The first known export that the columns match, or null. */
export function recognise(columns: readonly ColumnFacts[], readerName: string | null): Recognised | null {
  for (const recogniser of RECOGNISERS) {
    const found = recogniser(columns, readerName);
    if (found !== null) return found;
  }
  return null;
}
