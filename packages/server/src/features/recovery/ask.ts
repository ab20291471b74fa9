import type { Db, DeedClock, StoredCallback } from '@continuo/state';
import type { Services } from '../../platform/services.ts';
import type { Reached } from '../people/index.ts';
import { putRightWords } from './put-right-words.ts';

/** Kind of the token in the customer's link. */
export const PUT_RIGHT_TOKEN = 'put-right';

/** The customer's own link; the same whenever it is asked for. */
export function askLink(
  { tokens, address }: Pick<Services, 'tokens' | 'address'>,
  { workspace, id }: Pick<StoredCallback, 'workspace' | 'id'>,
): string {
  return `${address.url}/r/${tokens.sign({ kind: PUT_RIGHT_TOKEN, workspace, callback: id })}`;
}

/** Asks the customer, once: by mail where there is an address and mail is set up, else by a link to pass on. */
export async function ask(
  services: Services,
  {
    workspace,
    id,
    db,
    clock,
    userId,
  }: { workspace: number; id: number; db: Db; clock: DeedClock; userId: number | null },
  { to, language }: Reached,
): Promise<void> {
  const { state, outbox } = services;
  const isMailed = to !== null && outbox.hasMail;
  const entry = { kind: 'asked', facts: { isMailed }, text: '', userId } as const;
  const asked = await state.callbacks.act(db, workspace, id, { kind: 'ask' }, entry, clock);
  await state.callbacks.setMailed(db, workspace, id, isMailed);
  if (!isMailed) return;
  const { name } = await state.workspaces.get(db, workspace);
  const { title, lead } = putRightWords(language ?? 'en', name);
  const link = askLink(services, asked);
  await state.outbox.put(db, {
    ...{ workspace, id: `callback-${id}-ask`, nowMs: clock.nowMs },
    message: { kind: 'mail', to, subject: `${name}: ${title}`, text: `${lead}\n\n${title}\n${link}\n` },
  });
}
