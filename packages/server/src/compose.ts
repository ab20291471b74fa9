import { mkdirSync } from 'node:fs';
import { openState } from '@continuo/state';
import { migrate, openWarehouse } from '@continuo/warehouse';
import type { Config } from './config.ts';
import { Address } from './platform/address.ts';
import { Changes } from './platform/changes.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { lockFolder } from './platform/folder-lock.ts';
import { openLog } from './platform/log.ts';
import type { MailSettings } from './platform/mail.ts';
import { Outbox, type Sender } from './platform/outbox.ts';
import { renewSecrets } from './platform/renew-secrets.ts';
import { openSeal } from './platform/seal.ts';
import type { Services } from './platform/services.ts';
import { openTokens } from './platform/signed-token.ts';
import { Timers } from './platform/timers.ts';
import { webhookSender } from './platform/webhook.ts';

export interface Composed {
  readonly services: Services;
  /** Closes what was opened, in the opposite order; waits for what is under way. */
  readonly close: () => Promise<void>;
}

/** Only who sends e-mails loads what sends them. */
async function mailBy(settings: MailSettings): Promise<Sender> {
  const { mailSender } = await import('./platform/mail.ts');
  return mailSender(settings);
}

/** The only place that opens stores. Throws `folder.busy` before touching anything when another process has the folder. */
export async function compose(config: Config, clock: Clock = systemClock): Promise<Composed> {
  mkdirSync(config.folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(config.folder);
  const closers: (() => Promise<void> | void)[] = [unlock];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const log = openLog(config.logLevel);
    const seal = openSeal(config.keyFile);
    const state = await openState(config.state);
    closers.push(() => state.close());
    await renewSecrets(state, seal);
    const warehouse = await openWarehouse(config.warehouse);
    closers.push(() => warehouse.close());
    await migrate(warehouse);
    const basis = { warehouse, state, seal, clock, log, folder: config.folder, timeZone: config.timeZone };
    const outbox = new Outbox(basis, {
      webhook: webhookSender({ state, clock, seal, allowed: config.webhookAllow }),
      ...(config.mail === null ? {} : { mail: await mailBy(config.mail) }),
    });
    closers.push(() => outbox.close());
    const timers = new Timers(basis, () => outbox.wake());
    closers.push(() => timers.close());
    return {
      services: {
        ...basis,
        address: new Address(config.url),
        tokens: await openTokens(basis),
        changes: new Changes(),
        timers,
        outbox,
        switches: (workspace) => state.switches.get(state.db, workspace),
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
