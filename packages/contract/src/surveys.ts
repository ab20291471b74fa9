import {
  type AskAfterOutcome,
  type AskRules,
  EMOTIONS,
  GOT_ANSWERS,
  MOST_AFTER_HOURS,
  MOST_QUESTIONS,
  PAGE_LANGUAGES,
  QUESTION_KINDS,
  type Survey,
} from '@continuo/core';
import { z } from 'zod';
import { journeyIdSchema, journeyKeySchema } from './journey-contract.ts';

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const ONE_LINE_SAYS = 'must be one line without control characters';
const line = (most: number) => z.string().trim().max(most).regex(ONE_LINE, ONE_LINE_SAYS);
const language = z.enum(PAGE_LANGUAGES);
const wordsByLanguage = z.partialRecord(language, line(500).min(1));

export const surveyQuestionSchema = z.strictObject({
  id: journeyIdSchema,
  kind: z.enum(QUESTION_KINDS),
  /** Own wording by language; empty: the standard words of its kind. */
  words: wordsByLanguage.default({}),
  isNeeded: z.boolean().default(false),
});

/** A survey as it is edited and kept. What is still missing is found by the check, not refused. */
export const surveyDocumentSchema = z.strictObject({
  key: journeyKeySchema,
  /** For us: answers are events named `Answer: <title>`. */
  title: line(200),
  /** Who asks, as customers know us. */
  who: line(200).default(''),
  /** Why we ask, by language; empty: the standard sentence. */
  why: wordsByLanguage.default({}),
  /** The first is spoken when a customer's own is not among them. */
  languages: z.array(language).max(PAGE_LANGUAGES.length).default(['en']),
  journey: journeyKeySchema.nullable().default(null),
  step: journeyIdSchema.nullable().default(null),
  questions: z.array(surveyQuestionSchema).max(2 * MOST_QUESTIONS),
  isLong: z.boolean().default(false),
  asksContact: z.boolean().default(true),
  /** Share of the customers who may be asked, 0 … 1. */
  share: z.number().min(0).max(1).default(1),
  /** Asks by e-mail so many hours after its step, by itself (operators set it); null: it asks nobody by itself. */
  afterHours: z.number().int().min(1).max(MOST_AFTER_HOURS).nullable().default(null),
}) as unknown as z.ZodType<Survey, Pick<Survey, 'key' | 'title' | 'questions'> & Partial<Survey>>;

export const surveyFindingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  question: z.string().nullable(),
  words: z.string(),
  todo: z.string(),
});

/** How many were asked and what came of it; people who answered an open link were not invited and count as `answers` only. */
export const surveyCountsSchema = z.object({
  invited: z.number().int(),
  delivered: z.number().int(),
  opened: z.number().int(),
  /** Of those invited. */
  answered: z.number().int(),
  /** All answers, by invitation and by open link. */
  answers: z.number().int(),
  lastAnswerMs: z.number().nullable(),
});
export type SurveyCounts = z.output<typeof surveyCountsSchema>;

export const askAfterOutcomeSchema = z.enum([
  'asked',
  'waits already',
  'being helped',
  'no address',
  'no mail server',
  'too late',
  'stopped',
  'refused',
  'not drawn',
  'asked lately',
  'asked this lately',
]) satisfies z.ZodType<AskAfterOutcome>;

export const surveyEntrySchema = z.object({
  survey: surveyDocumentSchema,
  status: z.enum(['draft', 'open', 'closed']),
  createdMs: z.number(),
  updatedMs: z.number(),
  /** Since when it asks by itself after its step; null: it asks nobody by itself. */
  asksSinceMs: z.number().nullable(),
  counts: surveyCountsSchema,
});
export type SurveyEntry = z.output<typeof surveyEntrySchema>;

export const surveySchema = surveyEntrySchema.extend({
  findings: z.array(surveyFindingSchema),
  canOpen: z.boolean(),
  /** Page of the survey as customers see it, which keeps no answer: for the live preview. `?lang=` chooses the language. */
  preview: z.string(),
  /** Of those who came to its step in the last 28 days: whose time has not come, and what came of the others. */
  after: z.object({
    waiting: z.number().int(),
    outcomes: z.array(z.object({ outcome: askAfterOutcomeSchema, n: z.number().int() })),
  }),
});
export type SurveyShown = z.output<typeof surveySchema>;

export const surveyTemplateSchema = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  questions: z.array(surveyQuestionSchema),
});

/** Channels that an open link may say it came by; the answers carry it. */
export const LINK_CHANNELS = ['web', 'app', 'email', 'letter', 'store', 'chat', 'phone', 'social'] as const;
export const surveyLinksSchema = z.object({
  /** The open link of each channel: whoever has it may answer, unknown to us. */
  links: z.array(z.object({ channel: z.enum(LINK_CHANNELS), url: z.string() })),
  /** To put into a page of one's own: loads nothing and keeps nothing before `continuo.ask()` is called. */
  snippet: z.string(),
});

