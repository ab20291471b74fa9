import { MEASURED_ANSWERS, MEASURED_CALLBACKS, MEASURED_MAP_FACTS, MEASURED_STEP_FACTS } from '@continuo/core';
import { z } from 'zod';
import { journeyKeySchema } from './journey-contract.ts';
import { filterSchema } from './scope.ts';

const activity = z.string().min(1).max(500);
const instant = z.number().int();

export const measuredSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('events'),
    activity: activity.nullable(),
    channel: z.string().min(1).max(200).nullable(),
  }),
  z.strictObject({
    kind: z.literal('answers'),
    activity: activity.nullable(),
    which: z.enum(MEASURED_ANSWERS).default('unhappy'),
  }),
  z.strictObject({ kind: z.literal('map'), journey: journeyKeySchema, fact: z.enum(MEASURED_MAP_FACTS) }),
  z.strictObject({
    kind: z.literal('step'),
    journey: journeyKeySchema,
    step: z.string().min(1).max(200),
    which: z.enum(MEASURED_STEP_FACTS),
  }),
  z.strictObject({ kind: z.literal('callbacks'), which: z.enum(MEASURED_CALLBACKS) }),
  z.strictObject({ kind: z.literal('source'), source: z.number().int().min(1) }),
  z.strictObject({ kind: z.literal('arrivals') }),
]);

const how = z.enum(['unusual', 'missing']);
const side = z.enum(['more', 'fewer']);
const speaksOf = z.enum(['more', 'fewer', 'both']);
const state = z.enum(['learning', 'fine', 'open', 'no-data']);

/** Who is told, and where; the page is told always. */
const tells = {
  owner: z.string().trim().max(200),
  mails: z.array(z.email().max(320)).max(20),
  /** By the webhooks of the workspace that want `alert.opened` or `alert.closed`. */
  hasWebhook: z.boolean(),
};

/** What is asked of a watch. */
const asked = {
  measured: measuredSchema,
  filters: z.array(filterSchema).max(20).default([]),
  how: how.default('unusual'),
  period: z.enum(['day', 'week']).default('day'),
  /** Left out: the side that harms. */
  speaksOf: speaksOf.optional(),
  /** First day of what is usual, `YYYY-MM-DD`; left out: four weeks before the 90 days that are looked back on. */
  learnFrom: z.iso.date().nullable().default(null),
};

export const previewWatchSchema = z.strictObject(asked);
export const makeWatchSchema = z.strictObject({
  ...asked,
  name: z.string().trim().min(1).max(200).optional(),
  owner: tells.owner.default(''),
  mails: tells.mails.default([]),
  hasWebhook: tells.hasWebhook.default(false),
});
export const changeWatchSchema = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  owner: tells.owner.optional(),
  mails: tells.mails.optional(),
  hasWebhook: tells.hasWebhook.optional(),
  speaksOf: speaksOf.optional(),
  /** Null: no longer. */
  mutedUntilMs: instant.nullable().optional(),
});
export const relearnWatchSchema = z.strictObject({ learnFrom: z.iso.date() });

/** One day, week or hour with what was usual then. Counts, or shares where `of` is not null. */
const chartPointSchema = z.object({
  fromMs: instant,
  n: z.number(),
  of: z.number().nullable(),
  /** Usual range; null: it was still learning, or these days are what it learnt from. */
  usual: z.object({ centre: z.number(), lo: z.number(), hi: z.number() }).nullable(),
  saw: z.enum(['learnt', 'usual', 'beyond', 'run', 'silent', 'few']),
});
export const watchChartSchema = z.object({
  period: z.enum(['day', 'week', 'hour']),
  isShare: z.boolean(),
  points: z.array(chartPointSchema),
  /** What is usual was learnt from here; null: still learning. */
  learnt: z.object({ fromMs: instant, toMs: instant, points: z.number() }).nullable(),
});

const learntSchema = z.object({ have: z.number(), need: z.number() });
const episodeSchema = z.object({
  side,
  sinceMs: instant,
  spokenMs: instant,
  closedMs: instant.nullable(),
});

