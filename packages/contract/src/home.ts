import { z } from 'zod';
import { behindSchema } from './questions/inputs.ts';
import { storyPairSchema } from './story.ts';

const count = z.number().int();

/** Where a line of Home leads. */
export const homeLinkSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('gap'), journey: z.string(), gap: z.string() }),
  z.object({ to: z.literal('alert'), id: z.string() }),
  z.object({ to: z.literal('callbacks'), tab: z.enum(['mine', 'past-due', 'unassigned']) }),
  z.object({ to: z.literal('review'), journey: z.string() }),
  z.object({ to: z.literal('draft'), journey: z.string() }),
  z.object({ to: z.literal('journeys') }),
  z.object({ to: z.literal('alerts') }),
]);
export type HomeLink = z.output<typeof homeLinkSchema>;

export const homeWaitingSchema = z.object({
  kind: z.enum(['alert', 'callbacks', 'review', 'draft', 'more']),
  title: z.string(),
  detail: z.string(),
  /** "Answer it". */
  action: z.string(),
  link: homeLinkSchema,
});

/** Something that changed for customers, in finished sentences. */
export const homeChangeSchema = z.object({
  id: z.string(),
  /** Harm ▲, better ✓, another way "+". */
  tone: z.enum(['harm', 'good', 'plus']),
  title: z.string(),
  detail: z.string(),
  /** Null: nobody is named yet. */
  owner: z.string().nullable(),
  next: z.string(),
  link: homeLinkSchema,
  people: count,
  /** Who stands behind `people`: input of the question `people` in the scope of this journey; null: nobody can be listed. */
  behind: z.object({ journey: z.string(), behind: behindSchema }).nullable(),
  /** It was not there when the reader was here last. */
  isNew: z.boolean(),
});
export type HomeChange = z.output<typeof homeChangeSchema>;

/** A moment that customers loved, with the map it lies on; never a person. */
export const lovedSchema = z.object({
  journey: z.string().nullable(),
  /** Step, or what customers did. */
  title: z.string(),
  /** In the customer's words, contact details masked; null: nobody wrote, or free text is switched off. */
  quote: z.string().nullable(),
  happy: count,
  answered: count,
  /** "9 of 11 happy". */
  says: z.string(),
  owner: z.string().nullable(),
});
export type Loved = z.output<typeof lovedSchema>;

const status = z.enum(['good', 'alert', 'none']);

export const homeFactSchema = z.object({
  key: z.enum(['got-it', 'as-promised', 'felt', 'tried', 'steady']),
  label: z.string(),
  status,
  value: z.string(),
  note: z.string(),
  /** Only of `felt`. */
  voices: z.object({ unhappy: count, neutral: count, happy: count }).nullable(),
  behind: behindSchema.nullable(),
});

export const homeJourneySchema = z.object({
  key: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  status,
  /** "hurts · as promised", "goes well", "not connected", "being counted". */
  words: z.string(),
  people: count.nullable(),
  /** Five, or none where nothing can be known yet: `unknown` says why. */
  facts: z.array(homeFactSchema),
  unknown: z.string().nullable(),
  isConnected: z.boolean(),
});
export type HomeJourney = z.output<typeof homeJourneySchema>;

export const homeSchema = z.object({
  /** What is called now, ms: in the demo world time stands still. */
  nowMs: z.number(),
  timeZone: z.string(),
  seen: z.object({
    /** When the reader was here before; null: never. */
    lastMs: z.number().nullable(),
    /** Something was counted anew since then. */
    hasNewData: z.boolean(),
    /** Send `POST /home/seen`: this visit is not noted yet. */
    isNew: z.boolean(),
  }),
  waiting: z.array(homeWaitingSchema),
  changes: z.array(homeChangeSchema),
  loved: z.object({ moments: z.array(lovedSchema), rule: z.string() }),
  /** Null: single customers are switched off. */
  stories: storyPairSchema.nullable(),
  journeys: z.array(homeJourneySchema),
  /** All journeys there are. */
  journeysInAll: count,
  /** Who answered and who did not, in a sentence; empty: nothing can be said. */
  answered: z.string(),
  /** Journeys that are still being counted: ask again in a second. */
  isCounting: z.boolean(),
});
export type Home = z.output<typeof homeSchema>;

/** What was on the page: it is not new the next time. */
export const seenHomeSchema = z.strictObject({ changes: z.array(z.string().min(1).max(700)).max(20) });
