import { z } from 'zod';
import {
  answersSchema,
  askRulesSchema,
  feedbackBatchSchema,
  feedbackExportSchema,
  feedbackTakenSchema,
  invitedSchema,
  inviteSchemaOfSurvey,
  personalLinksMadeSchema,
  personalLinksSchema,
  surveyDocumentSchema,
  surveyEntrySchema,
  surveyForecastSchema,
  surveyLinksSchema,
  surveyRatesSchema,
  surveySchema,
  surveyTemplateSchema,
} from '../surveys.ts';
import { ADDRESSES } from './addresses.ts';
import type { RouteAccess, RouteSpec } from './spec.ts';

/** Asking customers, and what they answered. */
export const SURVEY_ROUTES = {
  surveys: {
    ...ADDRESSES.surveys,
    says: 'All surveys with what came of them, newest first',
    role: 'viewer',
    audit: null,
    body: null,
    reply: z.array(surveyEntrySchema),
  },
  surveyTemplates: {
    ...ADDRESSES.surveyTemplates,
    says: 'Surveys to begin with',
    role: 'viewer',
    audit: null,
    body: null,
    reply: z.array(surveyTemplateSchema),
  },
  survey: {
    ...ADDRESSES.survey,
    says: 'One survey with what a check finds',
    role: 'viewer',
    audit: null,
    body: null,
    reply: surveySchema,
  },
  putSurvey: {
    ...ADDRESSES.putSurvey,
    says: 'Make a survey or change it; one that is open stays open and must still pass the check',
    role: 'editor',
    audit: 'survey.put',
    body: surveyDocumentSchema,
    reply: surveySchema,
  },
  removeSurvey: {
    ...ADDRESSES.removeSurvey,
    says: 'Remove a survey that nobody was asked with',
    role: 'editor',
    audit: 'survey.remove',
    body: null,
    reply: z.object({ removed: z.boolean() }),
  },
  openSurvey: {
    ...ADDRESSES.openSurvey,
    says: 'Let customers answer',
    role: 'editor',
    audit: 'survey.open',
    body: z.object({}),
    reply: surveySchema,
  },
  closeSurvey: {
    ...ADDRESSES.closeSurvey,
    says: 'Take no more answers; its links say so',
    role: 'editor',
    audit: 'survey.close',
    body: z.object({}),
    reply: surveySchema,
  },
  surveyLinks: {
    ...ADDRESSES.surveyLinks,
    says: 'The open links of a survey and the snippet for a page of one’s own',
    role: 'viewer',
    audit: null,
    body: null,
    reply: surveyLinksSchema,
  },
  inviteToSurvey: {
    ...ADDRESSES.inviteToSurvey,
    says: 'Ask customers by e-mail, each by a link of their own; those who were asked lately are spared',
    role: 'operator',
    audit: 'survey.invite',
    body: inviteSchemaOfSurvey,
    reply: invitedSchema,
  },
  personalLinks: {
    ...ADDRESSES.personalLinks,
    says: 'Links of their own for customers who are asked by other means; those who were asked lately get none',
    role: 'operator',
    audit: 'survey.link',
    body: personalLinksSchema,
    reply: personalLinksMadeSchema,
  },
  surveyRates: {
    ...ADDRESSES.surveyRates,
    says: 'Invited, delivered, opened, answered, by channel',
    role: 'viewer',
    audit: null,
    body: null,
    reply: surveyRatesSchema,
  },
  /** `?share=` reckons with another share. */
  surveyForecast: {
    ...ADDRESSES.surveyForecast,
    says: 'Answers to expect in the next 28 days',
    role: 'viewer',
    audit: null,
    body: null,
    reply: surveyForecastSchema,
  },
  askRules: {
    ...ADDRESSES.askRules,
    says: 'How long people are spared after being asked',
    role: 'viewer',
    audit: null,
    body: null,
    reply: askRulesSchema,
  },
  putAskRules: {
    ...ADDRESSES.putAskRules,
    says: 'Change how long people are spared',
    role: 'admin',
    audit: 'ask-rules.put',
    body: askRulesSchema,
    reply: askRulesSchema,
  },
  /** `?survey=`, `?journey=`, `?step=`, `?before=` (from `next`), `?limit=` (at most 200). */
  surveyAnswers: {
    ...ADDRESSES.surveyAnswers,
    says: 'Answers, newest first, without the people behind them',
    role: 'viewer',
    audit: null,
    body: null,
    reply: answersSchema,
  },
  feedbackRecords: {
    ...ADDRESSES.feedbackRecords,
    says: 'Take feedback records (Formbricks Hub fields); fields of one submission_id are one answer, which counts once',
    role: 'operator',
    audit: 'feedback.take',
    body: feedbackBatchSchema,
    reply: feedbackTakenSchema,
  },
  /** `?after=` (from `next`), `?limit=` answers (at most 1,000). */
  exportFeedback: {
    ...ADDRESSES.exportFeedback,
    says: 'All answers as feedback records, oldest first, with who gave them',
    role: 'operator',
    audit: 'feedback.export',
    body: null,
    reply: feedbackExportSchema,
  },
} as const satisfies Record<string, RouteSpec>;

export const SURVEY_FILE_ROUTES = {
  /** `?channel=`, by default `letter`. */
  surveyQr: {
    ...ADDRESSES.surveyQr,
    says: 'The open link as a QR code, SVG',
    role: 'viewer',
    audit: null,
  },
} as const satisfies Record<string, RouteAccess & { readonly says: string }>;