export const inviteSchemaOfSurvey = z.strictObject({
  recipients: z
    .array(
      z.strictObject({
        email: z.email().max(320),
        /** The id by which the events of this customer know them; left out: the address is the id. */
        person: line(500).min(1).optional(),
        language: language.optional(),
      }),
    )
    .min(1)
    .max(5000),
  /** True: only say who would be asked. */
  isRehearsal: z.boolean().default(false),
});
/** Why somebody is not asked. */
const heldWhySchema = z.enum(['refused', 'not drawn', 'asked lately', 'asked this lately', 'twice in the list']);
export const invitedSchema = z.object({
  invited: z.number().int(),
  /** Those who are not asked, by reason. */
  held: z.array(
    z.object({
      why: heldWhySchema,
      people: z.number().int(),
    }),
  ),
});

export const personalLinksSchema = z.strictObject({
  people: z.array(line(500).min(1)).min(1).max(1000),
  /** By which way they are handed over. */
  channel: z.enum(LINK_CHANNELS).default('app'),
});
export const personalLinksMadeSchema = z.array(
  z.object({
    person: z.string(),
    /** Answers once, as this person; null: may not be asked now. */
    url: z.string().nullable(),
    why: heldWhySchema.nullable(),
  }),
);

export const surveyRatesSchema = z.array(
  z.object({
    channel: z.string(),
    invited: z.number().int(),
    delivered: z.number().int(),
    opened: z.number().int(),
    answered: z.number().int(),
  }),
);

export const surveyForecastSchema = z.object({
  /** People the moment happened to in the 28 days before `dataAsOfMs`. */
  people: z.number().int(),
  toAsk: z.number().int(),
  answers: z.number().int(),
  of100: z.number().int(),
  basis: z.enum(['seen', 'assumed']),
  daysTo30: z.number().int().nullable(),
  dataAsOfMs: z.number().nullable(),
});
export type SurveyForecast = z.output<typeof surveyForecastSchema>;

const days = z.number().int().min(0).max(3650);
export const askRulesSchema = z.strictObject({
  restDays: days,
  restDaysByKind: z.partialRecord(z.enum(QUESTION_KINDS), days),
}) as unknown as z.ZodType<AskRules, AskRules>;

/** One answer without the person behind it; contact details in its text are masked. */
export const answerShownSchema = z.object({
  submission: z.string(),
  atMs: z.number(),
  /** Key of our survey; null: it came as a feedback record. */
  survey: z.string().nullable(),
  title: z.string(),
  journey: z.string().nullable(),
  step: z.string().nullable(),
  channel: z.string(),
  language: z.string(),
  score: z.number().nullable(),
  scale: z.string(),
  felt: z.enum(['none', 'unhappy', 'neutral', 'happy']),
  /** Empty when they wrote nothing, or when free text is switched off. */
  text: z.string(),
  got: z.enum(GOT_ANSWERS).nullable(),
  emotion: z.enum(EMOTIONS).nullable(),
  mayContact: z.boolean(),
  /** False: nobody knows who answered. */
  isKnown: z.boolean(),
  /** False: it is kept, and will be in the numbers in a moment. */
  isCounted: z.boolean(),
  /** Answers to other questions, by question id. */
  others: z.record(z.string(), z.string()),
});
export type AnswerShown = z.output<typeof answerShownSchema>;
export const answersSchema = z.object({
  answers: z.array(answerShownSchema),
  /** For `?before=` of the next page; null: that was all. */
  next: z.string().nullable(),
});

export const FIELD_TYPES = [
  'text',
  'categorical',
  'nps',
  'csat',
  'ces',
  'rating',
  'number',
  'boolean',
  'date',
] as const;
/** One field of one answer, with the names of a Formbricks Hub feedback record. What it has beyond these is not kept. */
export const feedbackRecordSchema = z.object({
  // Not trimmed: two that differ by a space are two.
  submission_id: z.string().min(1).max(200).regex(ONE_LINE, ONE_LINE_SAYS),
  collected_at: z.iso.datetime({ offset: true }).optional(),
  source_type: line(100).min(1),
  source_id: line(500).nullish(),
  source_name: line(500).nullish(),
  field_id: line(200).min(1),
  field_label: line(1000).nullish(),
  field_type: z.enum(FIELD_TYPES),
  value_text: z.string().max(20_000).nullish(),
  value_number: z.number().nullish(),
  value_boolean: z.boolean().nullish(),
  value_date: z.iso.datetime({ offset: true }).nullish(),
  user_id: line(500).nullish(),
  language: line(20).nullish(),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
});
export type FeedbackRecord = z.output<typeof feedbackRecordSchema>;
export const feedbackBatchSchema = z.strictObject({ records: z.array(feedbackRecordSchema).min(1).max(1000) });
export const feedbackTakenSchema = z.object({
  /** Answers that are new. */
  taken: z.number().int(),
  /** Submissions that were there already: they count once. */
  repeated: z.number().int(),
});
export const feedbackExportSchema = z.object({ data: z.array(feedbackRecordSchema), next: z.string().nullable() });
