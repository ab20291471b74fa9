import { includesRole, type Role, type Session } from '@continuo/contract';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { client, queryClient } from './client.ts';
import { SESSION_KEY } from './identity.ts';

export const sessionQuery = queryOptions({
  queryKey: [SESSION_KEY],
  queryFn: ({ signal }) => client.call('session', { signal }),
  staleTime: 60_000,
});

/** Who uses the app. Loaded before any page of a workspace is shown. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** True when the person may do what this role may, in this workspace. */
export function useMay(role: Role): boolean {
  const { role: own } = useSession();
  return own !== null && includesRole(own, role);
}

/** Somebody signed in or out: nothing that was known before counts any more. */
export async function startOver(session: Session): Promise<void> {
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, session);
}
