import { Lookout } from '../../platform/lookout.ts';
import type { Services } from '../../platform/services.ts';
import { keepUp } from './keep-up.ts';
import { lookForCallbacks } from './look.ts';

/** Looks for people to be answered whenever something was brought in. */
export function callbackLookout(services: Services): Lookout {
  return new Lookout(services, 'callbacks', async (workspace, isStopped) => {
    await keepUp(services, workspace, isStopped);
    const looked = await lookForCallbacks(services, workspace, { isStopped });
    return looked.opened + looked.leftOut > 0 ? { ...looked } : null;
  });
}
