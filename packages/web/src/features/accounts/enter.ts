import type { Session } from '@continuo/contract';
import { takeBack } from '../../api/identity.ts';
import { startOver } from '../../api/session.ts';

/** Signed in: go where the person wanted to go. A whole load, so that nothing of before stays in memory. */
export async function enter(session: Session): Promise<void> {
  await startOver(session);
  location.assign(takeBack());
}

/** The secret behind `#token=` of the address, which is taken off it so that it does not stay in the history. */
export function takeLinkToken(): string | null {
  const token = /^#token=(.+)$/.exec(location.hash)?.[1] ?? null;
  if (token !== null) history.replaceState(history.state, '', location.pathname);
  return token;
}
