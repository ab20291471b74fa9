import { type CallbackRule, isTimeZone, type RuleCondition, type WorkingCalendar } from '@continuo/core';
import { z } from 'zod';
import { MADE_BY_HAND } from './callback-words.ts';
import { journeyIdSchema, journeyKeySchema, matcherSchema } from './journey-contract.ts';

const count = z.number().int();
/** Name of a team, as owners stand on maps. */
export const callbackTeamSchema = z.string().trim().min(1).max(200);
const team = callbackTeamSchema;

const bound = z.number().min(-1).max(100);
const conditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('low-score'),
    atMost: z.strictObject({
      '0-10': bound.optional(),
      '1-5': bound.optional(),
      '1-7': bound.optional(),
      '1-10': bound.optional(),
      '0-100': bound.optional(),
      '-1-1': bound.optional(),
    }),
  }),
  z.strictObject({ kind: z.literal('asks-answer'), phrases: z.array(z.string().trim().min(2).max(100)).max(200) }),
  z.strictObject({
    kind: z.literal('repeat'),
    match: matcherSchema
      .extend({ events: z.array(z.string().min(1).max(500)).max(200) })
      .refine(({ events, channels }) => events.length + channels.length > 0, 'name events or channels'),
    times: z.number().int().min(1).max(20),
    withinDays: z.number().int().min(1).max(365),
    about: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['anything', 'case']) }),
      z.strictObject({ kind: z.literal('property'), property: z.string().min(1).max(500) }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('promise'),
    journey: journeyKeySchema,
    promise: journeyIdSchema,
    laterByMs: z
      .number()
      .int()
      .min(0)
      .max(366 * 86_400_000),
  }),
]) as unknown as z.ZodType<RuleCondition>;

export const callbackRuleSchema = z.strictObject({
  key: journeyKeySchema.refine((key) => key !== MADE_BY_HAND, 'is kept for what people open themselves'),
  title: z.string().trim().min(1).max(200),
  isOn: z.boolean(),
  when: conditionSchema,
  team: team.nullable(),
  calendar: journeyKeySchema,
  hours: z.number().min(0.25).max(1000),
}) satisfies z.ZodType<CallbackRule>;

export const callbackSettingsSchema = z.strictObject({
  /** Only what happened so many days before the newest data opens call-backs. */
  lookBackDays: z.number().int().min(1).max(90).default(14),
  /** People for whom one look at a newly imported history opens call-backs; the rest is counted as left out. */
  mostAtOnce: z.number().int().min(1).max(10_000).default(200),
  /** Hours between closing and asking "is it put right?"; 0: at once. */
  askAfterHours: z.number().int().min(0).max(720).default(48),
  /** Days to answer it; after that it stays unanswered. */
  answerDays: z.number().int().min(1).max(90).default(14),
});
export type CallbackSettings = z.output<typeof callbackSettingsSchema>;

export const callbackRulesSchema = z.object({ rules: z.array(callbackRuleSchema), settings: callbackSettingsSchema });

/** What a rule would have done in the 28 days before the newest data. */
export const callbackPreviewSchema = z.object({
  days: count,
  /** Call-backs it would have opened: people, each once unless more than the 28 days lie between. */
  people: count,
  /** Moments that it would have seen. */
  moments: count,
  /** Moments of people who answered without saying who they are, or who wish no contact: never opened. */
  anonymous: count,
  /** Moments a day in the workspace's zone, oldest first, days without any too. */
  byDay: z.array(z.object({ day: z.string(), moments: count })),
});
export type CallbackPreview = z.output<typeof callbackPreviewSchema>;

export const calendarSchema = z.strictObject({
  key: journeyKeySchema,
  title: z.string().trim().min(1).max(200),
  timeZone: z.string().max(64).refine(isTimeZone, 'is no time zone that is known here'),
  hours: z
    .array(
      z.strictObject({
        weekday: z.number().int().min(0).max(6),
        fromMinute: z.number().int().min(0).max(1439),
        toMinute: z.number().int().min(1).max(1440),
      }),
    )
    .min(1, 'needs working hours on one day at least')
    .max(50)
    .refine((spans) => spans.every(({ fromMinute, toMinute }) => fromMinute < toMinute), 'ends before it begins')
    .refine(
      (spans) =>
        spans.every((a, i) =>
          spans.every(
            (b, j) => i >= j || a.weekday !== b.weekday || a.toMinute <= b.fromMinute || b.toMinute <= a.fromMinute,
          ),
        ),
      'has hours that overlap',
    ),
  holidays: z
    .array(z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be YYYY-MM-DD'))
    .max(1000),
}) satisfies z.ZodType<WorkingCalendar>;
