import type { JourneyContract } from '@continuo/core';
import { z } from 'zod';
import { journeyContractSchema, journeyIdSchema, journeyKeySchema, matcherSchema } from './journey-contract.ts';
import { editSchema } from './journey-edits.ts';
import { scopeSchema } from './scope.ts';

/** A whole map in a body or a reply. */
export const wholeJourneySchema = journeyContractSchema as unknown as z.ZodType<JourneyContract, JourneyContract>;

/** Forms in which a map is read and written as a file. */
export const JOURNEY_FORMATS = ['yaml', 'json', 'ojf', 'csv', 'xlsx', 'mermaid'] as const;
export type JourneyFormat = (typeof JOURNEY_FORMATS)[number];
/** `tsv` is what a spreadsheet puts on the clipboard. */
export const JOURNEY_IMPORT_FORMATS = [...JOURNEY_FORMATS, 'tsv'] as const;

/** How far the numbers of a judging are. `progress` 0 … 1; null: it waits, or nothing is to be done. */
export const judgingSchema = z.object({
  isReady: z.boolean(),
  progress: z.number().nullable(),
  /** Why it could not be made, in words; null: nothing failed. */
  error: z.string().nullable(),
});
export type Judging = z.output<typeof judgingSchema>;

export const journeyVersionSchema = z.object({
  version: z.number().int(),
  note: z.string(),
  actor: z.string(),
  publishedMs: z.number(),
  /** Passages that begin from here on are judged by it; null: from the beginning of time. */
  fromMs: z.number().nullable(),
  /** … up to here; null: it is the newest. */
  toMs: z.number().nullable(),
});
export type JourneyVersion = z.output<typeof journeyVersionSchema>;

/** A journey in a list: what the atlas and the list of maps show. Fields of the map are those of the draft. */
export const journeyEntrySchema = z.object({
  key: z.string(),
  title: z.string(),
  level: z.enum(['lifecycle', 'journey', 'sub-journey']),
  parent: z.string().nullable(),
  leadsTo: z.array(z.string()),
  meantFor: z.array(z.string()),
  brand: z.string().nullable(),
  country: z.string().nullable(),
  partner: z.string().nullable(),
  owner: z.string().nullable(),
  review: z.object({ everyDays: z.number(), nextDay: z.string().nullable() }).nullable(),
  status: z.enum(['draft', 'live', 'retired']),
  steps: z.number().int(),
  /** Steps with a matcher of their own or of their touchpoint. */
  connected: z.number().int(),
  /** Names of the events that its steps look for. */
  events: z.array(z.string()),
  /** Newest published version; null: only a draft. */
  version: z.number().int().nullable(),
  /** The draft is not the same as the newest version. */
  hasChanges: z.boolean(),
  createdMs: z.number(),
  updatedMs: z.number(),
  judging: judgingSchema,
});
export type JourneyEntry = z.output<typeof journeyEntrySchema>;

/** How a journey stands, over all time and everybody: by the worst of its five facts. */
export const journeyStandingSchema = z.object({
  key: z.string(),
  status: z.enum(['good', 'alert', 'none']),
  /** "hurts · as promised", "goes well", "not known", "being counted", "not connected". */
  words: z.string(),
  /** False: there are no numbers, or not yet; `words` says why. */
  isCounted: z.boolean(),
});
export type JourneyStanding = z.output<typeof journeyStandingSchema>;

export const journeySchema = journeyEntrySchema.extend({
  draft: wholeJourneySchema,
  /** Number of the last edit in the draft. */
  seq: z.number().int(),
  /** Newest first. */
  versions: z.array(journeyVersionSchema),
});
export type Journey = z.output<typeof journeySchema>;

/** A file in a body: text, or base64 of its bytes for spreadsheets. */
const fileFields = {
  format: z.enum(JOURNEY_IMPORT_FORMATS),
  text: z.string().max(8_000_000),
  encoding: z.enum(['text', 'base64']).default('text'),
};
const newTitle = z.string().trim().min(1).max(300);

export const makeJourneySchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('blank'), title: newTitle, key: journeyKeySchema.optional() }),
  z.strictObject({
    from: z.literal('starter'),
    starter: z.string().min(1).max(60),
    title: newTitle.optional(),
    key: journeyKeySchema.optional(),
  }),
  z.strictObject({ from: z.literal('file'), ...fileFields, key: journeyKeySchema.optional() }),
  z.strictObject({ from: z.literal('contract'), contract: wholeJourneySchema, key: journeyKeySchema.optional() }),
]);

export const editsSchema = z.strictObject({
  /** The editor that sends them: its own edits come back to it by this name. */
  client: z.string().min(1).max(64),
  /** The last edit that the editor had seen. Only for the reply: nothing is refused for being late. */
  seq: z.number().int().min(0),
  edits: z.array(editSchema).min(1).max(500),
});

export const loggedEditSchema = z.object({
  seq: z.number().int(),
  atMs: z.number(),
  actor: z.string(),
  client: z.string(),
  edit: editSchema,
});
export type LoggedEdit = z.output<typeof loggedEditSchema>;

/** The draft after the edits, which are its newest; `since` holds those of others that the sender had not seen. */
export const editedSchema = z.object({
  seq: z.number().int(),
  draft: wholeJourneySchema,
  since: z.array(loggedEditSchema),
});

