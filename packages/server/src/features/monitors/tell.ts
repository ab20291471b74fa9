import { addressHash, type Db, type StoredAlert, type StoredWatch, type Workspace } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import { shownAlert } from './show.ts';

interface Telling {
  readonly type: 'alert.opened' | 'alert.closed';
  readonly workspace: Workspace;
  readonly watch: StoredWatch;
  readonly alert: StoredAlert;
}

/**
 * Puts what happened to an alert into the outbox: an e-mail to each address of the watch, a webhook where it is wanted.
 * A muted watch tells nobody; its alert stands on the page all the same.
 */
export async function tell(
  services: Pick<Services, 'state' | 'clock' | 'address'>,
  db: Db,
  { type, workspace, watch, alert }: Telling,
): Promise<void> {
  const { state, clock, address } = services;
  const nowMs = clock.now();
  if (watch.mutedUntilMs !== null && watch.mutedUntilMs > nowMs) return;
  const shown = shownAlert(alert, watch, workspace.timeZone);
  const link = `${address.pagesOf(workspace)}/alerts/${alert.id}`;
  const id = `alert-${alert.id}-${type === 'alert.opened' ? 'opened' : 'closed'}`;
  const subject = type === 'alert.opened' ? `Unusual: ${watch.name}` : `Fine again: ${watch.name}`;
  const owner = watch.owner === '' ? '' : `Owner: ${watch.owner}\n`;
  const text = `${watch.name}\n${shown.says}\n${owner}\n${link}\n`;
  for (const to of new Set(watch.mails))
    await state.outbox.put(db, {
      workspace: workspace.id,
      // The id outlives the message and is written into the log: the address is not in it.
      id: `${id}-mail-${addressHash(to).slice(0, 16)}`,
      nowMs,
      message: { kind: 'mail', to, subject, text },
    });
  if (watch.hasWebhook)
    await state.webhooks.announce(db, { workspace: workspace.id, id, type, nowMs, payload: { ...shown, link } });
}
