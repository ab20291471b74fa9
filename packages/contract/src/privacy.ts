import { z } from 'zod';

export const switchesSchema = z.strictObject({
  /** Off: comments, quotes, phrases and themes are in no reply; counts stay. */
  freeText: z.boolean(),
  /** Off: stories, lists of people and what is known of one person are refused; counts stay. */
  personLevel: z.boolean(),
});

/** Why is kept in the audit log. */
export const setSwitchesSchema = switchesSchema.extend({ reason: z.string().trim().min(3).max(200) });

/** One kind of data that is held. `many`: how many rows of it this workspace has now; null where they are not counted. */
export const heldSchema = z.object({
  id: z.string(),
  what: z.string(),
  why: z.string(),
  /** How long, in words. */
  until: z.string(),
  /** Who sees it, in words. */
  seenBy: z.string(),
  /** `customers`, `staff`, `both` or `nobody`: whose personal data it is. */
  about: z.enum(['customers', 'staff', 'both', 'nobody']),
  many: z.number().nullable(),
  fields: z.array(z.object({ name: z.string(), what: z.string() })),
});
export type Held = z.output<typeof heldSchema>;

export const staffRuleSchema = z.object({ says: z.string(), how: z.string() });

export const privacySchema = z.object({
  switches: switchesSchema,
  held: z.array(heldSchema),
  /** What this system can show about employees, and what it cannot. */
  staff: z.object({
    shows: z.array(staffRuleSchema),
    never: z.array(staffRuleSchema),
  }),
  /** Whoever receives data because the operator set it up. */
  outside: z.array(z.object({ who: z.string(), what: z.string() })),
});
export type Privacy = z.output<typeof privacySchema>;
