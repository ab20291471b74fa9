import { createHash } from 'node:crypto';
import { z } from 'zod';

export interface MailAttachment {
  readonly name: string;
  /** Media type, for instance `application/pdf`. */
  readonly type: string;
  readonly base64: string;
}

export interface MailMessage {
  readonly kind: 'mail';
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  readonly attachments?: readonly MailAttachment[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface WebhookMessage {
  readonly kind: 'webhook';
  readonly endpoint: number;
  /** For instance `callback.opened`. */
  readonly type: string;
  readonly payload: unknown;
}

/** One thing to be told to somebody outside. */
export type Message = MailMessage | WebhookMessage;

export const messageSchema: z.ZodType<Message> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('mail'),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string().optional(),
    attachments: z.array(z.object({ name: z.string(), type: z.string(), base64: z.string() })).optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.object({ kind: z.literal('webhook'), endpoint: z.number(), type: z.string(), payload: z.unknown() }),
]);

/** What stays of an address once its message is gone: the same for the same address, whatever its letters' case. */
export function addressHash(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
}
