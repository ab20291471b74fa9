import { z } from 'zod';
import { journeyKeySchema } from './journey-contract.ts';

const day = z.iso.date();
const team = z.string().trim().min(1).max(200);

/** Whom a letter is about: everything, one map, or what one team answers for. */
export const letterScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workspace') }),
  z.strictObject({ kind: z.literal('journey'), key: journeyKeySchema }),
  z.strictObject({ kind: z.literal('team'), key: team }),
]);
export type LetterScope = z.output<typeof letterScopeSchema>;

export const letterPartSchema = z.object({
  kind: z.enum(['story', 'worse', 'better', 'loved', 'late', 'decision']),
  /** "One story". */
  heading: z.string(),
  /** The sentence that counts; of a story and of praise in a customer's words. */
  text: z.string(),
  detail: z.string(),
  /** Null: nobody is named, or it needs nobody. */
  owner: z.string().nullable(),
  next: z.string(),
  /** Page it leads to, below `/w/<workspace>`; null: none. */
  path: z.string().nullable(),
});
export type LetterPart = z.output<typeof letterPartSchema>;

/** A finished letter: no names, and no group of fewer than five customers. */
export const letterSchema = z.object({
  /** The Monday it was made for, `YYYY-MM-DD`. */
  week: day,
  scope: letterScopeSchema,
  /** What the scope is called: name of the workspace, title of the map, name of the team. */
  about: z.string(),
  title: z.string(),
  lead: z.string(),
  parts: z.array(letterPartSchema),
  /** Up to when things had arrived, in words. */
  foot: z.string(),
  workspace: z.string(),
  madeMs: z.number(),
});
export type Letter = z.output<typeof letterSchema>;

export const letterEntrySchema = z.object({
  week: day,
  scope: letterScopeSchema,
  about: z.string(),
  title: z.string(),
  madeMs: z.number(),
});
export type LetterEntry = z.output<typeof letterEntrySchema>;

export const letterSubscriptionSchema = z.object({
  id: z.number().int(),
  address: z.string(),
  scope: letterScopeSchema,
  about: z.string(),
  sinceMs: z.number(),
});
export type LetterSubscription = z.output<typeof letterSubscriptionSchema>;

export const lettersSchema = z.object({
  /** Newest first; of a week that of everything first. */
  letters: z.array(letterEntrySchema),
  /** When the next ones are made, ms; null: not before there is data. */
  nextMs: z.number().nullable(),
  timeZone: z.string(),
  /** Whom a letter can be about. */
  scopes: z.array(z.object({ scope: letterScopeSchema, about: z.string() })),
  /** Only for those who may see addresses (editors). */
  subscriptions: z.array(letterSubscriptionSchema),
  /** A mail server is set; else letters wait in the outbox. */
  hasMail: z.boolean(),
});
export type Letters = z.output<typeof lettersSchema>;

export const subscribeLetterSchema = z.strictObject({ address: z.email().max(320), scope: letterScopeSchema });

export const LETTER_FORMATS = ['md', 'txt', 'html', 'pdf', 'json'] as const;

export const teamCardTouchpointSchema = z.object({
  journey: z.string(),
  journeyTitle: z.string(),
  step: z.string(),
  title: z.string(),
  status: z.enum(['good', 'alert', 'none']),
  /** "goes well", "hurts", "not known". */
  words: z.string(),
  /** "443 of 640 customers had it; 171 were hurt here". */
  got: z.string(),
  voices: z.object({ unhappy: z.number().int(), neutral: z.number().int(), happy: z.number().int() }),
  /** "11 of 14 unhappy"; "nobody answered". */
  felt: z.string(),
});

/** What a team touches, on one page; no names. */
export const teamCardSchema = z.object({
  team: z.string(),
  workspace: z.string(),
  touchpoints: z.array(teamCardTouchpointSchema),
  loved: z.string().nullable(),
  mend: z.string().nullable(),
  /** What colleagues say stops them: shown from eleven answers on, in groups of eleven, in no order. */
  staff: z.object({ answers: z.array(z.string()), says: z.string() }),
  /** Where colleagues answer, and the same as a picture (SVG). */
  link: z.string(),
  qr: z.string(),
  dataUpTo: z.string(),
});
export type TeamCard = z.output<typeof teamCardSchema>;

export const teamsSchema = z.array(z.object({ team: z.string(), touchpoints: z.number().int() }));
