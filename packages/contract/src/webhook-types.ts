// Apart from the schemas, so that a browser can offer them without zod.
/** Everything that can be announced by webhook. */
export const WEBHOOK_TYPES = [
  'callback.opened',
  'callback.late',
  'callback.closed',
  'person.helped',
  'person.free',
  'alert.opened',
  'alert.closed',
  'letter.ready',
] as const;
export type WebhookType = (typeof WEBHOOK_TYPES)[number];
