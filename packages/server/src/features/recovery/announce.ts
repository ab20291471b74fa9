import type { Db, StoredCallback } from '@continuo/state';
import type { Services } from '../../platform/services.ts';

export type CallbackHappening = 'opened' | 'late' | 'closed';

interface Announced {
  /** What sources call this person; empty where the person level is switched off. */
  readonly users: readonly string[];
  readonly isPersonal: boolean;
  readonly nowMs: number;
}

/**
 * Tells whoever wants to know by webhook that a call-back was opened, is late or was closed, and that its person is being
 * helped or free again; call it in the transaction of the change. The number of the happening makes each one unique.
 */
export async function announceCallback(
  { state, address }: Pick<Services, 'state' | 'address'>,
  db: Db,
  callback: StoredCallback,
  happening: CallbackHappening,
  { users, isPersonal, nowMs }: Announced,
): Promise<void> {
  const { workspace, id, team, what, why, openedMs, dueMs, closedMs } = callback;
  const pages = address.pagesOf(await state.workspaces.get(db, workspace));
  const person = isPersonal ? { person: callback.person, users } : { person: null, users: [] };
  const nth = `${id}-${happening}-${happening === 'late' ? dueMs : (closedMs ?? openedMs)}`;
  await state.webhooks.announce(db, {
    ...{ workspace, nowMs, id: `callback-${nth}`, type: `callback.${happening}` },
    payload: {
      callback: id,
      ...person,
      what,
      why,
      team,
      openedMs,
      dueMs,
      closedMs,
      url: `${pages}/callbacks/${id}`,
    },
  });
  if (happening === 'late' || !isPersonal) return;
  await state.webhooks.announce(db, {
    ...{ workspace, nowMs, id: `person-${nth}`, type: happening === 'opened' ? 'person.helped' : 'person.free' },
    payload: { ...person, callback: id, holdSelling: happening === 'opened' },
  });
}
