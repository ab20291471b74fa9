import { CALLBACK_STATES, type Cause, PUT_RIGHT } from '@continuo/core';
import { z } from 'zod';
import { callbackTeamSchema as team } from './callback-rules.ts';
import { CALLBACK_TABS, NOTE_KINDS } from './callback-words.ts';
import { journeyIdSchema, journeyKeySchema } from './journey-contract.ts';

const words = z.string().trim().max(4000);
const count = z.number().int();

/** Somebody who works call-backs. `id` 0: whoever sits at this machine, while there are no accounts. */
export const callbackOwnerSchema = z.object({ id: z.number().int().min(0), name: z.string() });

export const causeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), journey: journeyKeySchema, step: journeyIdSchema }),
  z.strictObject({ kind: z.literal('off-map') }),
]) satisfies z.ZodType<Cause>;

/** One line of the list. Names are made up; the `person…` fields are null where the person level is switched off. */
export const callbackEntrySchema = z.object({
  id: count,
  state: z.enum(CALLBACK_STATES),
  person: z.string().nullable(),
  name: z.string(),
  /** Story of the person, for `GET /stories/:run`; null where there is none (any more). */
  story: z.string().nullable(),
  /** What happened, in a few words. */
  what: z.string(),
  /** Why it was opened, for instance `answered 3 of 10`. */
  why: z.string(),
  team: z.string().nullable(),
  owner: callbackOwnerSchema.nullable(),
  openedMs: z.number(),
  dueMs: z.number(),
  /** The promised time is over, and it neither waits nor is closed. */
  isPastDue: z.boolean(),
  waiting: z.object({ for: z.enum(['customer', 'until']), untilMs: z.number().nullable() }).nullable(),
  /** Moments that belong to it: the one that opened it and those that joined. */
  moments: count,
  /** An earlier call-back of the same person was closed less than 90 days before this one opened. */
  again: z.object({ id: count, closedMs: z.number() }).nullable(),
  closedMs: z.number().nullable(),
  putRight: z.enum(PUT_RIGHT).nullable(),
  /** Closed without a cause, counted nowhere: it goes on in another, for two ids turned out to be one person; or its events were removed. */
  withdrawn: z
    .discriminatedUnion('why', [
      z.object({ why: z.literal('merged'), into: count }),
      z.object({ why: z.literal('removed') }),
    ])
    .nullable(),
});
export type CallbackEntry = z.output<typeof callbackEntrySchema>;

export const callbackListSchema = z.object({
  tab: z.enum(CALLBACK_TABS),
  counts: z.record(z.enum(CALLBACK_TABS), count),
  /** Past due first, then by due time; closed ones newest first. */
  items: z.array(callbackEntrySchema),
  /** Pass as `after` for the next page; null at the end. */
  next: z.string().nullable(),
  /** What time it is for this list: words such as "2 h left" are counted from it. In the demo world it stands still. */
  nowMs: z.number(),
  timeZone: z.string(),
  /** True when some rule is on. */
  isOn: z.boolean(),
  /** People for whom a first look at a newly imported history opened none, because they were too many. */
  leftOut: z.object({ people: count, atMs: z.number() }).nullable(),
});
export type CallbackList = z.output<typeof callbackListSchema>;

export const callbackMomentSchema = z.object({
  timeMs: z.number(),
  /** Rule that saw it, or `by-hand`. */
  rule: z.string(),
  why: z.string(),
  what: z.string(),
  channel: z.string(),
  /** In the customer's words, contact details masked; null when none or where free text is switched off. */
  quote: z.string().nullable(),
  /** When its event was found removed with its import; null: it is there. */
  removedMs: z.number().nullable(),
  /** The step it landed on; null: on none. */
  step: z.object({ journey: z.string(), step: z.string(), title: z.string() }).nullable(),
});

/** What happened to a call-back, oldest first. `says` is a finished sentence; `text` what somebody wrote. */
export const callbackLogSchema = z.object({
  atMs: z.number(),
  kind: z.enum([
    'opened',
    'joined',
    'taken',
    'given',
    'noted',
    'waiting',
    'back',
    'late',
    'closed',
    'asked',
    'answered',
    'reopened',
    'merged',
    'removed',
    'withdrawn',
  ]),
  note: z.enum(NOTE_KINDS).nullable(),
  says: z.string(),
  text: z.string(),
  /** Name of the account; null: the system or the customer. */
  by: z.string().nullable(),
});

export const callbackCauseSchema = z.object({
  cause: causeSchema,
  journeyTitle: z.string(),
  title: z.string(),
  owner: z.string().nullable(),
  /** Closed call-backs with this cause, of all times. */
  closed: count,
});

