import { z } from 'zod';
import {
  changeWebhookSchema,
  deliverySchema,
  madeWebhookSchema,
  mailStateSchema,
  makeWebhookSchema,
  webhookSchema,
} from '../webhooks.ts';
import { ADDRESSES } from './addresses.ts';
import type { RouteSpec } from './spec.ts';

/** Webhooks with their deliveries, and how e-mails stand. */
export const WEBHOOK_ROUTES = {
  webhooks: {
    ...ADDRESSES.webhooks,
    says: 'Who is told by webhook, and of what',
    role: 'admin',
    audit: null,
    body: null,
    reply: z.array(webhookSchema),
  },
  makeWebhook: {
    ...ADDRESSES.makeWebhook,
    says: 'Make a webhook; its secret is shown once',
    role: 'admin',
    audit: 'webhook.make',
    body: makeWebhookSchema,
    reply: madeWebhookSchema,
  },
  changeWebhook: {
    ...ADDRESSES.changeWebhook,
    says: 'Change a webhook, or switch it on and off',
    role: 'admin',
    audit: 'webhook.change',
    body: changeWebhookSchema,
    reply: webhookSchema,
  },
  removeWebhook: {
    ...ADDRESSES.removeWebhook,
    says: 'Remove a webhook with everything that waits for it',
    role: 'admin',
    audit: 'webhook.remove',
    body: null,
    reply: z.object({ removed: z.boolean() }),
  },
  rotateWebhook: {
    ...ADDRESSES.rotateWebhook,
    says: 'Give a webhook a new secret; the old one signs beside it for 24 hours',
    role: 'admin',
    audit: 'webhook.rotate',
    body: z.strictObject({}),
    reply: madeWebhookSchema,
  },
  testWebhook: {
    ...ADDRESSES.testWebhook,
    says: 'Send a test now and say how it went',
    role: 'admin',
    audit: 'webhook.test',
    body: z.strictObject({}),
    reply: deliverySchema,
  },
  deliveries: {
    ...ADDRESSES.deliveries,
    says: 'The last 50 deliveries of a webhook, newest first',
    role: 'admin',
    audit: null,
    body: null,
    reply: z.array(deliverySchema),
  },
  sendAgain: {
    ...ADDRESSES.sendAgain,
    says: 'Send a delivery again that was given up',
    role: 'admin',
    audit: 'webhook.again',
    body: z.strictObject({}),
    reply: deliverySchema,
  },
  mailState: {
    ...ADDRESSES.mailState,
    says: 'Whether a mail server is set, and how e-mails stand',
    role: 'admin',
    audit: null,
    body: null,
    reply: mailStateSchema,
  },
} as const satisfies Record<string, RouteSpec>;
