import { z } from 'zod';
import { WEBHOOK_TYPES } from './webhook-types.ts';

const url = z.string().trim().min(1).max(2000);
const note = z.string().trim().max(200);
const types = z.array(z.enum(WEBHOOK_TYPES)).max(WEBHOOK_TYPES.length);

export const makeWebhookSchema = z.strictObject({ url, note: note.default(''), types: types.min(1) });
/** What is left out stays. */
export const changeWebhookSchema = z.strictObject({
  url: url.optional(),
  note: note.optional(),
  types: types.min(1).optional(),
  isOn: z.boolean().optional(),
});

export const webhookSchema = z.object({
  id: z.number(),
  url: z.string(),
  /** What it is for, in the words of the admin; may be empty. */
  note: z.string(),
  types: z.array(z.string()),
  /** `gone`: the endpoint itself answered that it is no more (410). */
  status: z.enum(['on', 'off', 'gone']),
  createdMs: z.number(),
  /** Until when the secret before the last one still signs as well; null: it does not. */
  olderUntilMs: z.number().nullable(),
});
export type Webhook = z.output<typeof webhookSchema>;

/** The only answers that ever hold a secret. */
export const madeWebhookSchema = webhookSchema.extend({ secret: z.string() });

export const deliverySchema = z.object({
  id: z.string(),
  type: z.string(),
  status: z.enum(['waiting', 'sent', 'gave_up']),
  attempts: z.number(),
  createdMs: z.number(),
  triedMs: z.number().nullable(),
  /** When it is tried next; null when it is over. */
  nextMs: z.number().nullable(),
  /** Last HTTP status; null when there was no answer. */
  answer: z.number().nullable(),
  /** Why the last attempt failed; null when none did. */
  error: z.string().nullable(),
});
export type WebhookDelivery = z.output<typeof deliverySchema>;

/** How e-mails stand. Never the address of the server, nor its password. */
export const mailStateSchema = z.object({
  /** False: no mail server is set, e-mails are kept. */
  isSet: z.boolean(),
  waiting: z.number(),
  sent: z.number(),
  gaveUp: z.number(),
  /** Of the newest that failed; null when none did. */
  lastError: z.string().nullable(),
});
export type MailState = z.output<typeof mailStateSchema>;
