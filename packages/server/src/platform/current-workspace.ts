import type { Workspace } from '@continuo/state';
import type { Services } from './services.ts';

/** The workspace that is there from the start; made when missing. Handlers take theirs from `access(request)`. */
export function defaultWorkspace({ state, timeZone }: Pick<Services, 'state' | 'timeZone'>): Promise<Workspace> {
  return state.workspaces.ensureDefault(state.db, { name: 'My customers', timeZone });
}
