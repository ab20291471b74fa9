import type { State } from '@continuo/state';
import type { Seal } from './seal.ts';
import { OF_WEBHOOKS } from './webhook-secret.ts';

/**
 * Seals what the state keeps in the open, from before there were seals, and what lies under an older key: all or nothing.
 * Throws `secret.sealed` when something was sealed with a key that is gone.
 */
export function renewSecrets(state: State, seal: Seal): Promise<void> {
  return state.transaction(async (db) => {
    await state.webhooks.renewSecrets(db, (kept) => seal.renew(kept, OF_WEBHOOKS));
    await state.secrets.renew(db, (kept, name) => seal.renew(kept, name));
  });
}
