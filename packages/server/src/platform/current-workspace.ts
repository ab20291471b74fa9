import type { Workspace } from '@continuo/state';
import type { Services } from './services.ts';

/** The workspace of a request. There are no accounts yet, so it is the default one; never one that a body names. */
export function currentWorkspace({ state, timeZone }: Services): Promise<Workspace> {
  return state.workspaces.ensureDefault(state.db, { name: 'My customers', timeZone });
}