export const previewSchema = z.object({
  name: z.string(),
  speaksOf,
  canBeMissing: z.boolean(),
  state,
  learnt: learntSchema,
  chart: watchChartSchema,
  /** How long was looked back on, and when it would have spoken. */
  lookedBack: z.object({ fromMs: instant, days: z.number() }).nullable(),
  episodes: z.array(episodeSchema),
});

export const watchSchema = z.object({
  id: z.number(),
  name: z.string(),
  measured: measuredSchema,
  filters: z.array(filterSchema),
  how,
  period: z.enum(['day', 'week', 'hour']),
  speaksOf,
  ...tells,
  mutedUntilMs: instant.nullable(),
  state,
  learnt: learntSchema,
  /** While there is no data: names of the silent sources; empty: nothing comes from anywhere. */
  silent: z.array(z.string()),
  /** End of the last period that was judged; null: none yet. */
  judgedToMs: instant.nullable(),
  /** Its open alert. */
  alert: z.number().nullable(),
  madeBy: z.string(),
  madeMs: instant,
});

const figureSchema = z.object({
  n: z.number(),
  of: z.number().nullable(),
  usual: z.object({ centre: z.number(), lo: z.number(), hi: z.number() }),
});
const logSchema = z.object({
  atMs: instant,
  actor: z.string(),
  kind: z.enum(['opened', 'closed', 'acknowledged', 'comment', 'muted', 'unmuted']),
  note: z.string(),
});
export const alertSchema = z.object({
  id: z.number(),
  watch: z.number(),
  name: z.string(),
  measured: measuredSchema,
  filters: z.array(filterSchema),
  how,
  period: z.enum(['day', 'week', 'hour']),
  owner: z.string(),
  side,
  /** First unusual period, the one in which it was noticed, and the end of the last one looked at. */
  sinceMs: instant,
  noticedMs: instant,
  lookedToMs: instant,
  closedMs: instant.nullable(),
  /** How many periods it has been unusual. */
  periods: z.number(),
  /** When it was noticed and now (or at the end). */
  first: figureSchema,
  last: figureSchema,
  /** In words, for pages and messages. */
  says: z.string(),
  acknowledged: z.object({ by: z.string(), atMs: instant }).nullable(),
  mutedUntilMs: instant.nullable(),
});
export const wholeAlertSchema = alertSchema.extend({ log: z.array(logSchema), chart: watchChartSchema });
/** What changed at the same time. Counts only: none of it is said to be the cause. */
export const alertBesideSchema = z.object({
  /** The days of the alert, and those before it that they are held against. */
  range: z.object({ fromMs: instant, toMs: instant }),
  before: z.object({ fromMs: instant, toMs: instant }),
  /** Groups of customers among whom most of it lies; the largest first. */
  groups: z.array(z.object({ attribute: z.string(), value: z.string(), says: z.string() })),
  /** How many properties of customers were looked at; 0: none is declared, or none can be. */
  looked: z.number().int(),
  /** Other steps of the map that hurt more customers than before. */
  steps: z.array(z.object({ journey: z.string(), step: z.string(), title: z.string(), says: z.string() })),
  /** Other watches that spoke within three days. */
  alerts: z.array(z.object({ id: z.number(), name: z.string(), sinceMs: instant })),
});
export const alertsSchema = z.object({
  open: z.array(alertSchema),
  /** Closed ones, newest first; at most 100. */
  past: z.array(alertSchema),
});
export const actOnAlertSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('acknowledge') }),
  z.strictObject({ kind: z.literal('comment'), note: z.string().trim().min(1).max(4000) }),
  z.strictObject({ kind: z.literal('mute'), untilMs: instant }),
  z.strictObject({ kind: z.literal('unmute') }),
]);

export type WatchChart = z.output<typeof watchChartSchema>;
export type WatchPreview = z.output<typeof previewSchema>;
export type Watch = z.output<typeof watchSchema>;
export type Alert = z.output<typeof alertSchema>;
export type WholeAlert = z.output<typeof wholeAlertSchema>;
export type AlertBeside = z.output<typeof alertBesideSchema>;
export type Alerts = z.output<typeof alertsSchema>;
export type ActOnAlert = z.output<typeof actOnAlertSchema>;
