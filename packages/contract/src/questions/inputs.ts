import { z } from 'zod';

const activity = z.string().min(1).max(500);
const share = z.number().min(0).max(1);
const stepId = z.string().min(1).max(200);

export const pathGraphInput = z.object({
  activityShare: share.nullable().default(null),
  pathShare: share.nullable().default(null),
});
export const variantsInput = z.object({ limit: z.number().int().min(1).max(10_000).default(50) });
export const activitiesInput = z.object({});
export const summaryInput = z.object({});

export const funnelInput = z.object({
  steps: z.array(z.array(activity).min(1).max(50)).min(2).max(20),
  order: z.enum(['ordered', 'strict', 'unordered']).default('ordered'),
  windowMs: z
    .number()
    .int()
    .min(1000)
    .default(14 * 86_400_000),
  exclusions: z.array(activity).max(50).default([]),
  breakdown: z.string().min(1).max(200).nullable().default(null),
});

export const flowInput = z.object({
  anchor: activity.nullable().default(null),
  before: z.number().int().min(0).max(10).default(0),
  after: z.number().int().min(0).max(10).default(4),
  top: z.number().int().min(1).max(50).default(8),
});

export const retentionInput = z.object({
  period: z.enum(['day', 'week', 'month']).default('week'),
  timeZone: z.string().min(1).max(64).default('UTC'),
  start: activity.nullable().default(null),
  back: activity.nullable().default(null),
  kind: z.enum(['first', 'recurring']).default('first'),
  lapGapMs: z
    .number()
    .int()
    .min(1000)
    .default(14 * 86_400_000),
});

export const timelineInput = z.object({
  person: z.string().regex(/^\d{1,20}$/),
  caseKey: z.string().max(1000).nullable().default(null),
  limit: z.number().int().min(1).max(50_000).default(5000),
});

const mood = z.enum(['unhappy', 'neutral', 'happy']);

/** Where something was said: a step of the map (only with unit `journey`), or an activity. */
export const saidAtSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), step: stepId }),
  z.object({ kind: z.literal('activity'), activity }),
]);

export const behindSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('activity'), activity }),
  z.object({ kind: z.literal('start'), activity }),
  z.object({ kind: z.literal('end'), activity }),
  z.object({ kind: z.literal('edge'), from: activity, to: activity }),
  z.object({ kind: z.literal('repeats'), activity }),
  z.object({ kind: z.literal('route'), path: z.array(activity).min(1).max(10_000) }),
  z.object({ kind: z.literal('felt'), activity: activity.nullable(), felt: z.enum(['unhappy', 'neutral', 'happy']) }),
  z.object({
    kind: z.literal('funnel'),
    funnel: funnelInput,
    step: z.number().int().min(0).max(19),
    outcome: z.enum(['reached', 'lost', 'inside']),
    group: z.string().max(1000).nullable().default(null),
  }),
  z.object({ kind: z.literal('flow'), flow: flowInput, layer: z.number().int().min(-10).max(10), activity }),
  z.object({
    kind: z.literal('retention'),
    retention: retentionInput,
    cohort: z.number().int().min(0),
    offset: z.number().int().min(0),
  }),
  z.object({
    kind: z.literal('map-step'),
    step: stepId,
    which: z.enum([
      'had',
      'due',
      'harmed',
      'late',
      'unhappy',
      'neutral',
      'happy',
      'broken',
      'repeat',
      'detour',
      'other-order',
      'other-channel',
      'left',
      'we-skipped',
      'partner-skipped',
      'we-missed',
      'partner-missed',
      'customer-skipped',
      'shortcut',
    ]),
    channel: z.string().max(200).nullable().default(null),
  }),
  z.object({ kind: z.literal('voice'), at: saidAtSchema.nullable(), felt: mood }),
  z.object({ kind: z.literal('map-off'), activity }),
  z.object({ kind: z.literal('map-promise'), promise: stepId, is: z.enum(['kept', 'late', 'waiting']) }),
  z.object({
    kind: z.literal('map-fact'),
    fact: z.enum(['goal', 'failed', 'left', 'open', 'as-promised', 'as-planned', 'returning', 'tried']),
    is: z.boolean(),
  }),
]);

export const peopleInput = z.object({
  behind: behindSchema.default({ kind: 'all' }),
  search: z.string().min(1).max(200).nullable().default(null),
  sort: z.enum(['recent', 'events', 'longest', 'unhappy']).default('recent'),
  limit: z.number().int().min(1).max(1000).default(50),
  offset: z.number().int().min(0).max(1_000_000).default(0),
});

const timeZone = z.string().min(1).max(64).default('UTC');

/** `comments`: newest ones a place, contact details masked. */
export const journeyMapInput = z.object({ comments: z.number().int().min(0).max(3).default(3) });
export const journeyGapsInput = z.object({ limit: z.number().int().min(1).max(1000).default(200), timeZone });
export const journeyDaysInput = z.object({ timeZone });

const at = saidAtSchema.nullable().default(null);

export const feedbackInput = z.object({
  at,
  period: z.enum(['day', 'week', 'month']).default('week'),
  timeZone,
});
export const commentsInput = z.object({
  at,
  felt: z.enum(['unhappy', 'neutral', 'happy', 'none']).nullable().default(null),
  theme: z.string().min(1).max(60).nullable().default(null),
  phrase: z.string().min(1).max(200).nullable().default(null),
  cursor: z.string().min(1).max(300).nullable().default(null),
  limit: z.number().int().min(1).max(100).default(20),
});
export const phrasesInput = z.object({
  at,
  felt: mood.nullable().default(null),
  limit: z.number().int().min(1).max(50).default(12),
});
export const themesInput = z.object({ at, quotes: z.number().int().min(0).max(5).default(3) });
export const silentInput = z.object({ at: saidAtSchema });
export const praiseInput = z.object({ limit: z.number().int().min(1).max(20).default(3) });
export const journeySeriesInput = z.object({ timeZone });
export const seriesInput = z.object({
  activity: activity.nullable().default(null),
  channel: z.string().min(1).max(200).nullable().default(null),
  period: z.enum(['hour', 'day']).default('day'),
  timeZone,
});
