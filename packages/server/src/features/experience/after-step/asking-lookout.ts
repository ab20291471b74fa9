import { Lookout } from '../../../platform/lookout.ts';
import type { Services } from '../../../platform/services.ts';
import { noteMoments } from './note-moments.ts';

/** Looks for people to be asked after a step whenever something was brought in. */
export function askingLookout(services: Services): Lookout {
  return new Lookout(services, 'asking', async (workspace, isStopped) => {
    const looked = await noteMoments(services, workspace, isStopped);
    return looked.waiting > 0 ? looked : null;
  });
}
