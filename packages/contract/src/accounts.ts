import { z } from 'zod';
import { PURPOSES, ROLES } from './roles.ts';

export const roleSchema = z.enum(ROLES);

/** Characters; there are no rules on their kind. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** Fewer people than this behind a number are listed for operators only. */
export const SMALL_GROUP = 5;

const login = z.string().trim().min(1).max(200);
const name = z.string().trim().min(1).max(100);
// Its strength is judged by the server, so that the page can say which rule it breaks.
const password = z.string().min(1).max(1000);
const secret = z.string().min(1).max(200);

export const loginSchema = z.object({ login, password });
export const firstAdminSchema = z.object({ token: secret.nullable().default(null), login, name, password });
export const lookInvitationSchema = z.object({ token: secret });
/** `account` null: join with the account that is signed in. */
export const acceptInvitationSchema = z.object({
  token: secret,
  account: z.object({ login, name, password }).nullable().default(null),
});
export const changeRoleSchema = z.object({ role: roleSchema });
export const inviteSchema = z.object({ role: roleSchema, label: z.string().trim().max(100).default('') });
export const passwordSchema = z.object({ current: password, next: password });
export const makeTokenSchema = z.object({ name, role: roleSchema });
export const revealSchema = z.object({ purpose: z.enum(PURPOSES) });

/**
 * Who is asking. `open`: no accounts exist and everybody on this machine may do everything; `first-admin`: none exist and
 * only the first admin's link works; `login`: nobody is signed in; `account`: somebody is; `terminal`: the command line of
 * this machine.
 */
export const sessionSchema = z.object({
  mode: z.enum(['open', 'first-admin', 'login', 'account', 'terminal']),
  user: z.object({ id: z.number(), login: z.string(), name: z.string() }).nullable(),
  /** In the workspace that is looked at; null without one. */
  role: roleSchema.nullable(),
  workspaces: z.array(z.object({ slug: z.string(), name: z.string(), role: roleSchema })),
  /** Sent back as `continuo-csrf` with every change; null when no cookie is used. */
  csrf: z.string().nullable(),
});
export type Session = z.output<typeof sessionSchema>;

export const memberSchema = z.object({
  id: z.number(),
  login: z.string(),
  name: z.string(),
  role: roleSchema,
  sinceMs: z.number(),
  /** The only admin: can neither be removed nor become something else. */
  isLastAdmin: z.boolean(),
});
export type Member = z.output<typeof memberSchema>;

export const invitationSchema = z.object({
  id: z.number(),
  role: roleSchema,
  /** For whom, in the words of the admin; may be empty. */
  label: z.string(),
  createdMs: z.number(),
  expiresMs: z.number(),
});
export type Invitation = z.output<typeof invitationSchema>;

/** The only answer that ever holds the link's secret. */
export const madeInvitationSchema = invitationSchema.extend({ token: z.string() });

export const lookedInvitationSchema = z.object({
  workspace: z.string(),
  role: roleSchema,
  expiresMs: z.number(),
});

export const signedInSchema = z.object({
  id: z.number(),
  /** Browser and system, as far as they tell. */
  agent: z.string(),
  createdMs: z.number(),
  seenMs: z.number(),
  isThis: z.boolean(),
});
export type SignedIn = z.output<typeof signedInSchema>;

export const tokenSchema = z.object({
  id: z.number(),
  name: z.string(),
  role: roleSchema,
  createdMs: z.number(),
  usedMs: z.number().nullable(),
});
export type Token = z.output<typeof tokenSchema>;

/** The only answer that ever holds the token itself. */
export const madeTokenSchema = tokenSchema.extend({ token: z.string() });

export const auditEntrySchema = z.object({
  id: z.number(),
  atMs: z.number(),
  /** For instance `user 3`, `user 3 token 5`, `this machine`, `terminal`. */
  actor: z.string(),
  /** Name of the account behind the actor; null when it is none. */
  name: z.string().nullable(),
  action: z.string(),
  thing: z.string(),
  details: z.record(z.string(), z.json()),
});
export type AuditEntryShown = z.output<typeof auditEntrySchema>;

export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** Every kind of action that occurs, for the filter. */
  actions: z.array(z.string()),
  /** Pass as `before` for the next page; null at the end. */
  next: z.number().nullable(),
});

/** Whether the chain of entries is whole. `head` is the fingerprint of the newest: kept elsewhere, it also shows a rewritten log. */
export const auditCheckSchema = z.object({
  isWhole: z.boolean(),
  entries: z.number(),
  /** First entry that was changed, removed or moved; null when whole. */
  brokenAt: z.number().nullable(),
  head: z.string(),
});

export const revealedSchema = z.object({
  person: z.string(),
  identities: z.array(z.object({ kind: z.string(), value: z.string() })),
});
