import { z } from 'zod';

export const FORMATS = ['csv', 'tsv', 'xlsx', 'ndjson', 'xes', 'ocel'] as const;
export type ImportFormat = (typeof FORMATS)[number];

export const SCALES = ['0-10', '1-5', '1-7', '1-10', '0-100', '-1-1'] as const;

/** Where each part of an event stands in the file. Column names as in the header; XES and OCEL use their own key names. */
export const mappingSchema = z.object({
  /** Who it happened to; null: the case is the person. */
  person: z.string().nullable(),
  caseKey: z.string().nullable(),
  /** What happened; null: every row is the activity named in `activityName`. */
  activity: z.string().nullable(),
  activityName: z.string().max(500).nullable().default(null),
  time: z.string(),
  channel: z.string().nullable(),
  score: z.string().nullable(),
  scale: z.enum(SCALES).nullable(),
  text: z.string().nullable(),
  messageId: z.string().nullable().default(null),
  /** Columns kept as properties; null: all that are not used otherwise. */
  properties: z.array(z.string()).nullable().default(null),
  /** IANA zone for times without offset; null: that of the workspace. */
  timeZone: z.string().nullable().default(null),
  /** How to read the time: `iso`, `epoch-s`, `epoch-ms`, or a pattern such as `dd/MM/yyyy HH:mm:ss`. */
  timeFormat: z.string().default('iso'),
  /** Keep only events with this lifecycle transition; null: all. */
  lifecycle: z.object({ column: z.string(), keep: z.string() }).nullable().default(null),
  /** Keep only activities with this prefix; null: all. */
  activityPrefix: z.string().nullable().default(null),
  /** OCEL: the object type whose objects become the cases. */
  objectType: z.string().nullable().default(null),
});
export type Mapping = z.output<typeof mappingSchema>;

/** One guessed field with how sure we are, 0 … 1, and why in a few words. */
export const guessSchema = z.object({
  field: z.string(),
  column: z.string().nullable(),
  confidence: z.number(),
  reason: z.string(),
});

/** What was found out about a file before anything is imported. */
export const previewSchema = z.object({
  format: z.enum(FORMATS),
  /** Recognised export, for instance `Qualtrics responses`; null when none. */
  recognised: z.string().nullable(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  objectTypes: z.array(z.string()),
  mapping: mappingSchema,
  guesses: z.array(guessSchema),
  warnings: z.array(z.string()),
});
export type Preview = z.output<typeof previewSchema>;

/** Five whole timelines made with a mapping: the best proof that ids and times are right. */
export const dryRunSchema = z.object({
  timelines: z.array(
    z.object({
      person: z.string(),
      caseKey: z.string(),
      moments: z.array(
        z.object({
          timeMs: z.number(),
          activity: z.string(),
          channel: z.string(),
          score: z.number().nullable(),
          text: z.string(),
        }),
      ),
    }),
  ),
  rowsRead: z.number(),
  rejected: z.number(),
  rejects: z.array(z.object({ line: z.number(), reason: z.string() })),
});
export type DryRun = z.output<typeof dryRunSchema>;

export const IMPORT_STATUSES = ['draft', 'waiting', 'running', 'building', 'done', 'failed', 'cancelled'] as const;

export const importSchema = z.object({
  id: z.number().int(),
  file: z.string(),
  bytes: z.number(),
  status: z.enum(IMPORT_STATUSES),
  preview: previewSchema.nullable(),
  mapping: mappingSchema.nullable(),
  rowsRead: z.number(),
  /** 0 … 1, by bytes of the file; null before it runs. */
  progress: z.number().nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  eventsStored: z.number(),
  rowsRejected: z.number(),
  hasRejects: z.boolean(),
  /** Counts worth knowing: local times that did not exist, ambiguous ones, … */
  notes: z.array(z.string()),
  error: z.string().nullable(),
  createdMs: z.number(),
  finishedMs: z.number().nullable(),
  /** True when the same file with the same mapping had been imported: nothing changed. */
  unchanged: z.boolean(),
});
export type Import = z.output<typeof importSchema>;
