import { ALL_TIME } from '@continuo/core';
import { z } from 'zod';
import { journeyKeySchema } from './journey-contract.ts';

const activity = z.string().min(1).max(500);

export const filterSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('attribute'),
    attribute: z.string().min(1).max(200),
    values: z.array(z.string().max(1000)).min(1).max(200),
  }),
  z.object({ kind: z.literal('passes'), activity, is: z.boolean() }),
  z.object({ kind: z.literal('starts'), activity }),
  z.object({ kind: z.literal('ends'), activity }),
  z.object({ kind: z.literal('channel'), channel: z.string().min(1).max(200) }),
]);

/** Which version judges: the one in force when each passage began, one of them for all, or the draft. */
export const judgedBySchema = z.union([z.literal('in-force'), z.literal('draft'), z.number().int().min(1)]);

export const journeyScopeSchema = z.object({
  key: journeyKeySchema,
  judgedBy: judgedBySchema.default('in-force'),
});

/** What a caller may say about the scope. The workspace is never among it: it comes from the credential. */
export const scopeSchema = z
  .object({
    range: z
      .object({ fromMs: z.number().int().min(0), toMs: z.number().int().max(ALL_TIME.toMs) })
      .refine((range) => range.fromMs < range.toMs, 'the range must end after it begins')
      .default(ALL_TIME),
    unit: z.enum(['person', 'case', 'gap', 'journey']).default('person'),
    gapMs: z.number().int().min(1000).nullable().default(null),
    activities: z.array(activity).min(1).max(500).nullable().default(null),
    /** Only for unit `journey`, which needs it. */
    journey: journeyScopeSchema.nullable().default(null),
    filters: z.array(filterSchema).max(20).default([]),
  })
  .refine(
    (scope) => (scope.unit === 'journey') === (scope.journey !== null),
    'unit `journey` and the field `journey` belong together',
  );
export type ScopeInput = z.input<typeof scopeSchema>;