/** Where somebody looks: a step, a stage, a cell; null: somewhere on the map. */
export const presenceSchema = z.strictObject({
  client: z.string().min(1).max(64),
  at: z.string().max(200).nullable(),
  isLeaving: z.boolean().default(false),
});
export const presentSchema = z.object({ client: z.string(), name: z.string(), at: z.string().nullable() });
export type Present = z.output<typeof presentSchema>;

/** What `GET /journeys/:key/live` sends as `data:` lines; the event's name is its `kind`. */
export type LiveMessage =
  | { readonly kind: 'hello'; readonly seq: number; readonly present: readonly Present[] }
  | { readonly kind: 'edits'; readonly edits: readonly LoggedEdit[] }
  | { readonly kind: 'presence'; readonly present: readonly Present[] }
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'judging'; readonly judgedBy: 'in-force' | 'draft' | number; readonly judging: Judging }
  | { readonly kind: 'removed' };

export const publishSchema = z.strictObject({
  note: z.string().trim().max(2000).default(''),
  /** When it comes into force; left out: now, and for the first version the beginning of time. Must be after that of the version before. */
  fromMs: z.number().int().min(0).nullable().optional(),
});

/** One thing that a check found, as `checkContract` of the map's files says it. */
export const journeyFindingSchema = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  code: z.string(),
  /** Where, from the top: `stages › Get it › I pay`; empty: the whole map. */
  path: z.string(),
  /** Id of the stage, group, step, lane, promise or rule that is meant; null: the whole map. */
  id: z.string().nullable(),
  words: z.string(),
  /** What to do about it. */
  todo: z.string(),
});
export const journeyCheckSchema = z.object({ canPublish: z.boolean(), findings: z.array(journeyFindingSchema) });
export type JourneyCheck = z.output<typeof journeyCheckSchema>;

export const putFileSchema = z.strictObject({ ...fileFields, publish: publishSchema.optional() });

export const starterSchema = z.object({
  /** By which `POST /journeys` knows it; also the key of its map. */
  key: z.string(),
  title: z.string(),
  steps: z.number().int(),
  contract: wholeJourneySchema,
});

export const seenEventSchema = z.object({
  name: z.string(),
  events: z.number(),
  people: z.number(),
  channels: z.array(z.object({ channel: z.string(), events: z.number() })),
  firstMs: z.number(),
  lastMs: z.number(),
  /** Where in people's lives it stands on average: 0 first, 1 last. */
  meanPosition: z.number(),
  /** Up to three newest payloads, contact details masked. */
  samples: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});
export type SeenEvent = z.output<typeof seenEventSchema>;

/** Matchers to try on the last 100 people before they are kept. */
export const testMatchesSchema = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        step: journeyIdSchema,
        matchers: z.array(matcherSchema).max(50),
        failures: z.array(matcherSchema).max(50).default([]),
      }),
    )
    .max(300),
});
export const testedMatchesSchema = z.object({
  /** People looked at: the last 100 that something happened to, fewer when there are fewer. */
  people: z.number().int(),
  /** Of them, with at least one event on a step. */
  matched: z.number().int(),
  events: z.number().int(),
  matchedEvents: z.number().int(),
  steps: z.array(
    z.object({ step: z.string(), people: z.number().int(), events: z.number().int(), failed: z.number().int() }),
  ),
  /** The commonest events of theirs that are no step. */
  others: z.array(z.object({ name: z.string(), people: z.number().int(), events: z.number().int() })),
});
export type TestedMatches = z.output<typeof testedMatchesSchema>;

export const suggestedMatchSchema = z.object({
  step: z.string(),
  candidates: z.array(z.object({ event: z.string(), confidence: z.number(), reasons: z.array(z.string()) })),
});

export const draftFromDataSchema = z.strictObject({
  key: journeyKeySchema.default('draft-from-data'),
  title: newTitle.default('I do what customers do'),
  scope: scopeSchema.prefault({}),
  /** Share of the journeys whose routes are kept, the commonest first. */
  share: z.number().min(0.01).max(1).default(0.8),
});
export const draftedSchema = z.object({
  contract: wholeJourneySchema,
  runs: z.number(),
  /** Journeys whose routes were kept. */
  kept: z.number(),
  /** By block or step id: how often it came out the same when customers were drawn anew, 0 … 1. */
  stability: z.record(z.string(), z.number()),
  /** By step id: people who did it. */
  people: z.record(z.string(), z.number()),
});

export const GAP_ACTIONS = ['watch', 'dismiss', 'accept', 'clear'] as const;
export const markGapSchema = z.strictObject({
  action: z.enum(GAP_ACTIONS),
  /** Why; needed to dismiss. */
  reason: z.string().trim().max(2000).default(''),
  /** Of `not-on-map`: the step after which it happens most; of `late`: how long 9 of 10 take, ms. What the page shows. */
  after: journeyIdSchema.nullable().default(null),
  nineOfTenMs: z.number().int().min(1).nullable().default(null),
});
export const gapMarkSchema = z.object({
  gap: z.string(),
  action: z.enum(['watch', 'dismiss', 'accept']),
  reason: z.string(),
  actor: z.string(),
  atMs: z.number(),
});
export type GapMark = z.output<typeof gapMarkSchema>;
export const markedGapSchema = z.object({
  marks: z.array(gapMarkSchema),
  /** Of `accept`: what would make the map say so; nothing is changed until it is sent as edits. */
  edits: z.array(editSchema),
});
