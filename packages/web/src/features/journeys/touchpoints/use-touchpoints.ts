import type { JourneyEntry } from '@continuo/contract';
import { placedSteps, type Touchpoint } from '@continuo/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { client, queryClient } from '../../../api/client.ts';
import { forgetJourneys, journeyQuery, useJourneys } from '../../../api/journeys.ts';

const KEY = ['touchpoints'];

/** The catalogue, by title. */
export function useTouchpoints() {
  return useQuery<Touchpoint[]>({
    queryKey: KEY,
    queryFn: ({ signal }) => client.call('touchpoints', { signal }),
  });
}

/** The catalogue changed, and with it what steps are connected to. */
export async function forgetTouchpoints(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: KEY }), forgetJourneys()]);
}

export type Users = ReadonlyMap<string, readonly Pick<JourneyEntry, 'key' | 'title'>[]>;

/** By touchpoint: the journeys whose drafts use it, by title. Null while one of the drafts is not known. */
export function useUsers(): { readonly users: Users | null; readonly error: Error | null } {
  const { data: journeys, error } = useJourneys();
  return useQueries({
    queries: (journeys ?? []).map(({ key }) => journeyQuery(key)),
    combine: (drafts) => ({
      error: error ?? drafts.find((one) => one.error)?.error ?? null,
      users: journeys && drafts.every(({ data }) => data) ? usersOf(drafts.flatMap(({ data }) => data ?? [])) : null,
    }),
  });
}

function usersOf(journeys: readonly (Pick<JourneyEntry, 'key' | 'title'> & JourneyDraft)[]): Users {
  const users = new Map<string, Pick<JourneyEntry, 'key' | 'title'>[]>();
  for (const { key, title, draft } of journeys)
    for (const touchpoint of new Set(placedSteps(draft).map(({ step }) => step.touchpoint)))
      if (touchpoint !== null) users.set(touchpoint, [...(users.get(touchpoint) ?? []), { key, title }]);
  return users;
}

interface JourneyDraft {
  readonly draft: Parameters<typeof placedSteps>[0];
}
