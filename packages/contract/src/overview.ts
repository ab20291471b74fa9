import { z } from 'zod';

/** What the app needs to know before it can ask anything. */
export const overviewSchema = z.object({
  version: z.string(),
  workspace: z.object({
    id: z.number(),
    slug: z.string(),
    name: z.string(),
    timeZone: z.string(),
    isDemo: z.boolean(),
  }),
  engine: z.enum(['chdb', 'clickhouse', 'cluster']),
  /** Events of complete sources. */
  events: z.number(),
  firstMs: z.number().nullable(),
  lastMs: z.number().nullable(),
  dataAsOfMs: z.number().nullable(),
  hasCases: z.boolean(),
  /** What one case is called, for instance `booking`; null when nobody said. */
  caseName: z.string().nullable(),
  /** Declared properties with their values, most frequent first. */
  attributes: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  /** Suggested inactivity gap, ms, and how it was found; null when the data do not say. */
  suggestedGap: z.object({ gapMs: z.number(), method: z.string() }).nullable(),
  checklist: z.object({ hasData: z.boolean(), hasOwnData: z.boolean(), sawGraph: z.boolean(), readStory: z.boolean() }),
});
export type Overview = z.output<typeof overviewSchema>;
