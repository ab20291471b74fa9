import { randomBytes } from 'node:crypto';
import type { Seal } from './seal.ts';

/** What secrets of webhooks are sealed for. */
export const OF_WEBHOOKS = 'webhook';

/** A new secret as the Standard Webhooks write it, `whsec_` and 32 random bytes in base64, and as it is kept. */
export function newWebhookSecret(seal: Seal): { readonly secret: string; readonly kept: string } {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return { secret, kept: seal.seal(secret, OF_WEBHOOKS) };
}
