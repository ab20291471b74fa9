import { client } from '../../api/client.ts';
import { startOver } from '../../api/session.ts';

/** Ends the session and leaves for the sign-in page; nothing that was shown stays in memory. */
export async function signOut(): Promise<void> {
  const session = await client.call('logout');
  await startOver(session);
  location.assign('/login');
}