export const callbackSchema = callbackEntrySchema.extend({
  log: z.array(callbackLogSchema),
  momentsSeen: z.array(callbackMomentSchema),
  /** Of a closed one. */
  cause: causeSchema.nullable(),
  action: z.string().nullable(),
  suggestedCause: causeSchema.nullable(),
  /** Every step of every map, and `off-map` at the end: what a cause may be. */
  causes: z.array(callbackCauseSchema),
  /** Actions most often taken, the commonest first. */
  actions: z.array(z.string()),
  ask: z
    .object({
      /** When the customer is, or was, asked. */
      atMs: z.number(),
      /** Sent by mail; else the link must be passed on. Null until it is asked. */
      isMailed: z.boolean().nullable(),
      link: z.string().nullable(),
      answer: z.enum(PUT_RIGHT).nullable(),
      why: z.string().nullable(),
    })
    .nullable(),
  /** One line for whoever speaks to this person next; null when nobody is being helped. */
  line: z.string().nullable(),
  answerDueMs: z.number(),
  answeredMs: z.number().nullable(),
});
export type Callback = z.output<typeof callbackSchema>;
export type CallbackCause = z.output<typeof callbackCauseSchema>;

export const openCallbackSchema = z.object({
  person: z.string().regex(/^\d{1,20}$/),
  why: words.min(1),
  team: team.nullable().default(null),
});
/** `member` null: nobody; left out: unchanged. The same for `team`. */
export const assignCallbacksSchema = z
  .object({
    ids: z.array(count.min(1)).min(1).max(500),
    member: z.number().int().min(0).nullable().optional(),
    team: team.nullable().optional(),
  })
  .refine(({ member, team: to }) => member !== undefined || to !== undefined, 'say who gets them: `member` or `team`');
export const noteCallbackSchema = z.object({ kind: z.enum(NOTE_KINDS), text: words.min(1) });
export const waitCallbackSchema = z
  .object({
    for: z.enum(['customer', 'until']),
    untilMs: z.number().int().min(0).nullable().default(null),
    text: words.default(''),
  })
  .refine(({ for: what, untilMs }) => what === 'customer' || untilMs !== null, '`until` needs a time');
/** `ask`: the customer is asked once whether it is put right, `askAfterHours` later (see the settings). */
export const closeCallbackSchema = z.object({
  cause: causeSchema,
  action: z.string().trim().min(1).max(500),
  note: words.default(''),
  ask: z.boolean().default(true),
});
export const reopenCallbackSchema = z.object({ why: words.min(1) });

export const assigneesSchema = z.object({
  members: z.array(callbackOwnerSchema),
  /** Owners named on maps and by rules, by name. */
  teams: z.array(z.string()),
  /** Who is asking: 0 while there are no accounts. */
  me: z.number(),
});

/** Counts of a period, [from, to). `answered` adds up to `opened`, `putRight` to its `asked`, `causes` to `closed`. */
export const callbackMeasuresSchema = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  /** Opened in the period: how many were let down. */
  opened: count,
  /** Of those opened: answered in time, late, or not yet. */
  answered: z.object({ inTime: count, late: count, notYet: count, notYetLate: count }),
  /** Opened within 90 days after an earlier one of the same person was closed. */
  again: count,
  closed: count,
  /** Of those who were asked in the period: put right in the customer's word. A "no" has opened it again. */
  putRight: z.object({ asked: count, yes: count, partly: count, no: count, unanswered: count }),
  /** Of those closed, by cause; the most first. They add up to `closed`. */
  causes: z.array(
    z.object({
      cause: causeSchema,
      journeyTitle: z.string(),
      title: z.string(),
      owner: z.string().nullable(),
      n: count,
    }),
  ),
  /** How they stand now, whenever they were opened. */
  now: z.object({ open: count, inHand: count, waiting: count, pastDue: count }),
});
export type CallbackMeasures = z.output<typeof callbackMeasuresSchema>;

/**
 * For any channel, before it speaks to somebody. Stable: fields are only ever added. Somebody who is not known is answered the
 * same way as somebody who is not being helped.
 */
export const personContextSchema = z.object({
  /** Somebody works on what went wrong for them. */
  beingHelped: z.boolean(),
  /** Sell nothing to this person now. */
  holdSelling: z.boolean(),
  /** One line for the person serving; null when nobody is being helped. */
  line: z.string().nullable(),
  failed: z.string().nullable(),
  done: z.string().nullable(),
  doNotAsk: z.string().nullable(),
  sinceMs: z.number().nullable(),
  callback: z.number().int().nullable(),
  team: z.string().nullable(),
});
export type PersonContext = z.output<typeof personContextSchema>;
